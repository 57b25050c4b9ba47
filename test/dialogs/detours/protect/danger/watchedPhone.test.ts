// A phone that somebody violent reads: nothing goes there by itself, for any purpose, until its holder says that it is safe.
import type { ContactPurpose } from '../../../../../data/domain/conduct/mayContact';
import { Talk } from '../../../../support/talk';
import { ids, people, saying, taps, verified } from '../../../saying';

const purposes: readonly ContactPurpose[] = ['collection', 'reminder', 'service'];

/** What we may still begin with: to the address, and to the customer where one is known. */
async function allowed(talk: Talk, customerId: string | null): Promise<readonly ContactPurpose[]> {
  const address = { channelId: talk.channelId, userId: talk.userId };
  const asked = purposes.map(async (purpose) => {
    const answer = await talk.contactGate.ask({ customerId, address, channel: 'message', purpose }, talk.now);
    return answer.ok ? [purpose] : [];
  });
  return (await Promise.all(asked)).flat();
}

const idOf = async (talk: Talk) =>
  (await talk.repositories.audit.ofConversation(talk.conversationId)).items
    .map(({ event }) => event.customerId)
    .find((id) => id !== null) ?? null;

test.each([
  ['zh-CN', '老公喝多了又打我'],
  ['en-US', 'my husband hits me when the letters come'],
] as const)(
  'after violence is told nothing at all is begun, before the check and after it (%s)',
  async (locale, words) => {
    const stranger = await Talk.begin({ locale });
    await stranger.say(words);
    expect(await allowed(stranger, null)).toEqual([]);
    const known = await verified(people.canonical, locale);
    await known.say(words);
    const customerId = await idOf(known);
    expect(await allowed(known, customerId)).toEqual([]);
    // A letter that answers a case leaves for no other address either, since nobody knows who reads it.
    expect(await allowed(Object.assign(known, { userId: 'elsewhere' }), customerId)).toEqual([]);
  },
);

test.each([
  ['zh-CN', '老公打我', ['手机安全', '没有别人看', '只有我自己能看', '这部手机是安全的', '他看不到我的手机']],
  ['en-US', 'my husband hits me', ['phone is safe', 'nobody else reads it', "it's safe", 'only I use this phone']],
] as const)(
  'said to be safe, what the customer is owed may come again, and no ask for money (%s)',
  async (locale, words, safe) => {
    for (const text of safe) {
      const talk = await Talk.begin({ locale });
      await talk.say(words);
      expect([text, ids(await talk.say(text))]).toEqual([text, ['vulnerable.phoneSafe']]);
      expect(await allowed(talk, null)).toEqual(['service']);
    }
  },
);

test.each([
  ['zh-CN', '老公打我', ['他会翻我手机', '不安全', '是', '嗯', '手机在他那里']],
  ['en-US', 'my husband hits me', ['he reads my messages', 'no, not safe', 'yes', 'he checks my phone']],
] as const)('a vague yes, or word that somebody reads it, leaves it at rest (%s)', async (locale, words, unsafe) => {
  for (const text of unsafe) {
    const talk = await Talk.begin({ locale });
    await talk.say(words);
    const reply = await talk.say(text);
    expect(ids(reply)).not.toContain('vulnerable.phoneSafe');
    expect([text, await allowed(talk, null)]).toEqual([text, []]);
  }
});

test('whoever says that the phone is read is told how to reach us from another one, and sees no button that would call', async () => {
  const talk = await Talk.begin();
  await talk.say('老公又动手打我');
  const reply = await talk.say('他会看我手机');
  expect(ids(reply)).toEqual(['vulnerable.phoneWatched']);
  expect(taps(reply)).toEqual([]);
});

test('a phone told of in danger stays at rest after "I’m fine" and the check, until it is said to be safe', async () => {
  const talk = await Talk.begin();
  await saying(talk, '老公打我', '我没事，想问下分期', people.canonical);
  const customerId = await idOf(talk);
  expect(customerId).not.toBeNull();
  expect(await allowed(talk, customerId)).toEqual([]);
  expect(ids(await talk.say('手机安全，没人看'))).toContain('vulnerable.phoneSafe');
  expect(await allowed(talk, customerId)).toEqual(['service']);
});

test('whoever was in danger before the check is collected from in no conversation after it', async () => {
  const talk = await Talk.begin();
  await saying(talk, '我真的不想活了', '刚才是气话，我没事，查一下我欠多少', people.canonical);
  const customerId = await idOf(talk);
  talk.newConversation();
  expect(await allowed(talk, customerId)).toEqual(['service']);
  const cases = await talk.repositories.cases.ofCustomer(customerId ?? '');
  expect(cases.map(({ kind }) => kind)).toContain('vulnerable');
});
