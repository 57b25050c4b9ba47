// Somebody in danger at the desk: what was promised is seen, and a phone that somebody else reads hears from nobody first.

import { readShippedData } from '../../../../bot/config/shippedData';
import type { DeskConversation } from '../../../../bot/staff/contract/desk';
import promisedBy from '../../../../bot/staff/desk/care/promised.json';
import { mayWriteThere } from '../../../../bot/staff/desk/care/watchedPhone';
import { personOf } from '../../../../bot/staff/desk/conversationMemory';
import { chatAddressKey } from '../../../../data/domain/conduct/contactRecords';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { createRepositories } from '../../../../data/store/repositories';
import { isMessageId } from '../../../../dialogs/text/messages';
import { openPage } from '../../support/pageTalk';
import { testNow } from '../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import { at, itemFor } from '../support/deskTalk';
import type { StaffClient } from '../support/staffClient';

let house: ConsoleHouse;
let agent: StaffClient;
beforeAll(async () => {
  house = await startConsole();
  agent = await house.staff('agent');
});
afterAll(() => house.stop());

const version = async (id: string) => (await itemFor(id, agent))?.version;

async function takenAfter(...words: readonly string[]) {
  const talk = await openPage(house.address);
  for (const text of words) await talk.say(text);
  const expectedVersion = await version(talk.conversationId);
  const { body } = await agent.post<DeskConversation>(at(talk.conversationId, 'take'), { expectedVersion });
  return { talk, view: body, id: talk.conversationId };
}

test('the colleague sees the danger and what the assistant has promised', async () => {
  const { view } = await takenAfter('老公喝多了又打我', '他会翻我手机');
  expect(view.item).toMatchObject({ reason: 'vulnerable', priority: 'urgent' });
  expect(view.care).toEqual({
    danger: 'violence',
    phoneUnsafe: true,
    promised: [promisedBy['handoff.urgent'], promisedBy['vulnerable.violence'], promisedBy['vulnerable.phoneWatched']],
  });
  const child = await takenAfter('我15岁，拿我妈的卡充游戏');
  expect(child.view.care.danger).toBe('minor');
  // Each danger has its own first words: a child is sent to no crisis line.
  expect(child.view.suggestion?.text).not.toContain('12356');
});

test('everything promised is said by a message that there is', () => {
  expect(Object.keys(promisedBy).filter((id) => !isMessageId(id))).toEqual([]);
});

test('to a phone that is read nobody says who came or went, and a colleague answers who has just written', async () => {
  const { talk, id } = await takenAfter('老公喝多了又打我');
  const before = await talk.heard();
  expect(before.at(-1)).toContain('110');
  const soon = await agent.post(at(id, 'messages'), { text: '我在，您慢慢说。' });
  expect(soon.status).toBe(201);
  await agent.post(at(id, 'release'), { expectedVersion: await version(id) });
  expect((await talk.heard()).slice(before.length)).toEqual(['我在，您慢慢说。']);
});

test('minutes later a colleague writes there no more, until it is said to be safe', async () => {
  const store = new MemoryStore();
  const repositories = createRepositories(store);
  const desk = await house.house.repositories.deskConversations.get((await takenAfter('老公喝多了又打我')).id);
  if (desk === undefined) throw new Error('nobody waits');
  const customerId = chatAddressKey({ channelId: desk.channelId, userId: personOf(desk) });
  const wish = { customerId, ceased: true, reason: 'vulnerable', until: null, changedAt: testNow, wish: '' } as const;
  const mayWrite = (minutes: number) => {
    const clock = () => new Date(Date.parse(testNow) + minutes * 60_000).toISOString();
    return mayWriteThere({ repositories, store, data: readShippedData(), clock }, desk);
  };
  await repositories.contactPreferences.put({ ...wish, phoneUnsafe: true }, null);
  expect(await mayWrite(0)).toBe(false);
  await store.append('transcripts', { conversationId: desk.conversation, at: testNow, from: 'customer', text: '在吗' });
  expect([await mayWrite(0), await mayWrite(5), await mayWrite(6)]).toEqual([true, true, false]);
  await repositories.contactPreferences.put({ ...wish, phoneUnsafe: false }, 'any');
  expect(await mayWrite(60)).toBe(true);
});

test('closed before anybody was reached, it waits again in front', async () => {
  const { id } = await takenAfter('我真的不想活了');
  await agent.post(at(id, 'close'), { outcome: 'noAnswer', expectedVersion: await version(id) });
  expect(await itemFor(id, agent)).toMatchObject({ status: 'waiting', priority: 'urgent' });
});
