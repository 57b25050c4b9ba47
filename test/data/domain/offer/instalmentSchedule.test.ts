// What a customer pays on an instalment arrangement, to the fen.
import fc from 'fast-check';
import {
  type InstalmentTerms,
  instalmentAmounts,
  instalmentAmountsFast,
  instalmentSchedule,
  type ScheduleTerms,
} from '../../../../data/domain/offer/instalmentSchedule';

const schedule = (terms: Partial<ScheduleTerms>) =>
  instalmentSchedule({
    financedFen: 1_200_000,
    interestFreeFen: 0,
    instalmentCount: 12,
    monthlyRate: 0.006,
    method: 'annuity',
    firstDueDate: '2026-12-16',
    dueDay: 16,
    ...terms,
  });
const payments = (terms: Partial<ScheduleTerms>) => schedule(terms).map((row) => row.paymentFen);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('12,000 yuan over 12 months at 0.6 % a month', () => {
  test('by annuity is 1,039.43 a month, and in all the 12,473.13 of the formula but for rounding each month to the fen', () => {
    expect(payments({}).slice(0, 11)).toEqual(Array(11).fill(103_943));
    // Twelve unrounded annuities are 12,473.132; interest that is whole fen in every row adds 2 fen in this case.
    expect(payments({})[11]).toBe(103_942);
    expect(Math.abs(sum(payments({})) - 1_247_313)).toBeLessThanOrEqual(2);
  });

  test('by equal principal falls from 1,072.00 to 1,006.00 and is 12,468.00 in all', () => {
    const falling = payments({ method: 'equalPrincipal' });
    expect([falling[0], falling[11], sum(falling)]).toEqual([107_200, 100_600, 1_246_800]);
    expect(schedule({ method: 'equalPrincipal' }).every((row) => row.principalFen === 100_000)).toBe(true);
  });

  test('by a flat fee is 1,072.00 every month and 12,864.00 in all', () => {
    expect(payments({ method: 'flatFee' })).toEqual(Array(12).fill(107_200));
    expect(sum(payments({ method: 'flatFee' }))).toBe(1_286_400);
  });

  test('at no interest is a twelfth a month', () => {
    for (const method of ['annuity', 'equalPrincipal', 'flatFee'] as const) {
      expect(payments({ method, monthlyRate: 0 })).toEqual(Array(12).fill(100_000));
    }
  });
});

describe('26,431.20 yuan at 0.3 % a month, of which 1,500.00 of fees bear none: the case the project began with', () => {
  const theCase = { financedFen: 2_643_120, interestFreeFen: 150_000, monthlyRate: 0.003 };

  // From a decimal calculator: 24,931.20 by annuity and 1,500.00 by the month, each rounded half up in every row.
  test.each([
    [48, 58_972, 58_984, 2_830_668],
    [36, 77_331, 77_320, 2_783_905],
    [60, 47_966, 47_961, 2_877_955],
  ])('over %i months', (instalmentCount, instalmentFen, lastInstalmentFen, totalFen) => {
    const amounts = instalmentAmounts({ ...theCase, instalmentCount, method: 'annuity' });
    expect(amounts).toEqual({ instalmentFen, lastInstalmentFen, totalFen });
  });

  test('over 48 months costs 1,875.48 of interest and takes 31.25 of the fees off each month', () => {
    const rows = schedule({ ...theCase, instalmentCount: 48 });
    expect(sum(rows.map((row) => row.interestFen))).toBe(187_548);
    expect(rows.every((row) => row.interestFreeFen === 3_125)).toBe(true);
    // 24,931.20 × 0.003
    expect(rows[0]).toMatchObject({ interestFen: 7_479, principalFen: 51_493, remainingFen: 2_591_627 });
  });

  test('costs less when a fee takes the place of principal, by every method', () => {
    for (const method of ['annuity', 'equalPrincipal', 'flatFee'] as const) {
      const interest = (interestFreeFen: number) =>
        sum(schedule({ ...theCase, interestFreeFen, instalmentCount: 48, method }).map((row) => row.interestFen));
      expect(interest(150_000)).toBeLessThan(interest(0));
      expect(interest(2_643_120)).toBe(0);
    }
  });

  test('runs on the 16th from 2026-12-16 to 2030-11-16 over 48 months', () => {
    const rows = schedule({ ...theCase, instalmentCount: 48 });
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 48 }, (_, index) => index + 1));
    expect([rows[0]?.dueDate, rows[1]?.dueDate, rows[47]?.dueDate]).toEqual(['2026-12-16', '2027-01-16', '2030-11-16']);
  });
});

test('50,000 yuan at 0.6 % a month is at the least 994.78 over the longest term', () => {
  expect(
    instalmentAmounts({
      financedFen: 5_000_000,
      interestFreeFen: 0,
      instalmentCount: 60,
      monthlyRate: 0.006,
      method: 'annuity',
    }).instalmentFen,
  ).toBe(99_478);
});

test('a payment day that a month lacks is its last day, and comes back afterwards', () => {
  const dates = schedule({ firstDueDate: '2027-01-31', dueDay: 31, instalmentCount: 4 }).map((row) => row.dueDate);
  expect(dates).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  const lasts = schedule({ firstDueDate: '2028-01-31', dueDay: 'last', instalmentCount: 3 }).map((row) => row.dueDate);
  expect(lasts).toEqual(['2028-01-31', '2028-02-29', '2028-03-31']);
});

test('a first payment on another day than the rest moves none of them', () => {
  const dates = schedule({ firstDueDate: '2026-12-20', dueDay: 16, instalmentCount: 3 }).map((row) => row.dueDate);
  expect(dates).toEqual(['2026-12-20', '2027-01-16', '2027-02-16']);
});

test.each<readonly [string, Partial<ScheduleTerms>, RegExp]>([
  ['half a fen', { financedFen: 0.5 }, /financedFen/],
  ['less than nothing', { financedFen: -1 }, /financedFen/],
  ['more fen than can be counted', { financedFen: 2 ** 53 }, /financedFen/],
  ['a third of a fen without interest', { interestFreeFen: 1 / 3 }, /interestFreeFen/],
  ['less than nothing without interest', { interestFreeFen: -1 }, /interestFreeFen/],
  ['more without interest than there is', { interestFreeFen: 1_200_001 }, /interestFreeFen/],
  ['no payment', { instalmentCount: 0 }, /instalmentCount/],
  ['one payment and a half', { instalmentCount: 1.5 }, /instalmentCount/],
  ['a rate below nothing', { monthlyRate: -0.001 }, /monthlyRate/],
  ['a rate above everything', { monthlyRate: 1.001 }, /monthlyRate/],
  ['no rate', { monthlyRate: Number.NaN }, /monthlyRate/],
])('terms with %s are refused by name', (_, terms, named) => {
  expect(() => schedule(terms)).toThrow(RangeError);
  expect(() => schedule(terms)).toThrow(named);
});

test('the edges of what makes sense are worked out: nothing owed, one payment, and as much interest as principal', () => {
  expect(payments({ financedFen: 0, instalmentCount: 3 })).toEqual([0, 0, 0]);
  expect(payments({ instalmentCount: 1 })).toEqual([1_207_200]);
  expect(payments({ financedFen: 100, instalmentCount: 1, monthlyRate: 1 })).toEqual([200]);
  expect(payments({ financedFen: 300, instalmentCount: 2, monthlyRate: 1 })).toEqual([400, 400]);
});

test('interest on ten billion yuan is right to the fen, where plain figures no longer are', () => {
  const interest = (financedFen: number, monthlyRate: number) =>
    schedule({ financedFen, monthlyRate, instalmentCount: 2 })[0]?.interestFen;
  // 15,198,993,239.499999 and 13,062,989,456.499999
  expect(interest(999_999_555_201, 0.015199)).toBe(15_198_993_239);
  expect(interest(999_999_192_873, 0.013063)).toBe(13_062_989_456);
});

describe('laws of every schedule', () => {
  const terms: fc.Arbitrary<InstalmentTerms> = fc
    .record({
      financedFen: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 100_000, max: 100_000_000 })),
      freeShare: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
      instalmentCount: fc.integer({ min: 1, max: 60 }),
      monthlyRate: fc.integer({ min: 0, max: 200 }).map((bp) => bp / 10_000),
      method: fc.constantFrom('annuity' as const, 'equalPrincipal' as const, 'flatFee' as const),
    })
    .map(({ freeShare, ...rest }) => ({ ...rest, interestFreeFen: Math.floor(rest.financedFen * freeShare) }));

  test('principal parts sum to what is financed, and nothing is negative', () => {
    fc.assert(
      fc.property(terms, (any) => {
        const rows = schedule(any);
        expect(rows).toHaveLength(any.instalmentCount);
        expect(sum(rows.map((row) => row.principalFen))).toBe(any.financedFen);
        expect(sum(rows.map((row) => row.interestFreeFen))).toBe(any.interestFreeFen);
        expect(rows.at(-1)?.remainingFen).toBe(0);
        for (const row of rows) {
          const bearingFen = row.principalFen - row.interestFreeFen;
          expect(Math.min(bearingFen, row.interestFreeFen, row.interestFen, row.remainingFen)).toBeGreaterThanOrEqual(
            0,
          );
          expect(row.paymentFen).toBe(row.principalFen + row.interestFen);
        }
      }),
    );
  });

  test('what bears no interest is spread evenly and adds nothing to what the rest costs', () => {
    fc.assert(
      fc.property(terms, (any) => {
        const { interestFreeFen, instalmentCount } = any;
        const without = schedule({ ...any, financedFen: any.financedFen - interestFreeFen, interestFreeFen: 0 });
        const evenly = Math.floor(interestFreeFen / instalmentCount + 0.5);
        schedule(any).forEach((row, index) => {
          expect(row.interestFen).toBe(without[index]?.interestFen);
          expect(row.paymentFen - row.interestFreeFen).toBe(without[index]?.paymentFen);
          if (index < instalmentCount - 1) expect(row.interestFreeFen).toBeLessThanOrEqual(evenly);
        });
      }),
    );
  });

  test('more of the same sum without interest never costs more, but for fen of rounding', () => {
    fc.assert(
      fc.property(terms, fc.double({ min: 0, max: 1, noNaN: true }), (any, share) => {
        const interest = (interestFreeFen: number) =>
          sum(schedule({ ...any, interestFreeFen }).map((row) => row.interestFen));
        const more = any.interestFreeFen + Math.floor((any.financedFen - any.interestFreeFen) * share);
        // A level payment that is rounded down leaves up to a fen a month outstanding, which then bears interest.
        const roundingFen = any.instalmentCount * (1 + any.instalmentCount * any.monthlyRate);
        expect(interest(more)).toBeLessThanOrEqual(interest(any.interestFreeFen) + roundingFen);
      }),
    );
  });

  test('the total is the sum of the payments', () => {
    fc.assert(
      fc.property(terms, (any) => {
        expect(instalmentAmounts(any).totalFen).toBe(sum(payments(any)));
      }),
    );
  });

  test('level methods ask the same every month but the last, which differs by less than a fen a month', () => {
    fc.assert(
      fc.property(terms, (any) => {
        fc.pre(any.method !== 'equalPrincipal' && any.financedFen >= 100_000);
        const all = payments(any);
        // Where a part is worth less than a fen a month, rounding up uses it up before the last month.
        const parts = [any.interestFreeFen, any.financedFen - any.interestFreeFen];
        if (parts.every((fen) => fen === 0 || fen >= 100_000))
          expect(new Set(all.slice(0, -1)).size).toBeLessThanOrEqual(1);
        // Half a fen of rounding in each payment grows with interest until the last one takes it all.
        const growth = any.method === 'annuity' ? (1 + any.monthlyRate) ** any.instalmentCount : 1;
        const last = all.at(-1) ?? 0;
        expect(Math.abs(last - (all[0] ?? 0))).toBeLessThanOrEqual(any.instalmentCount * (growth + 1));
      }),
    );
  });

  test('the quick price agrees with the exact one', () => {
    fc.assert(
      fc.property(terms, (any) => {
        const exact = instalmentAmounts(any);
        const quick = instalmentAmountsFast(any);
        for (const key of ['instalmentFen', 'lastInstalmentFen', 'totalFen'] as const) {
          expect(Math.abs(quick[key] - exact[key])).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
