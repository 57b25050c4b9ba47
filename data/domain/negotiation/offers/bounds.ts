// How far an instalment may go: what the customer said, what evidence supports, and how much room must be left.
import type { NegotiableAccount } from '../../account/account';
import type { PolicyLimits } from '../../limits/policyLimits';
import { reason } from '../answer/scene';
import { type CapacityBelief, capacityBelief, isGuess, mostStated, quantile, statedFigure } from '../hear/capacity';
import type { Reason } from '../move';
import type { NegotiationFacts } from '../negotiation';
import { documentedFenMax, shareWithin } from './gate';
import type { RankingBounds } from './offerRanking';

/** Chance that the capacity is lower still: comfort is measured against this cautious end of the belief. */
export const cautiousChance = 0.05;

/**
 * An instalment of this share of what documents or the bank's own book show is light: lower ones are had for the asking, and are
 * not put forward. At 0.4 a low first figure saves a seventh less than at 0.5, for .002 of the surplus (README, what was weighed).
 */
const lightShare = 0.4;

export interface CapacityView {
  readonly belief: CapacityBelief;
  readonly bounds: RankingBounds;
  /** The most the customer said a month, in fen; Infinity when nothing was said. */
  readonly saidFenMax: number;
  /** The most that documents support a month, in fen; Infinity without documents. */
  readonly supportedFenMax: number;
  readonly reasons: readonly Reason[];
}

/** The most a month that may be put forward without advising against it: the policy's share of what was said. Whole fen. */
export function advisedFenMax({ statedMonthly }: NegotiationFacts, { evidence }: PolicyLimits): number {
  const said = mostStated(statedMonthly);
  return said === null ? Number.POSITIVE_INFINITY : shareWithin(said, evidence.statedShareMax);
}

/** The evidence gate and the comfort line. Nothing here depends on the form, the order, or how often or loudly a thing was said. */
export function viewCapacity(facts: NegotiationFacts, account: NegotiableAccount, limits: PolicyLimits): CapacityView {
  const belief = capacityBelief(facts, account.balanceFen);
  const stated = facts.statedMonthly;
  const supportedFenMax = documentedFenMax(account, limits);
  const instalmentFenMax = Math.min(advisedFenMax(facts, limits), supportedFenMax);
  // Each arrangement that broke before says that the last figures were too high.
  const caution = 0.9 ** account.brokenArrangements;
  // Nobody's own figure is known: there is nothing to leave room in.
  const cautious = isGuess(belief) ? Number.POSITIVE_INFINITY : quantile(belief, cautiousChance);
  // A wide range is surer at its lower end than in the middle; a narrow one is the same as one figure.
  const sure = Math.min(cautious, statedFigure(stated) ?? Number.POSITIVE_INFINITY);
  return {
    belief,
    saidFenMax: mostStated(stated) ?? Number.POSITIVE_INFINITY,
    supportedFenMax,
    bounds: {
      instalmentFenMax,
      comfortableFenMax: Math.min(instalmentFenMax, sure * limits.evidence.statedShareMax * caution),
      lumpSumFen: statedFigure(facts.lumpSum),
      lightFen: lightShare * (statedFigure(facts.documentedMonthly) ?? statedFigure(facts.bankMonthly) ?? 0),
    },
    reasons: [
      reason(
        'capacity.belief',
        {
          restsOn: belief.restsOn,
          statedFen: mostStated(stated),
          documentedFen: statedFigure(facts.documentedMonthly),
          cautiousFen: Number.isFinite(sure) ? Math.round(sure) : null,
        },
        'documentedMonthly',
      ),
      reason(
        'evidence.gate',
        { instalmentFenMax: Number.isFinite(instalmentFenMax) ? instalmentFenMax : null },
        'documentedMonthly',
      ),
    ],
  };
}
