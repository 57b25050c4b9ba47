// What we believe the customer can pay a month: the same fixed points for everyone, weighed by statement and evidence.
import type { AmountFact, NegotiationFacts } from '../negotiation';

/** Points (fen a month) and weights that sum to 1. */
export interface CapacityBelief {
  readonly points: Float64Array;
  readonly weights: Float64Array;
  /** What the belief rests on, for the reasons of a move. */
  readonly restsOn: 'documented' | 'bank' | 'stated' | 'count' | 'balance';
}

/** How people's statements relate to what they can pay, and how far evidence errs. Engine assumptions, not policy. */
export const beliefAssumptions = {
  truthful: 0.5,
  /** States 1 to 1.5 times the capacity. */
  overPromising: 0.25,
  /** States 0.45 to 0.75 times the capacity. */
  lowBalling: 0.25,
  truthfulSpread: 0.06,
  documentedSpread: 0.25,
  bankSpread: 0.45,
  /** Chance that a piece of evidence says nothing at all. */
  misleading: 0.1,
  /** Who names a number of months has worked out what that takes a month, and has about this much more. */
  aboveCount: 1.1,
  countSpread: 0.35,
  /** With nothing said or known: a month's capacity as a share of the balance. */
  shareOfBalance: 0.05,
  balanceSpread: 0.6,
} as const;

/** Fixed multiples of the figure that is best known, evenly spaced in the logarithm from 0.5 to 2.5; the same for everyone. */
const multipleCount = 97;
const multiples = Float64Array.from({ length: multipleCount }, (_, i) => 0.5 * 5 ** (i / (multipleCount - 1)));

/** Density of capacity / statement: truthful around 1, over-promisers below, low-ballers above. */
function statementDensity(multiple: number): number {
  const { truthful, truthfulSpread, overPromising, lowBalling } = beliefAssumptions;
  const z = Math.log(multiple) / truthfulSpread;
  // Uniform over u = statement / capacity; in the logarithm of the multiple its density is u.
  const u = 1 / multiple;
  const above = u >= 1 && u <= 1.5 ? u / 0.5 : 0;
  const below = u >= 0.45 && u <= 0.75 ? u / 0.3 : 0;
  return (
    (truthful * Math.exp(-0.5 * z * z)) / (truthfulSpread * Math.sqrt(2 * Math.PI)) +
    overPromising * above +
    lowBalling * below
  );
}

/** Likelihood of the evidence at a capacity: lognormal error, or nothing to do with it. */
function evidenceLikelihood(capacityFen: number, evidenceFen: number, spread: number): number {
  const z = Math.log(capacityFen / evidenceFen) / spread;
  return (1 - beliefAssumptions.misleading) * Math.exp(-0.5 * z * z) + beliefAssumptions.misleading * 0.2;
}

/** The figure that is surely there: the lower end of a range, else the one figure there is. */
export const statedFigure = (fact: AmountFact | null): number | null => fact?.minFen ?? fact?.maxFen ?? null;

/** The most that was said: the upper end of a range, else the one figure there is. However it was put, 800 is 800. */
export const mostStated = (fact: AmountFact | null): number | null => fact?.maxFen ?? fact?.minFen ?? null;

const normal = (z: number): number => Math.exp(-0.5 * z * z);

/** The number of months that was wished for; null when none was. */
const countWished = ({ instalmentCountMax, instalmentCountMin }: NegotiationFacts): number | null =>
  instalmentCountMax ?? instalmentCountMin;

type Known = { readonly fen: number; readonly density: (multiple: number) => number };

/** The figure that the points are laid around, and how likely each multiple of it is before evidence is weighed. */
function best(facts: NegotiationFacts, balanceFen: number, evidenceFen: number | null): Known {
  const stated = mostStated(facts.statedMonthly);
  if (stated !== null && stated > 0) return { fen: stated, density: statementDensity };
  if (evidenceFen !== null) return { fen: evidenceFen, density: () => 1 };
  const { aboveCount, countSpread, shareOfBalance, balanceSpread } = beliefAssumptions;
  const count = countWished(facts);
  const [fen, spread] =
    count === null || count <= 0
      ? [balanceFen * shareOfBalance, balanceSpread]
      : [(balanceFen / count) * aboveCount, countSpread];
  return { fen: Math.max(1, fen), density: (multiple) => normal(Math.log(multiple) / spread) };
}

function restsOn(facts: NegotiationFacts): CapacityBelief['restsOn'] {
  if (facts.documentedMonthly !== null) return 'documented';
  if (facts.bankMonthly !== null) return 'bank';
  if (facts.statedMonthly !== null) return 'stated';
  return countWished(facts) === null ? 'balance' : 'count';
}

/** What is believed of somebody who owes `balanceFen`; never empty, since a balance alone says a little as well. */
export function capacityBelief(facts: NegotiationFacts, balanceFen: number): CapacityBelief {
  const documented = statedFigure(facts.documentedMonthly) || null;
  const bank = statedFigure(facts.bankMonthly) || null;
  const { fen, density } = best(facts, balanceFen, documented ?? bank);
  const points = multiples.map((multiple) => multiple * fen);
  const weights = points.map((point, i) => {
    const weight = density(multiples[i] ?? 1);
    if (documented !== null) return weight * evidenceLikelihood(point, documented, beliefAssumptions.documentedSpread);
    return bank === null ? weight : weight * evidenceLikelihood(point, bank, beliefAssumptions.bankSpread);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { points, weights: weights.map((weight) => weight / sum), restsOn: restsOn(facts) };
}

/** Nobody's own figure is behind it: neither said, nor proved, nor seen in the book. */
export const isGuess = ({ restsOn: basis }: CapacityBelief): boolean => basis === 'balance' || basis === 'count';

/** The capacity below which the share `chance` of the belief lies, in fen. */
export function quantile({ points, weights }: CapacityBelief, chance: number): number {
  let before = 0;
  for (let i = 0; i < points.length; i++) {
    const weight = weights[i] ?? 0;
    if (before + weight >= chance) {
      const low = i === 0 ? (points[0] ?? 0) : (points[i - 1] ?? 0);
      const here = points[i] ?? 0;
      return low + (here - low) * (weight === 0 ? 1 : (chance - before) / weight);
    }
    before += weight;
  }
  return points.at(-1) ?? 0;
}
