// What the simulation's workers are given and give back, and how the work is cut into stretches.

import type { PolicyLimits } from '../../../data/domain/limits/policyLimits';
import type { BookFacts } from '../../../data/domain/simulation/population/bookFacts';
import { type Populations, type StressName, stressNames } from '../../../data/domain/simulation/population/population';
import type { Stretch, StretchResult } from '../../../data/domain/simulation/simulateCases';
import type { TextCase } from './text/textChannel';

export type SetName = 'base' | StressName;

/** Given to a worker once, when it starts. */
export interface WorkerSetup {
  readonly populations: Populations;
  readonly limits: PolicyLimits;
  readonly today: string;
  readonly book: readonly BookFacts[] | null;
}

export interface ActsJob {
  readonly kind: 'acts';
  readonly set: SetName;
  readonly stretch: Omit<Stretch, 'book'>;
}
/** Customers of the base set, typing. */
export interface TextJob {
  readonly kind: 'text';
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}
export type Job = ActsJob | TextJob;
export type JobDone =
  | { readonly kind: 'acts'; readonly set: SetName; readonly result: StretchResult }
  | { readonly kind: 'text'; readonly seed: number; readonly from: number; readonly cases: readonly TextCase[] };

const stretchLength = 250;
/** Every tenth customer of the base set also meets as twins, and tells the same facts in several ways. */
const twinEvery = 10;

/** Stress sets are run on a third of the customers, which keeps their intervals near ±0.01 and the whole run short. */
export const stressCustomers = (customers: number): number => Math.ceil(customers / 3);

/** All stretches of a run, the base set first. */
export function cutJobs(customers: number, seeds: readonly number[], withStress: boolean): ActsJob[] {
  const sets: readonly SetName[] = withStress ? ['base', ...stressNames] : ['base'];
  return sets.flatMap((set) => {
    const size = set === 'base' ? customers : stressCustomers(customers);
    return seeds.flatMap((seed) =>
      Array.from({ length: Math.ceil(size / stretchLength) }, (_, part) => ({
        kind: 'acts' as const,
        set,
        stretch: {
          seed,
          from: part * stretchLength,
          to: Math.min(size, (part + 1) * stretchLength),
          twinEvery: set === 'base' ? twinEvery : 0,
        },
      })),
    );
  });
}

const textStretchLength = 25;
/** Typing takes ten times as long as structured acts: of many customers only the first ones type. */
export const textCustomersMax = 1000;
export const textCustomers = (customers: number): number => Math.min(customers, textCustomersMax);

/** The stretches of the text channel. */
export const cutTextJobs = (customers: number, seeds: readonly number[]): TextJob[] =>
  seeds.flatMap((seed) =>
    Array.from({ length: Math.ceil(textCustomers(customers) / textStretchLength) }, (_, part) => ({
      kind: 'text' as const,
      seed,
      from: part * textStretchLength,
      to: Math.min(textCustomers(customers), (part + 1) * textStretchLength),
    })),
  );
