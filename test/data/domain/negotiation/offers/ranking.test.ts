// Belief and ranking: what a statement and a document are worth, and that plans which break are not preferred.

import { type PolicyLimits, type Segment, segmentFor } from '../../../../../data/domain/limits/policyLimits';
import { type CapacityBelief, capacityBelief, quantile } from '../../../../../data/domain/negotiation/hear/capacity';
import { startNegotiation } from '../../../../../data/domain/negotiation/negotiation';
import { rankMenu } from '../../../../../data/domain/negotiation/offers/menuChoice';
import { buildOfferGrid } from '../../../../../data/domain/negotiation/offers/offerGrid';
import { worthOfAll } from '../../../../../data/domain/negotiation/offers/offerRanking';
import {
  deferralFactor,
  hazard,
  instalmentsWorth,
  valueAssumptions,
} from '../../../../../data/domain/negotiation/offers/planValue';
import { shippedLimits, theAccount, today } from '../bargaining';

const { facts } = startNegotiation(shippedLimits, theAccount(), today);
const figure = (fen: number) => ({ minFen: fen, maxFen: fen, source: 'stated' as const });
const believed = (
  stated: number | null,
  documented: number | null = null,
  bank: number | null = null,
): CapacityBelief =>
  capacityBelief(
    {
      ...facts,
      statedMonthly: stated === null ? null : figure(stated),
      documentedMonthly: documented === null ? null : figure(documented),
      bankMonthly: bank === null ? null : figure(bank),
    },
    theAccount().balanceFen,
  );

test('beliefs are weights on fixed points that sum to one, the same multiples for everyone', () => {
  const small = believed(100_000);
  const large = believed(200_000);
  expect(small.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  for (const [i, point] of small.points.entries()) expect(large.points[i]).toBeCloseTo(2 * point, 6);
  for (const [i, weight] of small.weights.entries()) expect(large.weights[i]).toBeCloseTo(weight, 12);
});

test('with nothing said a number of months says a little, and the balance alone a little less', () => {
  const balance = believed(null);
  const count = capacityBelief({ ...facts, instalmentCountMax: 12 }, theAccount().balanceFen);
  expect([balance.restsOn, count.restsOn]).toEqual(['balance', 'count']);
  const spread = (belief: CapacityBelief) => quantile(belief, 0.9) / quantile(belief, 0.1);
  expect(spread(count)).toBeLessThan(spread(balance));
  expect(quantile(count, 0.5)).toBeGreaterThan(theAccount().balanceFen / 12);
});

test('the cautious end of one bare figure is well below it, and a document that agrees lifts it', () => {
  const bare = quantile(believed(100_000), 0.06);
  expect(bare).toBeLessThan(80_000);
  expect(quantile(believed(100_000, 100_000), 0.06)).toBeGreaterThan(bare);
});

test('a document below the statement lowers the belief, one above it raises it', () => {
  const middle = (documented: number | null) => quantile(believed(100_000, documented), 0.5);
  expect(middle(60_000)).toBeLessThan(middle(null));
  expect(middle(200_000)).toBeGreaterThan(middle(null));
});

test('salary seen by the bank counts less than a document', () => {
  const pull = (belief: CapacityBelief) => quantile(belief, 0.5);
  expect(believed(null, null, 90_000).restsOn).toBe('bank');
  expect(pull(believed(100_000, 60_000))).toBeLessThanOrEqual(pull(believed(100_000, null, 60_000)));
});

test('the chance to break rises with the share of capacity, gently first and then steeply', () => {
  expect(hazard(0.3)).toBeLessThan(0.01);
  expect(hazard(0.5) - hazard(0.3)).toBeLessThan(hazard(0.9) - hazard(0.7));
  expect(hazard(0.7)).toBeLessThan(hazard(0.9));
  expect(hazard(1.2)).toBeGreaterThan(0.2);
});

/** The same worth, month by month instead of in closed form. */
function worthByMonths(
  financed: number,
  free: number,
  instalment: number,
  count: number,
  rate: number,
  method: 'annuity' | 'equalPrincipal' | 'flatFee',
  capacity: number,
) {
  const h = hazard(instalment / capacity);
  const bearing = financed - free;
  let outstanding = bearing;
  let worth = 0;
  for (let t = 1; t <= count; t++) {
    const stays = (1 - h) ** t;
    const breaks = (1 - h) ** (t - 1) * h;
    const principal = method === 'annuity' ? instalment - free / count - outstanding * rate : bearing / count;
    const interest = method === 'equalPrincipal' ? (bearing - ((t - 1) * bearing) / count) * rate : 0;
    const paid = method === 'equalPrincipal' ? principal + free / count + interest : instalment;
    outstanding -= principal;
    worth +=
      (stays * paid +
        breaks *
          valueAssumptions.recovery *
          (outstanding + free * (1 - t / count)) *
          (1 + valueAssumptions.discount) ** -valueAssumptions.recoveryLag) *
      (1 + valueAssumptions.discount) ** -t;
  }
  return worth;
}

test.each([
  ['annuity', 0.003],
  ['annuity', 0],
  ['equalPrincipal', 0.006],
  ['flatFee', 0.004],
] as const)('worth in closed form agrees with month by month: %s at %d', (method, monthlyRate) => {
  for (const [count, capacityFen, interestFreeFen] of [1, 12, 60].flatMap((months) =>
    [60_000, 120_000].flatMap((fen) => [0, 500_000].map((free) => [months, fen, free] as const)),
  )) {
    const financedFen = 2_000_000;
    const level =
      monthlyRate === 0 ? 1 / count : (monthlyRate * (1 + monthlyRate) ** count) / ((1 + monthlyRate) ** count - 1);
    const factor = method === 'annuity' ? level : 1 / count + monthlyRate;
    const instalmentFen = (financedFen - interestFreeFen) * factor + interestFreeFen / count;
    const closed = instalmentsWorth(
      { financedFen, interestFreeFen, instalmentFen, count, monthlyRate, method, growth: (1 + monthlyRate) ** count },
      capacityFen,
    );
    const open = worthByMonths(financedFen, interestFreeFen, instalmentFen, count, monthlyRate, method, capacityFen);
    // The table of survival is read between its rows.
    expect(Math.abs(closed - open)).toBeLessThan(0.01 * financedFen);
  }
});

function largeSegment(): Segment {
  const segment = segmentFor(shippedLimits, theAccount());
  if (segment === null) throw new Error('a segment fits');
  return {
    ...segment,
    instalmentCounts: Array.from({ length: 58 }, (_, i) => i + 3),
    methods: ['annuity', 'equalPrincipal', 'flatFee'],
    downPaymentShares: Array.from({ length: 20 }, (_, i) => i * 0.04),
    monthlyRateFloor: 0,
    deferMonthsMax: 12,
  };
}

test('in a grid of 20,000 the best is the best: no candidate within bounds is worth more', () => {
  const limits: PolicyLimits = shippedLimits;
  const grid = buildOfferGrid({
    limits,
    segment: largeSegment(),
    account: theAccount(),
    deferMonths: Array.from({ length: 6 }, (_, i) => i),
  });
  expect(grid.size).toBeGreaterThan(20_000);
  const belief = believed(300_000, 310_000);
  const bounds = { instalmentFenMax: 250_000, comfortableFenMax: 190_000, lumpSumFen: 300_000, lightFen: 0 };
  const [recommended] = rankMenu(grid, belief, bounds);
  const worth = worthOfAll(grid, belief, bounds.instalmentFenMax);
  const won = worth[recommended?.index ?? -1] ?? Number.NaN;
  let better = 0;
  for (let i = 0; i < grid.size; i++)
    if ((grid.instalmentFen[i] ?? 0) <= 190_000 && (grid.downPaymentFen[i] ?? 0) <= 300_000 && (worth[i] ?? 0) > won)
      better++;
  expect(better).toBe(0);
});

test('months without payment only put worth off', () => {
  expect(deferralFactor(0)).toBe(1);
  expect(deferralFactor(3)).toBeCloseTo(1.008 ** -3, 12);
});

test('where nothing leaves room the lightest plan is shown, and where nothing can be paid none is', () => {
  const segment = segmentFor(shippedLimits, theAccount());
  if (segment === null) throw new Error('a segment fits');
  const grid = buildOfferGrid({ limits: shippedLimits, segment, account: theAccount() });
  const bounds = {
    comfortableFenMax: 1_000,
    lumpSumFen: 0,
    lightFen: 0,
  };
  const [only] = rankMenu(grid, believed(60_000), { ...bounds, instalmentFenMax: 60_000 });
  expect(grid.instalmentCount[only?.index ?? -1]).toBe(60);
  expect(rankMenu(grid, believed(30_000), { ...bounds, instalmentFenMax: 30_000 })).toEqual([]);
});
