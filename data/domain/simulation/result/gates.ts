// The gates: what a policy must keep whatever it earns. Names and targets are those of the design document.
import type { CaseRow, StretchResult } from '../simulateCases';
import type { SignedPlan } from './caseResult';
import { gambitResults } from './premium';
import { mean, percentile, shareWhere, total } from './sums';
import type { TwinResult } from './twins';

export interface Gate {
  readonly value: number;
  readonly target: number;
  readonly ok: boolean;
}

export const gateNames = [
  'violations',
  'affordable',
  'kept',
  'monotone',
  'withdrawn',
  'consistency',
  'stubbornnessPremium',
  'reliefGap',
  'hardshipPrecision',
  'hardshipRecall',
  'turnsMedian',
  'turnsP95',
] as const;
export type GateName = (typeof gateNames)[number];
export type Gates = Readonly<Record<GateName, Gate>>;

const atMost = (value: number, target: number): Gate => ({ value, target, ok: value <= target });
const atLeast = (value: number, target: number): Gate => ({ value, target, ok: value >= target });

/** An instalment of at most this share of capacity counts as affordable. */
export const affordableBurden = 0.85;

const engineOf = (row: CaseRow) => row.outcomes[0];
export const signedPlans = (rows: readonly CaseRow[], policy = 0) =>
  rows.flatMap((row) => row.outcomes[policy]?.plan ?? []);

/** Of what the bank itself proposed: what customers ask for against its advice is counted apart. */
export const shareAffordable = (plans: readonly Pick<SignedPlan, 'burden' | 'againstAdvice'>[]): number =>
  shareWhere(
    plans.filter(({ againstAdvice }) => !againstAdvice),
    ({ burden }) => burden <= affordableBurden,
  );

const bothSigned = (twins: readonly TwinResult[]) =>
  twins.flatMap(({ truthful, lowBaller, balanceFen }) =>
    truthful === null || lowBaller === null ? [] : [{ truthful, lowBaller, balanceFen }],
  );

/** What a low-baller pays less than the truthful twin, in all and as a share of the balance. */
export const lowBallerPremium = (twins: readonly TwinResult[]): number =>
  mean(
    bothSigned(twins).map(
      ({ truthful, lowBaller, balanceFen }) => (truthful.totalFen - lowBaller.totalFen) / balanceFen,
    ),
  );

/**
 * What the best way of being difficult earns, as a share of the balance: the most of what the low-baller pays less in all, and of
 * what each gambit saves in present value. A low-baller in present value is no measure of a policy: who never takes more than
 * half of what there is needs the longer plan, and is given what somebody poorer is given.
 */
export const stubbornnessPremium = ({ twins, gambits }: Pick<StretchResult, 'twins' | 'gambits'>): number =>
  Math.max(lowBallerPremium(twins), ...gambitResults(gambits).map(({ premium }) => premium));

/** How far relief of the two differs, as a share of the balance. */
export const reliefGap = (twins: readonly TwinResult[]): number =>
  Math.abs(mean(bothSigned(twins).map(({ truthful, lowBaller }) => lowBaller.reliefShare - truthful.reliefShare)));

/** Turns of conversations that ended in a signature. */
export const turnsToAgreement = (rows: readonly CaseRow[]): number[] =>
  rows.flatMap((row) => (engineOf(row)?.ending === 'signed' ? [engineOf(row)?.turns ?? 0] : []));

/** Names of the limits that offers of the engine broke, in ordinary conversations and in gambits. */
export const brokenRules = ({ rows, gambits }: Pick<StretchResult, 'rows' | 'gambits'>): string[] => [
  ...rows.flatMap(({ conduct }) => conduct.rulesBroken),
  ...gambits.flatMap(({ rulesBroken }) => rulesBroken),
];

export function gatesOf({ rows, twins, gambits, differing }: StretchResult): Gates {
  const plans = signedPlans(rows);
  const routed = rows.filter((row) => engineOf(row)?.ending === 'hardship');
  const inHardship = rows.filter((row) => row.belongsToHardship);
  const turns = turnsToAgreement(rows);
  const sum = (of: (row: CaseRow) => number) => total(rows.map(of));
  return {
    violations: atMost(brokenRules({ rows, gambits }).length, 0),
    affordable: atLeast(shareAffordable(plans), 0.97),
    kept: atLeast(
      shareWhere(plans, ({ brokenAt }) => brokenAt === null),
      0.72,
    ),
    monotone: atMost(
      sum(({ conduct }) => conduct.raised),
      0,
    ),
    withdrawn: atMost(
      sum(({ conduct }) => conduct.withdrawn),
      0,
    ),
    consistency: atLeast(
      shareWhere(differing, (names) => names.length === 0, 1),
      1,
    ),
    stubbornnessPremium: atMost(stubbornnessPremium({ twins, gambits }), 0.005),
    reliefGap: atMost(reliefGap(twins), 0.02),
    hardshipPrecision: atLeast(
      shareWhere(routed, (row) => row.belongsToHardship || row.nothingFits, 1),
      0.95,
    ),
    hardshipRecall: atLeast(
      shareWhere(inHardship, (row) => engineOf(row)?.ending === 'hardship', 1),
      0.95,
    ),
    turnsMedian: atMost(percentile(turns, 0.5), 3),
    turnsP95: atMost(percentile(turns, 0.95), 6),
  };
}
