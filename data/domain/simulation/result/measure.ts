// What the customers of one population come to: surplus, gates, who signed what, what was lost and why.
import { type BaselineName, byBaseline } from '../baselines';
import type { CaseRow, StretchResult } from '../simulateCases';
import { type Interval, surplusCaptured } from './bootstrap';
import {
  affordableBurden,
  brokenRules,
  type Gates,
  gatesOf,
  shareAffordable,
  signedPlans,
  turnsToAgreement,
} from './gates';
import { type Lost, sumLost } from './lost';
import { type GambitResult, gambitResults } from './premium';
import { mean, percentile, shareWhere, total } from './sums';

export interface Surplus {
  readonly engine: Interval;
  readonly baselines: Readonly<Record<BaselineName, Interval>>;
}

/** What is reported beside the headline and never a target. */
export interface Reported {
  readonly agreementRate: number;
  /** All that customers paid in simulated months, in fen. */
  readonly totalPaidFen: number;
  /** What signed plans cost above the balance, mean share of the balance. */
  readonly customerCost: number;
  readonly affordable: number;
  /** Plans that customers asked for against the bank's advice, as a share of all signed. */
  readonly againstAdvice: number;
  readonly kept: number;
  /** V − V₀ of all customers together: what bargaining brought the bank, in fen. */
  readonly valueFen: number;
}

/** What the oracle does with the same customers: where it misses a target as well, the population does not allow for it. */
export interface OracleReported {
  readonly agreementRate: number;
  readonly affordable: number;
  readonly kept: number;
  /** V* − V₀ inside policy and the evidence gate, and inside policy alone, in fen. */
  readonly valueFen: number;
  readonly policyValueFen: number;
  /** The engine's surplus over that of the oracle inside policy alone. */
  readonly engineOfPolicy: number;
}

export interface StressResult extends Surplus {
  readonly reported: Reported;
}

/** Everything that the customers of one population say. */
export interface Measured {
  readonly surplusCaptured: Surplus;
  /** By how much the engine is ahead of each baseline, on the same customers. */
  readonly ahead: Readonly<Record<BaselineName, Interval>>;
  readonly gates: Gates;
  readonly agreementRate: number;
  readonly turns: { readonly median: number; readonly p95: number };
  readonly reported: Readonly<Record<'engine' | BaselineName, Reported>>;
  readonly oracle: OracleReported;
  /** What the engine left of the surplus, by cause, as shares of all that could be gained. */
  readonly lost: Lost;
  readonly gambits: readonly GambitResult[];
  /** Ways of telling the same facts that brought other offers, and to which share of customers. */
  readonly differing: Readonly<Record<string, number>>;
  /** Limits that offers broke, and how often. */
  readonly rulesBroken: Readonly<Record<string, number>>;
}

const noInterval: Interval = { mean: 0, low: 0, high: 0 };
const baselineIntervals = (of: Readonly<Record<string, Interval>>): Record<BaselineName, Interval> =>
  byBaseline((name) => of[name] ?? noInterval);

/** Surplus of every policy on these cases, and the engine's lead over each. */
export function surplusOf({ rows, policies }: StretchResult): {
  surplus: Surplus;
  ahead: Record<BaselineName, Interval>;
} {
  const column = (of: (row: CaseRow) => number) => Float64Array.from(rows, of);
  const byPolicy = Object.fromEntries(
    policies.map((name, place) => [name, column((row) => row.outcomes[place]?.worthFen ?? row.silentFen)]),
  );
  const [first = 'engine'] = policies;
  const { surplus, ahead } = surplusCaptured(
    { silentFen: column((row) => row.silentFen), oracleFen: column((row) => row.oracleFen), byPolicy },
    first,
  );
  const engine = surplus[first] ?? noInterval;
  return { surplus: { engine, baselines: baselineIntervals(surplus) }, ahead: baselineIntervals(ahead) };
}

export function reportedOf(rows: readonly CaseRow[], place: number): Reported {
  const plans = signedPlans(rows, place);
  const cost = rows.flatMap((row) => {
    const plan = row.outcomes[place]?.plan;
    return plan == null ? [] : [plan.totalFen / row.balanceFen - 1];
  });
  return {
    agreementRate: rows.length === 0 ? 0 : plans.length / rows.length,
    totalPaidFen: total(plans.map((plan) => plan.paidFen)),
    customerCost: mean(cost),
    affordable: shareAffordable(plans),
    againstAdvice: shareWhere(plans, ({ againstAdvice }) => againstAdvice),
    kept: shareWhere(plans, ({ brokenAt }) => brokenAt === null),
    valueFen: total(rows.map((row) => (row.outcomes[place]?.worthFen ?? row.silentFen) - row.silentFen)),
  };
}

function oracleReported(rows: readonly CaseRow[], engineFen: number): OracleReported {
  const plans = rows.flatMap(({ oraclePlan }) => oraclePlan ?? []);
  const policyValueFen = total(rows.map((row) => row.policyOracleFen - row.silentFen));
  return {
    agreementRate: rows.length === 0 ? 0 : plans.length / rows.length,
    affordable: shareWhere(plans, ({ burden }) => burden <= affordableBurden),
    kept: shareWhere(plans, ({ brokenAt }) => brokenAt === null),
    valueFen: total(rows.map((row) => row.oracleFen - row.silentFen)),
    policyValueFen,
    engineOfPolicy: policyValueFen > 0 ? engineFen / policyValueFen : 0,
  };
}

function lostShares(rows: readonly CaseRow[], possibleFen: number): Lost {
  const lost = sumLost(rows.map((row) => row.lost));
  const share = (fen: number) => (possibleFen > 0 ? fen / possibleFen : 0);
  return {
    noDeal: share(lost.noDeal),
    moneyNotAsked: share(lost.moneyNotAsked),
    tooLow: share(lost.tooLow),
    tooHigh: share(lost.tooHigh),
    betterUnsigned: share(lost.betterUnsigned),
  };
}

const reportedByName = ({ rows, policies }: StretchResult): Measured['reported'] => {
  const of = (name: string) => reportedOf(rows, name === 'engine' ? 0 : policies.indexOf(name));
  return { engine: of('engine'), ...byBaseline(of) };
};

export const stressResult = (cases: StretchResult): StressResult => ({
  ...surplusOf(cases).surplus,
  reported: reportedOf(cases.rows, 0),
});

/** How often each name stands in the list, each time counted for so much. */
function countNames(names: readonly string[], each: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + each;
  return counts;
}

/** What these customers come to. */
export function measure(cases: StretchResult): Measured {
  const { surplus, ahead } = surplusOf(cases);
  const turns = turnsToAgreement(cases.rows);
  const reported = reportedByName(cases);
  const oracle = oracleReported(cases.rows, reported.engine.valueFen);
  return {
    surplusCaptured: surplus,
    ahead,
    gates: gatesOf(cases),
    agreementRate: reported.engine.agreementRate,
    turns: { median: percentile(turns, 0.5), p95: percentile(turns, 0.95) },
    reported,
    oracle,
    lost: lostShares(cases.rows, oracle.valueFen),
    gambits: gambitResults(cases.gambits),
    differing: countNames(cases.differing.flat(), 1 / Math.max(1, cases.differing.length)),
    rulesBroken: countNames(brokenRules(cases), 1),
  };
}
