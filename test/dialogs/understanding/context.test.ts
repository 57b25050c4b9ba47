// A short answer is read by what was asked and by the offers on the table; a figure with two readings is asked about.
import type { Expects, Slots } from '../../../data/domain/customer/customerTurn';
import type { Offer } from '../../../data/domain/offer/offer';
import { extractSlots } from '../../../dialogs/understanding/slots/extractSlots';
import { normalise } from '../../../dialogs/understanding/text/normalise';

const offer = (number: number, instalmentCount: number, instalmentFen: number, totalFen: number): Offer => ({
  number,
  shape: 'recommended',
  downPaymentFen: 0,
  instalmentCount,
  instalmentFen,
  lastInstalmentFen: instalmentFen,
  method: 'annuity',
  monthlyRate: 0.003,
  firstDueDate: '2026-12-16',
  lastDueDate: '2030-11-16',
  dueDay: 16,
  deferMonths: 0,
  feeWaiverFen: 0,
  interestWaiverFen: 0,
  reliefRuleId: null,
  financedFen: 2643120,
  interestFreeFen: 150000,
  totalFen,
  yearlyRateNominal: 0.034,
  yearlyRateEffective: 0.0345,
  validUntil: '2026-11-30',
});
const table = [offer(1, 48, 58972, 2830668), offer(2, 36, 77331, 2783905), offer(3, 60, 47966, 2877955)];

const read = (text: string, expects?: Expects, offers: readonly Offer[] = []) =>
  extractSlots(normalise(text).text, /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US', {
    refDate: '2026-11-23',
    expects,
    offers,
  });
const exactly = (value: number) => ({ min: value, max: value });

describe('a customer who answers what was asked', () => {
  const answers: [Expects, string, Slots][] = [
    ['monthlyAmount', '800', { monthlyAmount: exactly(800) }],
    ['monthlyAmount', '最多七八百吧', { monthlyAmount: { min: 700, max: 800 } }],
    ['monthlyAmount', '五百', { monthlyAmount: exactly(500) }],
    ['lumpSum', '5k', { lumpSum: exactly(5000) }],
    ['lumpSumShare', 'a third', { lumpSumShare: 0.3333 }],
    ['instalmentCount', '36', { instalmentCount: exactly(36) }],
    ['payday', '15', { payday: 15 }],
    ['payday', '月底', { payday: 'last' }],
    ['dueDay', '20th', { dueDay: 20 }],
    ['payDate', '15', { payDate: '2026-12-15' }],
    ['payDate', 'friday', { payDate: '2026-11-27' }],
    ['deferMonths', '两个月', { deferMonths: 2 }],
    ['daysPastDue', '三个月', { daysPastDue: 90 }],
    ['offer', '2', { offerNumber: 2 }],
    ['offer', '3号', { offerNumber: 3 }],
  ];
  it.each(answers)('after %s: %s', (expects, text, slots) => expect(read(text, expects, table).slots).toEqual(slots));

  it('may answer something else, and is heard', () => {
    expect(read('先还3000', 'monthlyAmount').slots).toEqual({ lumpSum: exactly(3000) });
    expect(read('每月800', 'lumpSum').slots).toEqual({ monthlyAmount: exactly(800) });
  });
});

describe('a customer who points at an offer on the table', () => {
  const choices: [string, number][] = [
    ['就第一个吧', 1],
    ['中间那个', 2],
    ['便宜点那个', 2],
    ['每月少点的那个', 3],
    ['期数短的那个', 2],
    ['最后一个', 3],
    ['36期那个', 2],
    ['每月592那个', 1],
    ['the 36 one', 2],
    ['the cheaper one', 2],
    ['the middle one', 2],
    ['the shortest one', 2],
    ['option 3 please', 3],
  ];
  it.each(choices)('%s', (text, number) => expect(read(text, 'offer', table).slots.offerNumber).toBe(number));

  it('and names the total, gets the one that costs least in all', () => {
    expect(read('总共最便宜的那个', 'offer', table).slots.offerNumber).toBe(2);
  });

  it('but refuses one, chooses none', () => {
    expect(read('第二个太高了', 'offer', table).slots.offerNumber).toBeUndefined();
  });

  it('by a number that is on no offer, is heard as said, so that this can be told', () => {
    expect(read('第五个', 'offer', table).slots.offerNumber).toBe(5);
  });
});

describe('a figure with two readings', () => {
  it.each([
    ['8', 'monthlyAmount'],
    ['1.500', 'monthlyAmount'],
    ['1.5', 'lumpSum'],
  ] as const)('%s for %s is asked about, not guessed', (text, expects) => {
    const { slots, ambiguity } = read(text, expects);
    expect(slots).toEqual({});
    expect(ambiguity).toMatchObject({ kind: 'figure', slot: expects });
  });

  it('two amounts for one thing are asked about', () => {
    expect(read('每月500前三个月，之后每月800')).toMatchObject({
      slots: {},
      ambiguity: { kind: 'figure', slot: 'monthlyAmount', readings: [500, 800] },
    });
  });
});
