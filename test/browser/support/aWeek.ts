// A bank's week, for the pictures: customers come on several days, plans are made, people are handed over, limits are drafted.
import { type ConsoleHouse, startConsole } from '../../bot/staff/support/consoleHouse';
import { Customer } from './customer';

/** Persons of the demo, by the codes that verify them, with what they say. */
const days: readonly (readonly (readonly string[])[])[] = [
  [
    ['分期', '5602 1071', '900', '选1', '{code}', '确认'],
    ['分期', '3202 5526', '900', '选1', '{code}', '确认'],
    ['你好', '会怎么样'],
  ],
  [
    ['plan', '8801 310X', '500', 'a person please, your letter says something else'],
    ['分期', '7501 6635', '3000', '选1', '{code}', '确认'],
  ],
  [
    ['分期', '3101 4417', '500'],
    ['会怎么样', '天气好吗'],
    ['分期', '2201 7744', '900', '转人工，账单上有一笔不是我刷的'],
  ],
];
const first = Date.parse('2026-11-20T02:00:00.000Z');
const dayMs = 86_400_000;

async function talkOn(house: ConsoleHouse, talks: readonly (readonly string[])[]): Promise<void> {
  for (const talk of talks) await (await Customer.open(house.address)).say(...talk);
}

/** What three of those who signed have paid since. */
const payments = `paymentId,accountId,paidOn,amount
P-1,A-1010,2026-11-22,800
P-2,A-1004,2026-11-22,450
P-3,A-1005,2026-11-23,1500
`;

/** A running house on the last day, with the days before it on record. */
export async function aWeek(dataDir: string): Promise<ConsoleHouse> {
  for (const [index, talks] of days.entries()) {
    const house = await startConsole({ ASSISTANT_NOW: new Date(first + index * dayMs).toISOString() }, dataDir);
    await talkOn(house, talks);
    await house.stop('keepData');
  }
  const house = await startConsole({}, dataDir);
  await talkOn(house, [
    ['分期', '6688 1234', '700', '转人工，我失业了，每个月只能还三百'],
    ['我不想活了'],
    ['hello', 'I need a person to look at my payment of last week'],
  ]);
  const supervisor = await house.another('supervisor', 'supervisor');
  await supervisor.post('book/payments', payments);
  return house;
}
