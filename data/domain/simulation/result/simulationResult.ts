// The figures that a simulation ends with, as the command prints them and the console reads them.
import { type BaselineName, byBaseline } from '../baselines';
import type { StressName } from '../population/population';
import type { CaseRow, StretchResult } from '../simulateCases';
import { type Interval, surplusCaptured } from './bootstrap';
import { affordableBurden, type Gates, gatesOf, signedPlans, turnsToAgreement } from './gates';
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
  readonly kept: number;
}

export interface StressResult extends Surplus {
  readonly reported: Reported;
}

/** What typed text brought on top of structured acts. */
export interface TextResult {
  readonly surplus: number;
  /** The same customers through structured acts. */
  readonly surplusActs: number;
  readonly customers: number;
  /** Of those sent to the hardship review by what they typed, who belongs there; and of those who belong there, who was. */
  readonly hardshipPrecision: number;
  readonly hardshipRecall: number;
  readonly turns: { readonly median: number; readonly p95: number };
  readonly misunderstood: readonly {
    readonly meant: string;
    readonly heard: string;
    readonly times: number;
    readonly example: string;
  }[];
}

export interface SimulationResult {
  readonly policyVersion: string;
  readonly populationVersion: string;
  readonly customers: number;
  readonly seeds: readonly number[];
  readonly channel: 'acts' | 'text';
  readonly surplusCaptured: Surplus;
  /** By how much the engine is ahead of each baseline, on the same customers. */
  readonly ahead: Readonly<Record<BaselineName, Interval>>;
  readonly stress: Readonly<Partial<Record<StressName, StressResult>>>;
  readonly stressCustomers: number;
  readonly gates: Gates;
  readonly agreementRate: number;
  readonly turns: { readonly median: number; readonly p95: number };
  readonly reported: Readonly<Record<'engine' | BaselineName, Reported>>;
  /** surplus(acts) − surplus(text); null when the text channel was not run. */
  readonly languageLoss: number | null;
  readonly text: TextResult | null;
  readonly seconds: number;
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
    affordable: shareWhere(plans, ({ burden }) => burden <= affordableBurden),
    kept: shareWhere(plans, ({ brokenAt }) => brokenAt === null),
  };
}

const reportedByName = ({ rows, policies }: StretchResult): SimulationResult['reported'] => {
  const of = (name: string) => reportedOf(rows, name === 'engine' ? 0 : policies.indexOf(name));
  return { engine: of('engine'), ...byBaseline(of) };
};

export const stressResult = (cases: StretchResult): StressResult => ({
  ...surplusOf(cases).surplus,
  reported: reportedOf(cases.rows, 0),
});

export type Measured = Pick<
  SimulationResult,
  'surplusCaptured' | 'ahead' | 'gates' | 'agreementRate' | 'turns' | 'reported'
>;

/** Everything that the base set says. */
export function measure(cases: StretchResult): Measured {
  const { surplus, ahead } = surplusOf(cases);
  const turns = turnsToAgreement(cases.rows);
  const reported = reportedByName(cases);
  return {
    surplusCaptured: surplus,
    ahead,
    gates: gatesOf(cases),
    agreementRate: reported.engine.agreementRate,
    turns: { median: percentile(turns, 0.5), p95: percentile(turns, 0.95) },
    reported,
  };
}
