// Simulates a policy on seeded customers, or on a book: for the command line, and for the console before an approval.
import type { PolicyLimits } from '../../../data/domain/limits/policyLimits';
import type { BookFacts } from '../../../data/domain/simulation/population/bookFacts';
import { drawPopulation, worldKindOf } from '../../../data/domain/simulation/population/drawPopulation';
import { type Population, type StressName, stressNames } from '../../../data/domain/simulation/population/population';
import { measure, type StressResult, stressResult } from '../../../data/domain/simulation/result/measure';
import type { SimulationResult } from '../../../data/domain/simulation/result/simulationResult';
import { worldResult, worldsResult } from '../../../data/domain/simulation/result/worlds';
import { joinStretches, type StretchResult } from '../../../data/domain/simulation/simulateCases';
import { cutJobs, cutTextJobs, type JobDone, type SetSize, stressCustomers, worldCustomersMax } from './jobs';
import { textResult } from './text/textResult';
import { playAll } from './workerPool';

/** A population under test, and those of its stress sets that are to be run. */
export interface PopulationsToRun {
  readonly base: Population;
  readonly stress: Readonly<Partial<Record<StressName, Population>>>;
}

export interface SimulationRequest {
  readonly population: PopulationsToRun;
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
  /** Seeds of the populations to draw besides. */
  readonly drawn?: readonly number[] | undefined;
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

interface Extent {
  readonly withStress: boolean;
  readonly withText: boolean;
  readonly drawn: readonly number[];
}

const worldName = (seed: number): string => `random:${seed}`;

/** What is run, and on how many customers: the base set first, then stress sets, then drawn populations. */
function plan({ population, customers, seeds }: SimulationRequest, { withStress, drawn }: Extent) {
  const sets: Record<string, Population> = { base: population.base };
  const sizes: SetSize[] = [{ set: 'base', customers, seeds, withTwins: true }];
  for (const name of withStress ? stressNames : []) {
    const stressed = population.stress[name];
    if (stressed === undefined) continue;
    sets[name] = stressed;
    sizes.push({ set: name, customers: stressCustomers(customers), seeds, withTwins: false });
  }
  const worldCustomers = Math.min(customers, worldCustomersMax);
  for (const seed of drawn) {
    sets[worldName(seed)] = drawPopulation(seed);
    sizes.push({ set: worldName(seed), customers: worldCustomers, seeds: [seed], withTwins: true });
  }
  return { sets, jobs: cutJobs(sizes), worldCustomers };
}

async function playPolicy(
  request: SimulationRequest,
  limits: PolicyLimits,
  extent: Extent,
  onProgress: (share: number) => void,
): Promise<{ result: SimulationResult; cases: StretchResult }> {
  const started = performance.now();
  const { customers, seeds, book } = request;
  const { withStress, withText } = extent;
  const { sets, jobs: acts, worldCustomers } = plan(request, extent);
  const jobs = [...(withText ? cutTextJobs(customers, seeds) : []), ...acts];
  const done = new Map<string, StretchResult[]>();
  const texts: (JobDone & { kind: 'text' })[] = [];
  let finished = 0;
  const setup = { sets, limits, today: request.today ?? simulatedToday, book: book ?? null };
  await playAll(setup, jobs, (one) => {
    if (one.kind === 'text') texts.push(one);
    else done.set(one.set, [...(done.get(one.set) ?? []), one.result]);
    finished += 1;
    onProgress(finished / jobs.length);
  });
  const casesOf = (set: string) => joinStretches(done.get(set) ?? []);
  const cases = casesOf('base');
  const stress: Partial<Record<StressName, StressResult>> = {};
  for (const name of stressNames) if (done.has(name)) stress[name] = stressResult(casesOf(name));
  texts.sort((a, b) => a.seed - b.seed || a.from - b.from);
  const text = withText ? textResult(texts.flatMap((one) => one.cases)) : null;
  const worlds = extent.drawn.map((seed) => worldResult(seed, worldKindOf(seed), measure(casesOf(worldName(seed)))));
  const result: SimulationResult = {
    policyVersion: limits.version,
    populationVersion: request.population.base.version,
    customers,
    seeds,
    channel: withText ? 'text' : 'acts',
    ...measure(cases),
    stress,
    stressCustomers: withStress ? stressCustomers(customers) : 0,
    worlds: worldsResult(worldCustomers, worlds),
    languageLoss: text === null ? null : text.surplusActs - text.surplus,
    text,
    seconds: Math.round((performance.now() - started) / 10) / 100,
  };
  return { result, cases };
}

export async function runSimulation(request: SimulationRequest): Promise<SimulationRun> {
  const { policy, against, withStress = true, drawn = [], channel = 'acts', onProgress = () => {} } = request;
  const share = against === undefined ? 1 : 0.8;
  const extent = { withStress, withText: channel === 'text', drawn };
  const tested = await playPolicy(request, policy, extent, (done) => onProgress(done * share));
  if (against === undefined) return { ...tested, against: null, againstCases: null };
  const less = { withStress: false, withText: false, drawn: [] };
  const other = await playPolicy(request, against, less, (done) => onProgress(share + done * (1 - share)));
  return { ...tested, against: other.result, againstCases: other.cases };
}
