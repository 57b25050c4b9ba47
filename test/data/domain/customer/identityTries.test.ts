// Counts of tries: bounded, taken back when right, free again in time, and never more than the limits let through.
import fc from 'fast-check';
import { countTry, type IdentityTries, takeBackTry } from '../../../../data/domain/customer/identityTries';
import { isInForce } from '../../../../data/domain/customer/verification';
import { verificationRulesSchema } from '../../../../data/domain/customer/verificationRules';
import shipped from '../../../../data/policy/verification.json';

const start = Date.parse('2026-11-23T00:00:00.000Z');
const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
const limits = fc.uniqueArray(
  fc.record({ count: fc.integer({ min: 1, max: 9 }), minutes: fc.integer({ min: 1, max: 300 }) }),
  {
    minLength: 1,
    maxLength: 3,
    selector: ({ minutes }) => minutes,
  },
);
const waits = fc.array(fc.nat(60), { minLength: 1, maxLength: 120 });

it('lets no more tries through in any window than its limit, however they are spread', () => {
  fc.assert(
    fc.property(limits, waits, (list, gaps) => {
      let record: IdentityTries | undefined;
      let now = 0;
      const answered = new Map<string, number>();
      for (const gap of gaps) {
        now += gap;
        const counted = countTry(record, 'k', list, at(now));
        record = counted.record;
        if (counted.isOver) continue;
        for (const { minutes, startedAt } of record.windows) {
          const key = `${minutes} ${startedAt}`;
          answered.set(key, (answered.get(key) ?? 0) + 1);
        }
      }
      for (const [key, times] of answered) {
        const limit = list.find(({ minutes }) => key.startsWith(`${minutes} `));
        expect(times).toBeLessThanOrEqual(limit?.count ?? 0);
      }
    }),
  );
});

it('is free again at the time that was told, and not before', () => {
  fc.assert(
    fc.property(limits, fc.integer({ min: 1, max: 12 }), (list, tries) => {
      let record: IdentityTries | undefined;
      let last = countTry(record, 'k', list, at(0));
      for (let number = 1; number < tries; number += 1) {
        record = last.record;
        last = countTry(record, 'k', list, at(0));
      }
      if (last.freeAt === null) return expect(last.left).toBeGreaterThan(0);
      const before = new Date(Date.parse(last.freeAt) - 1).toISOString();
      expect(countTry(last.record, 'k', list, before).isOver).toBe(true);
      return expect(countTry(last.record, 'k', list, last.freeAt).isOver).toBe(false);
    }),
  );
});

it('a try that is taken back counts for nothing', () => {
  fc.assert(
    fc.property(limits, fc.integer({ min: 1, max: 50 }), (list, tries) => {
      let record: IdentityTries | undefined;
      for (let number = 0; number < tries; number += 1) {
        const counted = countTry(record, 'k', list, at(0));
        expect(counted.isOver).toBe(false);
        record = takeBackTry(counted.record);
      }
    }),
  );
});

it('says once that a limit was passed, and counts no further', () => {
  let record: IdentityTries | undefined;
  const passed: boolean[] = [];
  for (let number = 0; number < 1000; number += 1) {
    const counted = countTry(record, 'bank', [{ count: 20, minutes: 10 }], at(0));
    record = counted.record;
    passed.push(counted.passedNow);
  }
  expect(passed.filter(Boolean)).toHaveLength(1);
  expect(record?.windows[0]?.count).toBe(21);
});

it('a verification holds while neither silence nor the whole time is over, and never before it was made', () => {
  const lifetime = { idleMinutes: 30, absoluteMinutes: 720 };
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 2000 }), fc.integer({ min: 0, max: 2000 }), (now, heard) => {
      const verification = { customerId: 'c', method: 'endings' as const, since: at(0), lastHeardAt: at(heard) };
      const holds = now >= 0 && now <= 720 && now - heard <= 30;
      expect(isInForce(verification, at(now), lifetime)).toBe(holds);
    }),
  );
});

it.each([
  ['idleMinutes', { idleMinutes: 0 }],
  ['idleMinutes', { idleMinutes: 900 }],
  ['absoluteMinutes', { absoluteMinutes: 100_000 }],
  ['figures', { figures: 'nothing' }],
  ['signing', { signing: 'endings' }],
  ['codes', { codes: [] }],
  ['triesOfAll', { triesOfAll: { card: [{ count: 3, minutes: 60 }] } }],
  [
    'triesOfOne',
    {
      triesOfOne: {
        ...shipped.triesOfOne,
        user: [
          { count: 1, minutes: 5 },
          { count: 2, minutes: 5 },
        ],
      },
    },
  ],
])('rules with a broken %s are refused, with the field named', (field, change) => {
  const parsed = verificationRulesSchema.safeParse({ ...shipped, ...change });
  expect(parsed.error?.issues.map((issue) => issue.path[0])).toContain(field);
});
