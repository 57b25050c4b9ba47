// Questions about the customer's own figures: what a payment would do, what a day brings, where a figure comes from. An
// amount in such a question is no offer, and a day no promise.
import { ids, people, valuesOf, verified } from '../../saying';

test.each([
  ['zh-CN', '我要是先还一千 剩多少'],
  ['zh-CN', '假如现在还1000块 还剩多少没还'],
  ['zh-CN', '今天存1000进去，还欠你们多少'],
  ['zh-CN', '如果我打1000过来 账上还挂多少'],
  ['zh-CN', '先还一千块的话，扣的是本金还是利息'],
  ['zh-CN', '还1000能冲掉多少本金'],
  ['en-US', 'if i put 1,000 in today, what would it be used for and what stays?'],
  ['en-US', 'say I pay 1000 now, whats left after'],
  ['en-US', 'how much would I still owe if I sent you 1000 today'],
  ['en-US', 'pay 1,000: does that go to the interest or the principal'],
  ['en-US', 'suppose I transfer 1000, what remains'],
] as const)(
  'asked what 1,000 would do, the customer is told what it goes to and what is left (%s, %s)',
  async (locale, asked) => {
    const talk = await verified(people.canonical, locale);
    const reply = await talk.say(asked);
    expect(valuesOf(reply, 'account.payingPrincipalFirst')).toMatchObject({
      amount: '1,000.00',
      principal: '1,000.00',
    });
    expect(valuesOf(reply, 'account.leftAfter')).toMatchObject({ total: '25,431.20', principal: '19,000.00' });
    expect(ids(reply).filter((id) => id.startsWith('negotiation.'))).toEqual([]);
  },
);

test.each([
  ['zh-CN', '到12月20号那天我总共欠多少'],
  ['zh-CN', '拖到12月20号会滚到多少'],
  ['en-US', 'if i leave it alone what will it be by 20 december'],
  ['en-US', 'what would the total be on 20 December'],
] as const)('asked what a day will bring, the customer is told the sum of that day (%s, %s)', async (locale, asked) => {
  const talk = await verified(people.canonical, locale);
  expect(valuesOf(await talk.say(asked), 'account.onDay').total).toBe('26,701.20');
});

test.each([
  ['zh-CN', '12月20日我欠多少', '要是拖到元旦呢', '26,821.20'],
  ['zh-CN', '12月20日我欠多少', '那1月10号呢', '26,911.20'],
  ['en-US', 'what will I owe on 20 December', 'and how much on 10 January?', '26,911.20'],
  ['en-US', 'what will I owe on 20 December', "what about New Year's Day", '26,821.20'],
] as const)('a second day is asked in two words (%s)', async (locale, first, second, total) => {
  const talk = await verified(people.canonical, locale);
  await talk.say(first);
  expect(valuesOf(await talk.say(second), 'account.onDay').total).toBe(total);
});

test.each([
  ['zh-CN', '我先打五千进来，是冲本金还是冲利息', '冲完还剩多少本金'],
  ['en-US', 'if I pay 5,000 now does it go to interest or principal', 'and what principal is left after that'],
] as const)('what is left is asked after what it goes to (%s)', async (locale, first, second) => {
  const talk = await verified(people.income75k, locale);
  await talk.say(first);
  const reply = await talk.say(second);
  expect(valuesOf(reply, 'account.leftAfter').principal).toBe('63,000.00');
  expect(ids(reply)).not.toContain('account.payingPrincipalFirst');
});

test.each([
  ['zh-CN', '往2212里头还一千 那张还剩多少'],
  ['en-US', 'if I put 1000 on 2212 what is left on that one'],
] as const)('the ending of an own card is a card and no amount (%s)', async (locale, asked) => {
  const talk = await verified(people.twoCards, locale);
  const reply = await talk.say(asked);
  expect(reply.said.filter(({ id }) => id === 'account.leftAfter').map(({ values }) => values.total)).toEqual([
    '8,660.00',
  ]);
});

test.each([
  ['zh-CN', '那四千九百多是咋来的 我又没借那么多'],
  ['zh-CN', '4931.2是怎么算出来的'],
  ['zh-CN', '这4931块是什么钱'],
  ['en-US', "where's the 4,931 come from"],
  ['en-US', 'how did you get to 4,931.20'],
  ['en-US', 'what is that 4931 for'],
] as const)('a figure of the account that is named and asked about is explained (%s, %s)', async (locale, asked) => {
  const talk = await verified(people.canonical, locale);
  expect(valuesOf(await talk.say(asked), 'account.interest')).toMatchObject({ interest: '4,931.20', perDay: '10.00' });
});

test.each([
  ['zh-CN', '1500是什么费', 'account.fees'],
  ['en-US', 'what are the 1,500 of fees for', 'account.fees'],
  ['zh-CN', '最低怎么要8431这么多', 'account.minimumMadeOf'],
  ['en-US', 'why is the minimum 8,431', 'account.minimumMadeOf'],
] as const)('fees and the minimum are explained too (%s, %s)', async (locale, asked, id) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await talk.say(asked))).toContain(id);
});

test.each([
  ['zh-CN', '我先还5000，剩下的分24期'],
  ['zh-CN', '每月还1000行吗'],
  ['zh-CN', '15号我能还一千'],
  ['en-US', "I'll pay 1000 on Friday"],
] as const)('an offer to pay stays an offer (%s, %s)', async (locale, said) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await talk.say(said)).filter((id) => id.startsWith('account.'))).toEqual([]);
});

test.each([
  ['zh-CN', '照现在这样一天涨多少'],
  ['zh-CN', '每天的利息是多少'],
  ['en-US', 'how much does it go up by each day as it stands'],
  ['en-US', "what's the interest a day"],
] as const)('what a day costs is told from the own principal (%s, %s)', async (locale, asked) => {
  const talk = await verified(people.canonical, locale);
  expect(valuesOf(await talk.say(asked), 'account.interest').perDay).toBe('10.00');
});

test.each([
  ['zh-CN', '违约金收了我多少', 'account.fees'],
  ['zh-CN', '利息收了多少', 'account.interest'],
  ['zh-CN', '最低是多少来着', 'account.minimumMadeOf'],
  ['zh-CN', '还多少才不算逾期', 'account.minimumMadeOf'],
  ['en-US', 'how much of that is fees', 'account.fees'],
  ['en-US', "what's the minimum again", 'account.minimumMadeOf'],
  ['en-US', 'what do I have to pay to be up to date', 'account.minimumMadeOf'],
] as const)('a part of the sum is told by its name, and nothing else (%s, %s)', async (locale, asked, id) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await talk.say(asked))).toEqual([id]);
});

test.each([
  ['zh-CN', '2212拖到元旦多少钱', '9,843.30'],
  ['en-US', 'what will I owe on 2212 by 1 January', '9,843.30'],
] as const)('one card is asked for by its ending, on a day (%s)', async (locale, asked, total) => {
  const talk = await verified(people.twoCards, locale);
  const reply = await talk.say(asked);
  expect(reply.said.filter(({ id }) => id === 'account.onDay').map(({ values }) => values.total)).toEqual([total]);
});

test.each([
  ['zh-CN', '一个月还一千，剩下的我怎么过日子'],
  ['en-US', 'I could do 1000 a month, what would be left to live on'],
] as const)(
  'what is left to live on is no question about the account, and the offer beside it counts (%s)',
  async (locale, said) => {
    const talk = await verified(people.canonical, locale);
    const reply = ids(await talk.say(said));
    expect(reply).toContain('negotiation.noted');
    expect(reply.filter((id) => id.startsWith('account.'))).toEqual([]);
  },
);

test.each([
  ['zh-CN', '还了以后剩多少吃饭'],
  ['en-US', 'what would be left to live on is my problem'],
] as const)('nor is it one when it is said alone (%s)', async (locale, said) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await talk.say(said)).filter((id) => id.startsWith('account.'))).toEqual([]);
});
