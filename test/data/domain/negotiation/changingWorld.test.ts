// Laws of the engine over what happens between the turns: payments, charges, documents, days and other limits.
import fc from 'fast-check';
import type { NegotiableAccount } from '../../../../data/domain/account/account';
import { addDays } from '../../../../data/domain/calendar/calendar';
import { type CustomerTurn, certainTurn } from '../../../../data/domain/customer/customerTurn';
import type { PolicyLimits } from '../../../../data/domain/limits/policyLimits';
import type { Move } from '../../../../data/domain/negotiation/move';
import { type Negotiation, negotiationSchema, startNegotiation } from '../../../../data/domain/negotiation/negotiation';
import { nextMove } from '../../../../data/domain/negotiation/nextMove';
import { eligibility } from '../../../../data/domain/negotiation/offers/eligibility';
import { rehearseYes } from '../../../../data/domain/negotiation/signing/signingProof';
import type { Offer } from '../../../../data/domain/offer/offer';
import { arbitraryAccount, arbitraryLimits, arbitraryTurns } from './arbitraries';
import { today as firstDay, monthly, offersIn, play, theAccount } from './bargaining';

interface World {
  readonly account: NegotiableAccount;
  readonly limits: PolicyLimits;
  readonly today: string;
}
type Change =
  | { readonly pay: number }
  | { readonly charge: number }
  | { readonly documents: number | null }
  | { readonly proofTakenBack: true }
  | { readonly days: number }
  | { readonly version: string }
  | { readonly policy: PolicyLimits }
  | { readonly sentAgain: NegotiableAccount }
  | { readonly product: string };

const owing = (
  account: NegotiableAccount,
  principalFen: number,
  interestFen = account.interestFen,
): NegotiableAccount => ({
  ...account,
  principalFen,
  interestFen,
  balanceFen: principalFen + interestFen + account.feesFen,
});

function changed({ account, limits, today }: World, change: Change): World {
  if ('pay' in change)
    return { account: owing(account, Math.floor(account.principalFen * (1 - change.pay))), limits, today };
  if ('charge' in change) return { account: owing(account, account.principalFen + change.charge), limits, today };
  if ('documents' in change)
    return { account: { ...account, documentedMonthlyCapacityFen: change.documents }, limits, today };
  if ('proofTakenBack' in change) return { account: { ...account, documentedReasons: [] }, limits, today };
  if ('version' in change) return { account, limits: { ...limits, version: change.version }, today };
  if ('policy' in change) return { account, limits: { ...change.policy, version: 'limits-replaced' }, today };
  if ('sentAgain' in change) return { account: change.sentAgain, limits, today };
  if ('product' in change) return { account: { ...account, product: change.product }, limits, today };
  const later = addDays(today, change.days);
  const accrued = account.interestFen + Math.floor(account.principalFen * 0.0005 * change.days);
  const aged = { ...owing(account, account.principalFen, accrued), daysPastDue: account.daysPastDue + change.days };
  return { account: aged, limits, today: later };
}

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ pay: fc.constantFrom(0.001, 0.2, 0.8, 1) }),
  fc.record({ charge: fc.integer({ min: 1, max: 500_000 }) }),
  fc.record({ documents: fc.option(fc.integer({ min: 10_000, max: 300_000 })) }),
  fc.constant({ proofTakenBack: true } as const),
  fc.record({ days: fc.constantFrom(1, 3, 8, 40) }),
  fc.record({ version: fc.constantFrom('limits-b', 'limits-c') }),
  fc.record({ policy: arbitraryLimits }),
  fc.record({ sentAgain: arbitraryAccount }),
  fc.record({ product: fc.constantFrom('corporate', 'Corporate ', 'standard') }),
);
const nearSignature = fc.constantFrom<CustomerTurn>(
  certainTurn('affirm'),
  certainTurn('negotiate.accept', { offerNumber: 1 }),
  certainTurn('negotiate.accept', { offerNumber: 2 }),
  certainTurn('negotiate.reject'),
  certainTurn('ask.creditReport'),
);
const turn = fc.oneof(
  arbitraryTurns.map(([first]) => first ?? certainTurn('affirm')),
  nearSignature,
  nearSignature,
);
const story = fc.record({
  account: arbitraryAccount,
  limits: arbitraryLimits,
  steps: fc.array(fc.record({ changes: fc.array(change, { maxLength: 2 }), turn }), { minLength: 2, maxLength: 12 }),
});

interface Told {
  readonly world: World;
  readonly before: Negotiation;
  readonly move: Move;
  readonly after: Negotiation;
}

function tell({ account, limits, steps }: typeof story extends fc.Arbitrary<infer Value> ? Value : never): Told[] {
  let world: World = { account, limits, today: firstDay };
  let before = startNegotiation(limits, account, firstDay);
  return steps.map((one) => {
    world = one.changes.reduce(changed, world);
    const proof = rehearseYes(before.signing, one.turn);
    const { move, negotiation } = nextMove(before, one.turn, world.account, world.limits, world.today, proof);
    const told = { world, before, move, after: negotiation };
    before = negotiationSchema.parse(JSON.parse(JSON.stringify(negotiation)));
    return told;
  });
}

const law = (name: string, holds: (told: readonly Told[]) => void) =>
  test(name, () =>
    fc.assert(
      fc.property(story, (drawn) => holds(tell(drawn))),
      { numRuns: 200 },
    ),
  );

const takesOff = ({ financedFen, downPaymentFen, feeWaiverFen, interestWaiverFen }: Offer) =>
  financedFen + downPaymentFen + feeWaiverFen + interestWaiverFen;
const shown = (move: Move): readonly Offer[] => (move.kind === 'readBack' ? [move.offer] : offersIn(move));

law(
  'no offer shown or read back is above what is owed, past its day, or under other limits than those that hold',
  (told) => {
    for (const { move, world, after } of told)
      for (const offer of shown(move)) {
        expect(takesOff(offer)).toBeLessThanOrEqual(world.account.balanceFen);
        expect(offer.validUntil >= world.today && offer.firstDueDate > world.today).toBe(true);
        expect(after.offerVersions[offer.number]).toBe(world.limits.version);
      }
  },
);

law('agreed is only what was the last thing read back, to the fen, and still stands', (told) => {
  told.forEach(({ move, world }, index) => {
    if (move.kind !== 'agreed') return;
    const last = told[index - 1]?.move;
    if (last?.kind === 'agreed') return;
    expect(last).toMatchObject({ kind: 'readBack' });
    expect(last?.kind === 'readBack' && last.offer).toEqual(move.agreement.offer);
    expect(move.agreement.policyVersion).toBe(world.limits.version);
    expect(takesOff(move.agreement.offer)).toBeLessThanOrEqual(world.account.balanceFen);
  });
});

law(
  'an offer that changes or goes before its day has its reason, and its number never means two plans without one',
  (told) => {
    for (const { before, after, move, world } of told) {
      const named = new Set(
        move.reasons.filter(({ rule }) => rule.startsWith('table.')).map(({ facts }) => facts.offerNumber),
      );
      const closed = ['refuse', 'end', 'handoff', 'hardship', 'promise', 'agreed'].includes(move.kind);
      for (const offer of before.table) {
        if (offer.validUntil < world.today || closed) continue;
        const now = after.table.find(({ number }) => number === offer.number);
        // Advice follows what is said; terms change with a reason only.
        const termsOf = ({ chosenAgainstAdvice: _, ...terms }: Offer) => JSON.stringify(terms);
        if (now === undefined || termsOf(now) !== termsOf(offer)) expect(named).toContain(offer.number);
      }
    }
  },
);

law('relief is signed only while its proof stands', (told) => {
  for (const { move, world } of told) {
    if (move.kind !== 'readBack' || world.limits.reliefToClose) continue;
    const rule = world.limits.reliefRules.find(({ reliefRuleId }) => reliefRuleId === move.offer.reliefRuleId);
    if (rule?.needs.kind !== 'evidence') continue;
    const { documentedReasons = [] } = world.account;
    expect(rule.needs.reasons.some((proof) => documentedReasons.includes(proof))).toBe(true);
  }
});

law('what is shown or signed lies inside the limits that hold today, for the account as it is today', (told) => {
  for (const { move, world } of told) {
    const offers = move.kind === 'agreed' ? [move.agreement.offer] : shown(move);
    const documented = world.account.documentedMonthlyCapacityFen ?? Number.POSITIVE_INFINITY;
    for (const offer of offers) {
      expect(eligibility(world.account, world.limits).kind).toBe('eligible');
      expect(offer.downPaymentFen).toBeLessThanOrEqual(world.account.balanceFen);
      expect(offer.instalmentFen).toBeLessThanOrEqual(documented * world.limits.evidence.documentedShareMax);
    }
  }
});

law('a promise is recorded only for what is still owed, and for a day that is still to come', (told) => {
  for (const { move, world } of told)
    if (move.kind === 'promise' && move.recorded) {
      expect(move.amountFen).toBeLessThanOrEqual(world.account.balanceFen);
      expect(move.payDate >= world.today).toBe(true);
    }
});

test.each(['corporate', 'Corporate', ' CORPORATE '])(
  'a product that policy excludes is excluded however it is written: %j',
  (product) => {
    expect(play(['negotiate.start'], { account: theAccount({ product }) }).last).toMatchObject({
      kind: 'refuse',
      reason: 'excluded',
    });
  },
);

test('an account sent again with a smaller debt: nothing larger than the debt is read back or signed', () => {
  const { negotiation } = play([
    ['negotiate.terms', monthly(1200)],
    ['negotiate.accept', { offerNumber: 1 }],
  ]);
  const account = theAccount({ balanceFen: 500_000, principalFen: 400_000, interestFen: 80_000, feesFen: 20_000 });
  const { moves } = play(['affirm', 'affirm', ['negotiate.terms', monthly(300)]], { from: negotiation, account });
  for (const move of moves)
    for (const offer of move.kind === 'agreed' ? [move.agreement.offer] : shown(move))
      expect(takesOff(offer)).toBeLessThanOrEqual(500_000);
});
