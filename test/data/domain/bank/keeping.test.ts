// Nothing goes before its time, nothing stays without a ground, and a legal hold outlasts every time.
import '../../../seeds';
import fc from 'fast-check';
import { debtStanding, type KeepingFacts, type Kept, keepingOf } from '../../../../data/domain/bank/keeping';
import { addDays } from '../../../../data/domain/calendar/calendar';
import retention from '../../../../data/policy/retention.json';
import { anAccount } from '../builders';

const today = '2026-11-23';
const settledLongAgo = { kind: 'settled', on: '2015-01-01' } as const;
const facts = (more: Partial<KeepingFacts> = {}): KeepingFacts => ({
  today,
  rules: retention,
  contactDays: 732,
  debt: settledLongAgo,
  isHeld: false,
  ...more,
});

const anyDay = fc.integer({ min: -6000, max: 0 }).map((days) => addDays(today, days));
const anyRecord: fc.Arbitrary<Kept> = fc.oneof(
  fc.constant({ kind: 'agreement' } as const),
  anyDay.map((on) => ({ kind: 'contact', on }) as const),
  fc.option(anyDay, { nil: null }).map((closedOn) => ({ kind: 'case', closedOn }) as const),
  fc
    .record({
      caseKind: fc.constantFrom('hardship', 'complaint', 'person'),
      closedOn: fc.option(anyDay, { nil: null }),
    })
    .map((one) => ({ kind: 'evidence', ...one }) as Kept),
);
const anyDebt = fc.oneof(
  fc.constant({ kind: 'open' } as const),
  anyDay.map((on) => ({ kind: 'settled', on }) as const),
);

test('what stays, stays until the day that is told and not one longer; what goes had no ground left', () => {
  fc.assert(
    fc.property(anyRecord, anyDebt, (record, debt) => {
      const keeping = keepingOf(record, facts({ debt }));
      if (keeping === null || keeping.until === null) return;
      expect(keepingOf(record, facts({ debt, today: keeping.until }))).not.toBeNull();
      expect(keepingOf(record, facts({ debt, today: addDays(keeping.until, 1) }))).toBeNull();
    }),
  );
});

test('under a legal hold everything stays, and nobody can say until when', () => {
  fc.assert(
    fc.property(anyRecord, anyDebt, (record, debt) => {
      expect(keepingOf(record, facts({ debt, isHeld: true }))).toEqual({ ground: 'legalHold', until: null });
    }),
  );
});

test('papers for a review stay while the debt does; those of a complaint go with the complaint', () => {
  const closedOn = '2016-01-01';
  const open = facts({ debt: { kind: 'open' } });
  expect(keepingOf({ kind: 'evidence', caseKind: 'hardship', closedOn }, open)?.ground).toBe('debtOpen');
  expect(keepingOf({ kind: 'evidence', caseKind: 'complaint', closedOn }, open)).toBeNull();
  expect(keepingOf({ kind: 'evidence', caseKind: 'complaint', closedOn: null }, facts())?.ground).toBe('caseOpen');
});

test('a debt is settled when nothing is owed and nothing runs, from the last payment on', () => {
  const owing = anAccount();
  const paid = anAccount({
    principalFen: 0,
    interestFen: 0,
    feesFen: 0,
    payments: [{ paymentId: 'P1', paidOn: '2026-05-01', amountFen: 100, channel: 'transfer' }],
  });
  expect(debtStanding({ accounts: [owing], arrangements: [] }, today)).toEqual({ kind: 'open' });
  expect(debtStanding({ accounts: [paid], arrangements: [] }, today)).toEqual({ kind: 'settled', on: '2026-05-01' });
  const running = [{ status: 'active', signedOn: '2026-06-01' }];
  expect(debtStanding({ accounts: [paid], arrangements: running }, today)).toEqual({ kind: 'open' });
});
