// Simulates a policy on seeded customers, or on a book: for the command line, and for the console before an approval.
import type { PolicyLimits } from '../../data/domain/policyLimits';
import type { BookFacts } from '../../data/domain/simulation/bookFacts';
import { type Populations, stressNames } from '../../data/domain/simulation/population';
import { joinStretches, type StretchResult } from '../../data/domain/simulation/simulateCases';
import {
  measure,
  type SimulationResult,
  type StressResult,
  stressResult,
} from '../../data/domain/simulation/simulationResult';
import { cutJobs, type SetName, stressCustomers } from './jobs';
import { playAll } from './workerPool';

export interface SimulationRequest {
  readonly population: Populations;
  readonly policy: PolicyLimits;
  /** A second policy for the same customers, such as the one in force. */
  readonly against?: PolicyLimits | undefined;
  readonly customers: number;
  readonly seeds: readonly number[];
  /** Real accounts instead of drawn ones. */
  readonly book?: readonly BookFacts[] | undefined;
  /** The day on which offers are made; it moves due dates and nothing else. */
  readonly today?: string | undefined;
  readonly withStress?: boolean | undefined;
  /** Share of the work that is done, 0-1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface SimulationRun {
  readonly result: SimulationResult;
  /** The result of `against` for the same customers, without stress sets. */
  readonly against: SimulationResult | null;
  /** Every case of the base set, for pictures. */
  readonly cases: StretchResult;
}

/** Offers are dated from here when no day is given, so that a run can be repeated to the fen. */
export const simulatedToday = '2026-11-23';

async function playPolicy(
  request: SimulationRequest,
  limits: PolicyLimits,
  withStress: boolean,
  onProgress: (share: number) => void,
): Promise<{ result: SimulationResult; cases: StretchResult }> {
  const started = performance.now();
  const { population: populations, customers, seeds, book } = request;
  const jobs = cutJobs(customers, seeds, withStress);
  const done = new Map<SetName, StretchResult[]>();
  let finished = 0;
  const setup = { populations, limits, today: request.today ?? simulatedToday, book: book ?? null };
  await playAll(setup, jobs, ({ set, result }) => {
    done.set(set, [...(done.get(set) ?? []), result]);
    finished += 1;
    onProgress(finished / jobs.length);
  });
  const cases = joinStretches(done.get('base') ?? []);
  const stress: Partial<Record<(typeof stressNames)[number], StressResult>> = {};
  for (const name of stressNames) {
    const set = done.get(name);
    if (set !== undefined) stress[name] = stressResult(joinStretches(set));
  }
  const result: SimulationResult = {
    policyVersion: limits.version,
    populationVersion: populations.base.version,
    customers,
    seeds,
    channel: 'acts',
    ...measure(cases),
    stress,
    stressCustomers: withStress ? stressCustomers(customers) : 0,
    languageLoss: null,
    text: null,
    seconds: Math.round((performance.now() - started) / 10) / 100,
  };
  return { result, cases };
}

export async function runSimulation(request: SimulationRequest): Promise<SimulationRun> {
  const { policy, against, withStress = true, onProgress = () => {} } = request;
  const share = against === undefined ? 1 : 0.8;
  const tested = await playPolicy(request, policy, withStress, (done) => onProgress(done * share));
  if (against === undefined) return { ...tested, against: null };
  const other = await playPolicy(request, against, false, (done) => onProgress(share + done * (1 - share)));
  return { ...tested, against: other.result };
}
