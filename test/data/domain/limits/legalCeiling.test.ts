// A bank that charges exactly what the law allows: such a policy is accepted, and what it allows is offered.
import fc from 'fast-check';
import { type PolicyLimits, readPolicyLimits } from '../../../../data/domain/limits/policyLimits';
import { candidateOffers } from '../../../../data/domain/negotiation/offers/candidateOffers';
import { buildOfferGrid } from '../../../../data/domain/negotiation/offers/offerGrid';
import type { InstalmentMethod } from '../../../../data/domain/offer/instalmentAmounts';
import { violations } from '../../../../data/domain/simulation/result/violations';
import { shippedLimits, theAccount, today } from '../negotiation/bargaining';

const [, late] = shippedLimits.segments;
if (late === undefined) throw new Error('two segments ship');

/** The monthly rate that costs 24 % a year: 1.24^(1/12) − 1, or the flat fee whose payments are worth the same. */
function rateAtCeiling(method: InstalmentMethod, count: number): number {
  const monthly = 1.24 ** (1 / 12) - 1;
  if (method !== 'flatFee') return monthly;
  return monthly / (1 - (1 + monthly) ** -count) - 1 / count;
}

function policyAt(method: InstalmentMethod, count: number, monthlyRateList: number): PolicyLimits | null {
  const segment = {
    ...late,
    methods: [method],
    instalmentCounts: [count],
    monthlyRateList,
    reliefRuleIds: [],
    instalmentFenMin: 0,
    daysPastDueMin: 1,
  };
  const reading = readPolicyLimits({ ...shippedLimits, segments: [segment] });
  return reading.kind === 'ok' ? reading.limits : null;
}

const anyTerms = fc.record({
  method: fc.constantFrom<InstalmentMethod>('annuity', 'equalPrincipal', 'flatFee'),
  count: fc.integer({ min: 1, max: 60 }),
});

test('a rate exactly at 24 % is accepted and offered on every balance, fees or none', () => {
  fc.assert(
    fc.property(
      anyTerms,
      fc.integer({ min: 50_000, max: 30_000_000 }),
      fc.constantFrom(0, 0.1),
      ({ method, count }, balanceFen, feeShare) => {
        const limits = policyAt(method, count, rateAtCeiling(method, count));
        if (limits === null) throw new Error('the ceiling itself was refused');
        const feesFen = Math.floor(balanceFen * feeShare);
        const account = theAccount({ balanceFen, principalFen: balanceFen - feesFen, interestFen: 0, feesFen });
        const offers = candidateOffers(account, limits, today);
        const [segment] = limits.segments;
        if (segment === undefined) throw new Error('the policy has a segment');
        const { removed, size } = buildOfferGrid({ limits, segment, account });
        expect(removed.legalCost).toBe(0);
        expect(offers).toHaveLength(size);
        expect(offers.flatMap((offer) => violations(offer, { account, limits, today }))).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test('a rate one step of the form above 24 % is refused', () => {
  fc.assert(
    fc.property(anyTerms, ({ method, count }) => {
      expect(policyAt(method, count, rateAtCeiling(method, count) + 0.0001)).toBeNull();
    }),
  );
});

test.each([
  ['fees', ['principal', 'interest', 'fees']],
  ['late charges', ['lateCharge']],
])('a policy that lets %s bear interest is refused by name', (_, interestBearing) => {
  const reading = readPolicyLimits({ ...shippedLimits, interestBearing });
  expect(reading).toMatchObject({ kind: 'refused' });
  const [problem] = reading.kind === 'refused' ? reading.problems : [];
  expect(problem?.field).toMatch(/^interestBearing\.\d$/);
  expect(problem?.reason).toMatch(/never can/);
});

test('a version saved before these fields existed reads as the law has it', () => {
  const { interestBearing: _, readingSeconds: __, ...earlier } = shippedLimits;
  const reading = readPolicyLimits(earlier);
  expect(reading.kind === 'ok' && [reading.limits.interestBearing, reading.limits.readingSeconds]).toEqual([
    ['principal', 'interest'],
    10,
  ]);
});
