// Simulates a policy on seeded customers, or on a book: for the command line, and for the console before an approval.
import type { PolicyLimits } from '../../../data/domain/limits/policyLimits';
import type { BookFacts } from '../../../data/domain/simulation/population/bookFacts';
import { type Populations, stressNames } from '../../../data/domain/simulation/population/population';
import {
  measure,
  type SimulationResult,
  type StressResult,
  stressResult,
} from '../../../data/domain/simulation/result/simulationResult';
import { joinStretches, type StretchResult } from '../../../data/domain/simulation/simulateCases';
import { cutJobs, cutTextJobs, type JobDone, type SetName, stressCustomers } from './jobs';
import { textResult } from './text/textResult';
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
  /** Text lets the first customers of every seed type through the real dialogs as well. */
  readonly channel?: 'acts' | 'text' | undefined;
  /** Share of the work that is done, 0-1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface SimulationRun {
  readonly result: SimulationResult;
  /** The result of `against` for the same customers, without stress sets. */
  readonly against: SimulationResult | null;
  /** Every case of the base set, for pictures; and those of `against`. */
  readonly cases: StretchResult;
  readonly againstCases: StretchResult | null;
}

/** Offers are dated from here when no day is given, so that a run can be repeated to the fen. */
export const simulatedToday = '2026-11-23';

async function playPolicy(
  request: SimulationRequest,
  limits: PolicyLimits,
  { withStress, withText }: { withStress: boolean; withText: boolean },
  onProgress: (share: number) => void,
): Promise<{ result: SimulationResult; cases: StretchResult }> {
  const started = performance.now();
  const { population: populations, customers, seeds, book } = request;
  const typed = withText ? cutTextJobs(customers, seeds) : [];
  const jobs = [...typed, ...cutJobs(customers, seeds, withStress)];
  const done = new Map<SetName, StretchResult[]>();
  const texts: (JobDone & { kind: 'text' })[] = [];
  let finished = 0;
  const setup = { populations, limits, today: request.today ?? simulatedToday, book: book ?? null };
  await playAll(setup, jobs, (one) => {
    if (one.kind === 'text') texts.push(one);
    else done.set(one.set, [...(done.get(one.set) ?? []), one.result]);
    finished += 1;
    onProgress(finished / jobs.length);
  });
  const cases = joinStretches(done.get('base') ?? []);
  const stress: Partial<Record<(typeof stressNames)[number], StressResult>> = {};
  for (const name of stressNames) {
    const set = done.get(name);
    if (set !== undefined) stress[name] = stressResult(joinStretches(set));
  }
  texts.sort((a, b) => a.seed - b.seed || a.from - b.from);
  const text = withText ? textResult(texts.flatMap((one) => one.cases)) : null;
  const result: SimulationResult = {
    policyVersion: limits.version,
    populationVersion: populations.base.version,
    customers,
    seeds,
    channel: withText ? 'text' : 'acts',
    ...measure(cases),
    stress,
    stressCustomers: withStress ? stressCustomers(customers) : 0,
    languageLoss: text === null ? null : text.surplusActs - text.surplus,
    text,
    seconds: Math.round((performance.now() - started) / 10) / 100,
  };
  return { result, cases };
}

export async function runSimulation(request: SimulationRequest): Promise<SimulationRun> {
  const { policy, against, withStress = true, channel = 'acts', onProgress = () => {} } = request;
  const share = against === undefined ? 1 : 0.8;
  const tested = await playPolicy(request, policy, { withStress, withText: channel === 'text' }, (done) =>
    onProgress(done * share),
  );
  if (against === undefined) return { ...tested, against: null, againstCases: null };
  const other = await playPolicy(request, against, { withStress: false, withText: false }, (done) =>
    onProgress(share + done * (1 - share)),
  );
  return { ...tested, against: other.result, againstCases: other.cases };
}
