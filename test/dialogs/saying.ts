// Short ways to talk and to look at what was said, by message ids and values and never by wording.
import type { MessageId } from '../../dialogs/text/messages';
import { type Reply, Talk } from '../support/talk';

/** Card and identity endings of the demo accounts that these tests talk as. */
export const people = {
  canonical: '6688 1234',
  late20: '3202 5526',
  firstLate: '3101 4417',
  english: '8801 310X',
  twoCards: '2201 7744',
  income75k: '7501 6635',
  missedInstalment: '4401 8853',
  disputed: '5501 9962',
  deceased: '5703 2182',
  tooSmall: '9001 3293',
  excluded: '9102 4304',
} as const;

export const ids = (reply: Reply): string[] => reply.said.map(({ id }) => id);
export const taps = (reply: Reply): string[] => reply.taps.map(({ id }) => id);

/** The values of the first message of this id, as they are shown; throws when it was not said. */
export function valuesOf(reply: Reply, id: MessageId): Readonly<Record<string, string>> {
  const spoken = reply.said.find((one) => one.id === id);
  if (spoken === undefined) throw new Error(`${id} was not said, but: ${ids(reply).join(' ')}`);
  return spoken.values;
}

/** Says all of it and gives the last reply. */
export async function saying(talk: Talk, ...texts: readonly string[]): Promise<Reply> {
  const [first = '', ...others] = texts;
  let reply = await talk.say(first);
  for (const text of others) reply = await talk.say(text);
  return reply;
}

/** A talk in which the cardholder has been checked and has been told what is owed. */
export async function verified(codes: string, locale: 'zh-CN' | 'en-US' = 'zh-CN'): Promise<Talk> {
  const talk = await Talk.begin({ locale });
  await saying(talk, locale === 'zh-CN' ? '我一共欠多少' : 'how much do I owe', codes);
  return talk;
}

/** A talk with the offers for 800 a month on the table. */
export async function withOffers(locale: 'zh-CN' | 'en-US' = 'zh-CN'): Promise<Talk> {
  const talk = await verified(people.canonical, locale);
  if (locale === 'zh-CN') await saying(talk, '能分期吗', '每个月最多还800');
  else await saying(talk, "can't pay it all, can we work something out", '800 a month at most');
  return talk;
}

/** A talk in which the first offer has been read back and the code is on the demo phone. */
export async function readyToSign(): Promise<Talk> {
  const talk = await withOffers();
  await talk.say('选1');
  return talk;
}

/** The audit events of this type, oldest first. */
export async function audited(talk: Talk, type: string) {
  const { items } = await talk.repositories.audit.ofConversation(talk.conversationId);
  return items.map(({ event }) => event).filter((event) => event.type === type);
}
