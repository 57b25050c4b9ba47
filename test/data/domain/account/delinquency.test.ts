// How late a customer is, and what is forgiven.
import fc from 'fast-check';
import {
  billStanding,
  bucketOf,
  buckets,
  countsAsPaid,
  daysPastDue,
  pastDueSince,
} from '../../../../data/domain/account/delinquency';

const bill = { dueDate: '2026-11-10', minimumDueFen: 100_000, paidFen: 0 };

test.each([
  [0, 'M0'],
  [1, 'M1'],
  [30, 'M1'],
  [31, 'M2'],
  [90, 'M3'],
  [91, 'M4'],
  [180, 'M6'],
  [181, 'M7+'],
  [457, 'M7+'],
])('%i days past due are bucket %s', (days, bucket) => {
  expect(bucketOf(days)).toBe(bucket);
});

test('a bucket never goes back as days go on, and half a day has none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_500 }), (days) => {
      expect(buckets.indexOf(bucketOf(days + 1))).toBeGreaterThanOrEqual(buckets.indexOf(bucketOf(days)));
    }),
  );
  expect(() => bucketOf(0.5)).toThrow(RangeError);
  expect(() => bucketOf(-1)).toThrow(RangeError);
});

test('three days of grace, then the days count from the due date', () => {
  expect(['2026-11-10', '2026-11-11', '2026-11-13', '2026-11-14'].map((today) => billStanding(bill, today))).toEqual([
    'notDue',
    'inGrace',
    'inGrace',
    'pastDue',
  ]);
  expect([daysPastDue([bill], '2026-11-13'), daysPastDue([bill], '2026-11-14')]).toEqual([0, 4]);
});

test('ten yuan short counts as paid, a fen more does not', () => {
  expect(countsAsPaid({ minimumDueFen: 100_000, paidFen: 99_000 })).toBe(true);
  expect(countsAsPaid({ minimumDueFen: 100_000, paidFen: 98_999 })).toBe(false);
  expect(billStanding({ ...bill, paidFen: 99_000 }, '2027-01-01')).toBe('paid');
});

test('another bank may give more grace', () => {
  const grace = { graceDays: 9, graceShortfallFen: 0 };
  expect(billStanding(bill, '2026-11-19', grace)).toBe('inGrace');
  expect(billStanding({ ...bill, paidFen: 99_999 }, '2026-11-20', grace)).toBe('pastDue');
});

test('the oldest unpaid minimum decides, whatever the order of the bills', () => {
  const bills = [bill, { ...bill, dueDate: '2026-09-10' }, { ...bill, dueDate: '2026-08-10', paidFen: 100_000 }];
  expect(pastDueSince(bills, '2026-11-23')).toBe('2026-09-10');
  expect(daysPastDue(bills, '2026-11-23')).toBe(74);
  expect(daysPastDue([], '2026-11-23')).toBe(0);
});
