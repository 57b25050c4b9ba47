// The evidence gate: how high an instalment may go on a word, on a document, on a budget, and after broken arrangements.

import { capacityBelief, quantile } from '../../../../data/domain/negotiation/hear/capacity';
import {
  type AmountFact,
  type NegotiationFacts,
  startNegotiation,
} from '../../../../data/domain/negotiation/negotiation';
import { viewCapacity } from '../../../../data/domain/negotiation/offers/bounds';
import { shippedLimits, theAccount, today } from './bargaining';

const { facts: nothing } = startNegotiation(shippedLimits, theAccount(), today);
const limits = {
  ...shippedLimits,
  evidence: { ...shippedLimits.evidence, statedShareMax: 0.8, documentedShareMax: 0.9 },
};
const amount = (minFen: number | null, maxFen: number | null = minFen): AmountFact => ({
  minFen,
  maxFen,
  source: 'stated',
});
const view = (facts: Partial<NegotiationFacts>, brokenArrangements = 0) =>
  viewCapacity(
    { ...nothing, ...facts },
    theAccount({ brokenArrangements, documentedMonthlyCapacityFen: facts.documentedMonthly?.maxFen ?? null }),
    limits,
  );
const cautious = (facts: Partial<NegotiationFacts>) =>
  quantile(capacityBelief({ ...nothing, ...facts }, theAccount().balanceFen), 0.05);

test('with nothing known nothing is bounded, and the reasons say that the balance is all there is', () => {
  const { bounds, saidFenMax, supportedFenMax, reasons } = view({});
  expect([saidFenMax, supportedFenMax]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(bounds).toEqual({
    instalmentFenMax: Number.POSITIVE_INFINITY,
    comfortableFenMax: Number.POSITIVE_INFINITY,
    lightFen: 0,
    lumpSumFen: null,
  });
  expect(reasons).toEqual([
    {
      rule: 'capacity.belief',
      facts: { restsOn: 'balance', statedFen: null, documentedFen: null, cautiousFen: null },
      wouldChangeIf: 'documentedMonthly',
    },
    { rule: 'evidence.gate', facts: { instalmentFenMax: null }, wouldChangeIf: 'documentedMonthly' },
  ]);
});

test('a figure on a word is taken at the policy’s share, and comfort lies at its cautious end', () => {
  const facts = { statedMonthly: amount(100_001), lumpSum: amount(300_000) };
  const { bounds, saidFenMax, reasons } = view(facts);
  expect(saidFenMax).toBe(100_001);
  expect(bounds).toMatchObject({ lumpSumFen: 300_000 });
  expect(bounds.instalmentFenMax).toBe(80_000);
  expect(bounds.comfortableFenMax).toBeCloseTo(0.8 * cautious(facts), 6);
  expect(reasons[0]?.facts).toEqual({
    restsOn: 'stated',
    statedFen: 100_001,
    documentedFen: null,
    cautiousFen: Math.round(cautious(facts)),
  });
  expect(reasons[1]?.facts).toEqual({ instalmentFenMax: 80_000 });
});

test('“at most” and “at least” name the most that was said', () => {
  expect(view({ statedMonthly: amount(null, 90_000) }).saidFenMax).toBe(90_000);
  expect(view({ statedMonthly: amount(90_000, null) }).saidFenMax).toBe(90_000);
  expect(view({ statedMonthly: amount(70_000, 90_000) }).saidFenMax).toBe(90_000);
});

test('a document bounds the instalment by its own share, whatever was said above it', () => {
  const { bounds, supportedFenMax, reasons } = view({
    statedMonthly: amount(200_000),
    documentedMonthly: amount(80_000),
  });
  expect(supportedFenMax).toBeCloseTo(72_000, 6);
  expect(bounds.instalmentFenMax).toBeCloseTo(72_000, 6);
  expect(reasons[0]?.facts).toMatchObject({ restsOn: 'documented', documentedFen: 80_000 });
});

test('each arrangement that broke before takes a tenth off what is comfortable, and nothing off what is possible', () => {
  const [none, twice] = [view({ statedMonthly: amount(100_000) }), view({ statedMonthly: amount(100_000) }, 2)];
  expect(twice.bounds.instalmentFenMax).toBe(none.bounds.instalmentFenMax);
  expect(twice.bounds.comfortableFenMax).toBeCloseTo(0.81 * none.bounds.comfortableFenMax, 6);
});

describe('a range', () => {
  const range = (min: number, max: number, changes: Partial<NegotiationFacts> = {}) =>
    view({ statedMonthly: amount(min, max), ...changes });

  test('that is narrow counts as its upper end, with a payday or without', () => {
    for (const payday of [null, 15])
      expect(range(79_900, 80_000, { payday }).bounds).toEqual(view({ statedMonthly: amount(80_000) }).bounds);
  });
  test('that is wide is comfortable no further than its lower end allows, and possible up to its upper end', () => {
    const { bounds, saidFenMax } = range(20_000, 80_000);
    expect(bounds.comfortableFenMax).toBeCloseTo(0.8 * 20_000, 6);
    expect(bounds.instalmentFenMax).toBe(64_000);
    expect(saidFenMax).toBe(80_000);
  });
  test.each<readonly [number, number]>([
    [20_000, 40_000],
    [40_000, 70_000],
    [70_000, 80_000],
  ])('raised at its lower end from %i to %i leaves no less room', (low, high) => {
    expect(range(high, 80_000).bounds.comfortableFenMax).toBeGreaterThanOrEqual(
      range(low, 80_000).bounds.comfortableFenMax,
    );
  });
});
