// A customer handed over to the desk, and an agent who has taken the conversation, as the tests of the desk need them.
import type { DeskConversation, Queue, QueueItem } from '../../../../bot/staff/contract/desk';
import { openPage, type PageTalk } from '../../support/pageTalk';
import type { StaffClient } from './staffClient';

/** The address of a conversation at the desk, or of one of its steps. */
export const at = (id: string, step = '') => `desk/${encodeURIComponent(id)}${step === '' ? '' : `/${step}`}`;

export const itemFor = async (id: string, agent: StaffClient): Promise<QueueItem | undefined> =>
  (await agent.get<Queue>('desk/queue')).body.items.find((item) => item.conversationId === id);

/** Somebody on the customer's page who has asked for a person, verified first where codes are given. */
export async function handedOver(address: string, verifyAs?: string): Promise<PageTalk> {
  const talk = await openPage(address);
  if (verifyAs !== undefined) {
    await talk.say('我欠多少');
    await talk.say(verifyAs);
  }
  await talk.say('转人工');
  return talk;
}

export async function taken(
  address: string,
  agent: StaffClient,
  verifyAs?: string,
): Promise<{ talk: PageTalk; view: DeskConversation }> {
  const talk = await handedOver(address, verifyAs);
  const version = (await itemFor(talk.conversationId, agent))?.version;
  const reply = await agent.post<DeskConversation>(at(talk.conversationId, 'take'), { expectedVersion: version });
  expect(reply.status).toBe(200);
  return { talk, view: reply.body };
}
