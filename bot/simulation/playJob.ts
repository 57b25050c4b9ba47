// One stretch of the simulation, in whichever thread it runs.
import { simulateCases } from '../../data/domain/simulation/simulateCases';
import type { Job, JobDone, WorkerSetup } from './jobs';

export function playJob({ populations, limits, today, book }: WorkerSetup, { set, stretch }: Job): JobDone {
  const population = set === 'base' ? populations.base : populations.stress[set];
  const setting = { population, limits, today };
  return { set, result: simulateCases(setting, book === null ? stretch : { ...stretch, book }) };
}
