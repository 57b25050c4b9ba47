// Account: what is owed and why, since when, what came in, and what paying only the minimum would do.

import { Talk } from '../../../support/talk';
import { ids, people, saying, valuesOf, verified } from '../../saying';

const fenOf = (shown: string | undefined) => Math.round(Number(shown?.replaceAll(',', '')) * 100);

test('principal, interest and fees add up to what is owed, to the fen', async () => {
  const talk = await Talk.begin();
  const values = valuesOf(await saying(talk, '我一共欠多少', people.canonical), 'account.summary');
  expect(values).toMatchObject({ tail: '6688', total: '26,431.20', daysPastDue: '457' });
  expect(fenOf(values.principal) + fenOf(values.interest) + fenOf(values.fees)).toBe(fenOf(values.total));
});

test('every card is told, each with its own ending and days', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '我一共欠多少', people.twoCards);
  const summaries = reply.said.filter(({ id }) => id === 'account.summary');
  expect(summaries.map(({ values }) => [values.tail, values.daysPastDue])).toEqual([
    ['2201', '62'],
    ['2212', '34'],
  ]);
});

test('the due date comes with the day since when it is overdue', async () => {
  const talk = await verified(people.late20);
  const reply = await talk.say('还款日是哪天');
  expect(ids(reply)).toEqual(['account.dueDate', 'account.pastDueSince']);
  expect(valuesOf(reply, 'account.pastDueSince')).toMatchObject({ date: '2026-11-03', daysPastDue: '20' });
});

test('payments are shown, or it is said that none has come in', async () => {
  const talk = await verified(people.canonical);
  const reply = await talk.say('昨天还的到账没');
  expect(ids(reply).some((id) => id === 'account.payments' || id === 'account.noPayments')).toBe(true);
});

test('paying only the minimum is shown as a table with where it ends', async () => {
  const talk = await verified(people.late20);
  const reply = await talk.say('只还最低可以吗');
  const rows = reply.said.filter(({ id }) => id === 'account.minimumOnlyRow');
  expect(rows.map(({ values }) => values.month)).toEqual(['1', '2', '3']);
  expect(ids(reply).some((id) => id === 'account.minimumOnly' || id === 'account.minimumOnlyNever')).toBe(true);
});

test('two cards are also told as one sum', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '我一共欠多少', people.twoCards);
  expect(valuesOf(reply, 'account.together')).toMatchObject({ cards: '2', total: '29,161.00' });
});

test.each([
  ['zh-CN', '12月20日我欠多少'],
  ['en-US', 'how much will I owe on 20 December'],
] as const)(
  'asked what will be owed on a day to come, the answer is the figure of that day (%s)',
  async (locale, asked) => {
    const talk = await verified(people.canonical, locale);
    const reply = await talk.say(asked);
    expect(valuesOf(reply, 'account.onDay').total).toBe('26,701.20');
    expect(ids(reply)).not.toContain('account.summary');
  },
);

test.each([
  ['zh-CN', '最少还多少才不算逾期'],
  ['en-US', 'how much do i have to pay tomorrow to be ok'],
  ['en-US', 'what do i need to pay to get back on track'],
] as const)('what puts the account right is the minimum, and not all that is owed (%s, %s)', async (locale, asked) => {
  const talk = await verified('3101 4417', locale);
  expect(valuesOf(await talk.say(asked), 'account.minimumMadeOf').minimumDue).toBe('460.10');
});
