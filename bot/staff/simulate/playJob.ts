// One stretch of the simulation, in whichever thread it runs.
import type { Population } from '../../../data/domain/simulation/population/population';
import { simulateCases } from '../../../data/domain/simulation/simulateCases';
import { understand } from '../../../dialogs/understanding/understand';
import { readShippedData } from '../../config/shippedData';
import type { Job, JobDone, TextJob, WorkerSetup } from './jobs';
import { playText } from './text/textChannel';

function populationOf({ sets }: WorkerSetup, set: string): Population {
  const population = sets[set];
  if (population === undefined) throw new Error(`no population is called ${set}`);
  return population;
}

export async function playJob(setup: WorkerSetup, job: Job): Promise<JobDone> {
  if (job.kind === 'text') return playTextJob(setup, job);
  const { limits, today, book } = setup;
  const population = populationOf(setup, job.set);
  const stretch = book === null ? job.stretch : { ...job.stretch, book };
  return { kind: 'acts', set: job.set, result: simulateCases({ population, limits, today }, stretch) };
}

/** The language model is loaded at the first text, by the threads that need it. */
async function playTextJob(setup: WorkerSetup, { seed, from, to }: TextJob): Promise<JobDone> {
  const { limits, today, book } = setup;
  const setting = { data: readShippedData(), understand, population: populationOf(setup, 'base'), limits, today };
  const cases = await playText(setting, { seed, from, to, ...(book === null ? {} : { book }) });
  return { kind: 'text', seed, from, cases };
}
