// How far an instalment may go: what the customer said, what evidence supports, and how much room must be left.
import type { NegotiableAccount } from '../../account/account';
import type { PolicyLimits } from '../../limits/policyLimits';
import { reason } from '../answer/scene';
import { type CapacityBelief, capacityBelief, quantile, statedFigure } from '../hear/capacity';
import type { Reason } from '../move';
import type { NegotiationFacts } from '../negotiation';
import { documentedFenMax, shareWithin } from './gate';
import type { RankingBounds } from './offerRanking';

/** Chance that the capacity is lower still: comfort is measured against this cautious end of the belief. */
export const cautiousChance = 0.05;
/** Down payments proposed unasked, as shares of the balance. */
export const proposedStartShares: readonly number[] = [0.2, 0.1];

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
  const said = statedMonthly?.maxFen ?? statedMonthly?.minFen ?? null;
  return said === null ? Number.POSITIVE_INFINITY : shareWithin(said, evidence.statedShareMax);
}

/** The evidence gate and the comfort line. Nothing here depends on how often or how loudly something was said. */
export function viewCapacity(facts: NegotiationFacts, account: NegotiableAccount, limits: PolicyLimits): CapacityView {
  const { statedShareMax } = limits.evidence;
  const belief = capacityBelief(facts);
  const stated = facts.statedMonthly;
  const saidFenMax = stated?.maxFen ?? stated?.minFen ?? Number.POSITIVE_INFINITY;
  const documented = statedFigure(facts.documentedMonthly);
  const supportedFenMax = documentedFenMax(account, limits);
  // A range and a payday are a budget that somebody has thought about: its lower end is sure, its upper end a stretch.
  const span = stated?.minFen != null && stated.maxFen !== null && stated.maxFen > stated.minFen;
  const range = span && facts.payday !== null && belief.restsOn === 'stated';
  // Each arrangement that broke before says that the last figures were too high.
  const caution = 0.9 ** account.brokenArrangements;
  const cautious = belief.restsOn === 'nothing' ? Number.POSITIVE_INFINITY : quantile(belief, cautiousChance);
  const sure = range ? (stated?.minFen ?? cautious) : cautious;
  // Whoever budgets has set their own stretch; one figure is the whole of what there is, so room is kept below it.
  const saidWithRoomFenMax = range ? saidFenMax : advisedFenMax(facts, limits);
  const instalmentFenMax = Math.min(saidWithRoomFenMax, supportedFenMax);
  return {
    belief,
    saidFenMax,
    supportedFenMax,
    bounds: {
      instalmentFenMax,
      comfortableFenMax: Math.min(instalmentFenMax, sure * statedShareMax * caution),
      shortestFirst: range,
      stretchFenMax: range ? instalmentFenMax : null,
      lumpSumFen: statedFigure(facts.lumpSum),
      proposedStartShares,
    },
    reasons: [
      reason(
        'capacity.belief',
        {
          restsOn: belief.restsOn,
          statedFen: statedFigure(stated),
          documentedFen: documented,
          cautiousFen: Number.isFinite(sure) ? Math.round(sure) : null,
        },
        'documentedMonthly',
      ),
      reason(
        'evidence.gate',
        { instalmentFenMax: Number.isFinite(instalmentFenMax) ? Math.floor(instalmentFenMax) : null },
        'documentedMonthly',
      ),
    ],
  };
}
