// Questions about what is on the table: answered from the offers, the read-back or the arrangement, and the place is kept.
import { ids, people, readyToSign, saying, valuesOf, verified, withOffers } from '../../../saying';

test.each([
  ['哪个最省钱', 'offer.cheapest'],
  ['年化是多少', 'offer.yearlyRate'],
  ['能提前还清吗', 'offer.earlyRepayment'],
])('asked "%s" with offers on the table, %s is answered and they are taken up again', async (words, id) => {
  const talk = await withOffers();
  const reply = await talk.say(words);
  expect(ids(reply)).toContain(id);
  expect(ids(reply).at(-1)).toBe('negotiation.resume');
});

test('a question at a read-back keeps the choice and the code', async () => {
  const talk = await readyToSign();
  expect(ids(await talk.say('年化是多少'))).toEqual(['offer.yearlyRate', 'agreement.resume']);
  expect(ids(await talk.say('{code}'))).toContain('agreement.codeAccepted');
  expect(ids(await talk.say('最后一期是多少'))).toContain('agreement.resumeWord');
  expect(ids(await talk.say('确认'))).toContain('negotiation.agreed');
});

test('after signing, the arrangement answers with its own figures', async () => {
  const talk = await readyToSign();
  await saying(talk, '{code}', '确认');
  const reply = await talk.say('年化是多少');
  expect(ids(reply)).toContain('offer.yearlyRate');
  expect(valuesOf(reply, 'offer.yearlyRate').yearlyRate).toBe('3.4%');
});

test('asked for a plan’s figures before there is one, a monthly figure is asked for', async () => {
  const talk = await verified(people.canonical);
  expect(ids(await talk.say('年化是多少'))).toEqual(['offer.none']);
  expect(ids(await talk.say('800'))).toContain('negotiation.offer.line');
});

test('the last day of the month, which the rules do not have, is answered with the nearest', async () => {
  const talk = await withOffers();
  const reply = await talk.say('每月还款日定在月底最后一天可以不');
  expect(valuesOf(reply, 'negotiation.nearest.dueDay')).toMatchObject({ asked: 'last', nearest: '28' });
});

test.each([
  ['zh-CN', '或者一季度还一次呢'],
  ['zh-CN', '半年给一回行不'],
  ['en-US', 'can i pay every quarter'],
] as const)('in %s, "%s" hears that instalments are monthly, and keeps the plans', async (locale, said) => {
  const reply = await (await withOffers(locale)).say(said);
  expect(ids(reply)).toEqual(['offer.seldom', 'negotiation.resume']);
});

test.each([
  ['zh-CN', '刚那几个方案再发下'],
  ['zh-CN', '那三个再给我看看'],
] as const)('in %s, "%s" shows the plans once more', async (locale, said) => {
  expect(ids(await (await withOffers(locale)).say(said))).toContain('offer.again');
});

test.each([
  ['zh-CN', '每周还200', '折成一个月是多少'],
  ['en-US', '200 a week', "so what's that by the month"],
] as const)('in %s, after "%s", "%s" hears the figure by the month', async (locale, weekly, asked) => {
  const talk = await verified(people.canonical, locale);
  const reply = await saying(talk, weekly, asked);
  expect(valuesOf(reply, 'negotiation.noted').capacity).toMatch(/866\.67/);
});

test.each([
  ['zh-CN', '36和48差多少'],
  ['en-US', "what's the difference between 36 and 48"],
] as const)('in %s, "%s" works out the length that is not shown, and compares', async (locale, asked) => {
  const talk = await verified(people.canonical, locale);
  const reply = ids(await saying(talk, locale === 'zh-CN' ? '每月700' : '700 a month', asked));
  expect(reply).toContain('offer.difference');
  expect(reply.some((id) => id.startsWith('why.'))).toBe(true);
});

test('a question with what comes before signing keeps the code', async () => {
  const talk = await readyToSign();
  const reply = ids(await talk.say("hang on. before I do anything, what's it all come to with interest"));
  expect(reply).toContain('offer.total');
  expect(reply).not.toContain('agreement.notSigned');
});
