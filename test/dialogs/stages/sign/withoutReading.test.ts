// What customers say of signing while nothing waits for it, and the wish that somebody else signs.
import { audited, ids, people, readyToSign, saying, verified, withOffers } from '../../saying';

const locales = ['zh-CN', 'en-US'] as const;

test.each(locales)('six digits with offers on the table sign nothing, and the offers stay (%s)', async (locale) => {
  for (const code of ['000000', '482913']) {
    const talk = await withOffers(locale);
    expect(ids(await talk.say(code))).toEqual(['agreement.noCodeNow', 'negotiation.resume']);
  }
});

test('a code that nobody asked for is no wish about contact', async () => {
  const talk = await verified(people.canonical);
  const reply = await talk.say('000000');
  expect(ids(reply)).toContain('agreement.noCodeNow');
});

test('a sum of six digits stays an offer of the customer', async () => {
  const talk = await withOffers();
  expect(ids(await talk.say('首付100000元'))).not.toContain('agreement.noCodeNow');
});

test.each([
  ['zh-CN', '你们别给我签'],
  ['zh-CN', '我先不签'],
  ['en-US', "no, don't sign anything"],
  ['en-US', "i'm not signing that today"],
] as const)('who wants nothing signed before a read-back is told that nothing is (%s, %s)', async (locale, said) => {
  const talk = await withOffers(locale);
  expect(ids(await talk.say(said))).toEqual(['agreement.notSigned']);
});

test.each([
  '你替我签了就行 懒得看短信',
  '让我老婆替我签行不行',
  'can you just sign it for me',
  'let my son confirm on my behalf',
])('asked to let somebody else sign, it stays with the customer, and nothing is lost (%s)', async (said) => {
  const talk = await readyToSign();
  const reply = await talk.say(said);
  expect(ids(reply)).toContain('agreement.onlyYou');
  expect(await audited(talk, 'notSigned')).toHaveLength(0);
  expect(await audited(talk, 'agreed')).toHaveLength(0);
});

test('a customer who helps somebody with the word of confirming is not told off', async () => {
  const talk = await readyToSign();
  const reply = await saying(talk, '帮我确认一下每月是多少');
  expect(ids(reply)).not.toContain('agreement.onlyYou');
});
