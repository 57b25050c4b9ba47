// Offers on the table when days, payments, documents or policies change: carried, made anew with the reason, or taken off.
import type { NegotiableAccount } from '../../../../../data/domain/account/account';
import type { PolicyLimits } from '../../../../../data/domain/limits/policyLimits';
import { dropExpired, reviseTable } from '../../../../../data/domain/negotiation/answer/reviseTable';
import type { Move } from '../../../../../data/domain/negotiation/move';
import type { Negotiation } from '../../../../../data/domain/negotiation/negotiation';
import { eligibility } from '../../../../../data/domain/negotiation/offers/eligibility';
import { monthly, offersIn, play, shippedLimits, theAccount, today, upFront } from '../bargaining';

const menu = ['negotiate.terms', { ...monthly(700, 800), payday: 15 }] as const;
const choose = (offerNumber: number) => ['negotiate.accept', { offerNumber }] as const;

interface World {
  readonly account?: NegotiableAccount;
  readonly limits?: PolicyLimits;
  readonly today?: string;
}

function revised(
  negotiation: Negotiation,
  { account = theAccount(), limits = shippedLimits, today: day = today }: World,
) {
  const fit = eligibility(account, limits);
  if (fit.kind === 'refused') throw new Error('this account may be negotiated');
  return reviseTable({ negotiation, account, limits, segment: fit.segment, today: day });
}

const causes = (move: Move, rule: 'table.remade' | 'table.withdrawn') =>
  move.reasons.filter((reason) => reason.rule === rule).map(({ facts }) => [facts.offerNumber, facts.cause]);

/** Fees and interest as they are, so much less principal. */
const afterPaying = (paidFen: number, changes: Partial<NegotiableAccount> = {}) =>
  theAccount({ balanceFen: 2_643_120 - paidFen, principalFen: 2_000_000 - paidFen, ...changes });

const shown = () => play([menu]).negotiation;

describe('days', () => {
  test('an offer stays until its last day, and a choice that has run out is none', () => {
    const { negotiation } = play([menu, choose(1)]);
    expect(dropExpired(negotiation, '2026-11-30')).toBe(negotiation);
    expect(dropExpired(negotiation, '2026-12-01')).toMatchObject({ table: [], shownNumbers: [], signing: null });
    expect(dropExpired(negotiation, '2026-12-01').lowestInstalmentFen).toBeNull();
  });
  test('what was agreed stays agreed', () => {
    const { negotiation } = play([menu, choose(1), 'affirm']);
    expect(dropExpired(negotiation, '2026-12-01').signing?.step).toBe('signed');
  });
  test('interest of a few days more, and a day more past due, change nothing', () => {
    const later = theAccount({ balanceFen: 2_649_120, interestFen: 499_120, daysPastDue: 460 });
    expect(revised(shown(), { account: later, today: '2026-11-26' })).toMatchObject({
      negotiation: shown(),
      reasons: [],
    });
  });
  test('an offer whose first date has come is dated anew, and that is said', () => {
    const start = shown();
    const near = { ...start, table: start.table.map((offer) => ({ ...offer, firstDueDate: '2026-11-25' })) };
    const { reasons, negotiation } = revised(near, { today: '2026-11-25' });
    expect(reasons.map(({ facts }) => facts.cause)).toEqual(near.table.map(() => 'date'));
    for (const offer of negotiation.table) expect(offer.firstDueDate > '2026-11-25').toBe(true);
  });
});

describe('payments', () => {
  test('the same plans stand on what is left, with their numbers and last day, and the reason is said', () => {
    const account = afterPaying(200_000);
    const { last, negotiation } = play([choose(1)], { from: shown(), account, today: '2026-11-25' });
    expect(last).toMatchObject({
      kind: 'readBack',
      offer: { number: 1, financedFen: 2_443_120, validUntil: '2026-11-30' },
    });
    expect(causes(last, 'table.remade')).toEqual(negotiation.table.map(({ number }) => [number, 'payment']));
  });
  test('a first payment that was paid already is no longer asked for, and nothing breaks', () => {
    const { negotiation } = play([['negotiate.terms', { ...monthly(300), ...upFront(10_000) }]]);
    const [offer] = negotiation.table;
    if (offer === undefined || offer.downPaymentFen === 0) throw new Error('an offer with a first payment');
    // More than the first payment share that policy allows of what is left.
    const account = afterPaying(2_000_000, { principalFen: 0 });
    for (const act of [choose(offer.number), 'affirm', 'deny', menu] as const) {
      const { last, negotiation: after } = play([act], { from: negotiation, account });
      expect(last.kind).not.toBe('agreed');
      for (const one of after.table)
        expect(one.financedFen + one.downPaymentFen).toBeLessThanOrEqual(account.balanceFen);
    }
  });
  test('a read-back before a payment is no read-back after it: the new terms are read, and only then agreed', () => {
    const { negotiation } = play([menu, choose(1)]);
    const account = afterPaying(200_000);
    const { moves } = play(['affirm', 'affirm'], { from: negotiation, account });
    expect(moves.map(({ kind }) => kind)).toEqual(['readBack', 'agreed']);
    expect(moves[1]).toMatchObject({ agreement: { offer: { number: 1, financedFen: 2_443_120 } } });
  });
  test('paid down to less than any plan: refused, not broken', () => {
    const { negotiation } = play([menu, choose(1)]);
    const account = afterPaying(2_600_000, { principalFen: 43_120, interestFen: 0, feesFen: 0 });
    expect(play(['affirm'], { from: negotiation, account }).last).toMatchObject({
      kind: 'refuse',
      reason: 'balanceTooSmall',
    });
  });
  test('a payment that was taken back raises what is owed: the offers are made anew on it', () => {
    const account = theAccount({ balanceFen: 2_843_120, principalFen: 2_200_000 });
    const { last } = play([choose(1)], { from: shown(), account });
    expect(last).toMatchObject({ kind: 'readBack', offer: { number: 1, financedFen: 2_843_120 } });
    expect(causes(last, 'table.remade')[0]).toEqual([1, 'balance']);
  });
});

describe('evidence', () => {
  const proved = theAccount({ documentedReasons: ['unemployed'] });
  test('relief whose proof was taken back goes with it, chosen or not, and the reason is said', () => {
    const { negotiation } = play([menu, choose(1)], { account: proved });
    expect(negotiation.table.some(({ reliefRuleId }) => reliefRuleId !== null)).toBe(true);
    const { last, negotiation: after } = play(['affirm'], { from: negotiation });
    expect(last.kind).not.toBe('agreed');
    expect(causes(last, 'table.withdrawn')[0]).toEqual([1, 'evidence']);
    expect(after.table.every(({ reliefRuleId }) => reliefRuleId === null)).toBe(true);
  });
  test('documents that now support less take off what they no longer carry', () => {
    const { negotiation } = play([menu]);
    const account = theAccount({ documentedMonthlyCapacityFen: 65_000 });
    const { negotiation: after, reasons } = revised(negotiation, { account });
    const carried = 65_000 * shippedLimits.evidence.documentedShareMax;
    expect(reasons.length).toBeGreaterThan(0);
    for (const offer of after.table) expect(offer.instalmentFen).toBeLessThanOrEqual(carried);
  });
  test('documents taken back take their table along, and the next menu is that of who never sent any', () => {
    const account = theAccount({ documentedMonthlyCapacityFen: 70_000 });
    const figure = ['negotiate.terms', monthly(1500)] as const;
    const { negotiation } = play([['negotiate.terms', monthly(700)]], { account });
    expect(negotiation.table.length).toBeGreaterThan(0);
    const { last, negotiation: after } = play([figure], { from: negotiation });
    const terms = (move: Move) => offersIn(move).map(({ number: _, ...offer }) => offer);
    expect(terms(last)).toEqual(terms(play([figure]).last));
    expect(causes(last, 'table.withdrawn').map(([, cause]) => cause)).toEqual(negotiation.table.map(() => 'evidence'));
    expect(after.table.length).toBe(offersIn(last).length);
  });
});

describe('policies', () => {
  const dearer: PolicyLimits = {
    ...shippedLimits,
    version: 'offers-2026-12',
    segments: shippedLimits.segments.map((segment) => ({
      ...segment,
      monthlyRateList: segment.monthlyRateList + 0.001,
    })),
  };
  test('under a version that is gone the offers are made anew under the one in force, and that is said', () => {
    const { negotiation } = play([menu, choose(1)]);
    const { last, negotiation: after } = play(['affirm'], { from: negotiation, limits: dearer });
    expect(last.kind).toBe('readBack');
    expect(causes(last, 'table.remade')[0]).toEqual([1, 'policy']);
    expect(after.policyVersion).toBe('offers-2026-12');
    expect(play(['affirm'], { from: after, limits: dearer }).last).toMatchObject({
      kind: 'agreed',
      agreement: { policyVersion: 'offers-2026-12' },
    });
  });
  test('a number of months that policy no longer has is taken off', () => {
    const fewer = {
      ...dearer,
      segments: dearer.segments.map((segment) => ({ ...segment, instalmentCounts: [12, 24] })),
    };
    const { last } = play([choose(1)], { from: shown(), limits: fewer });
    expect(last.kind).not.toBe('readBack');
    expect(causes(last, 'table.withdrawn').length).toBeGreaterThan(0);
  });
  test('with an empty table nothing holds the old version', () => {
    const { negotiation } = play(['negotiate.start']);
    expect(play([menu], { from: negotiation, limits: dearer }).negotiation.policyVersion).toBe('offers-2026-12');
    const [first] = offersIn(play([menu], { from: negotiation, limits: dearer, hasNoMoney: true }).last);
    expect(first?.monthlyRate).toBe(dearer.segments[1]?.monthlyRateList);
  });
});
