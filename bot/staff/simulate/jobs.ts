// What the simulation's workers are given and give back, and how the work is cut into stretches.

import type { PolicyLimits } from '../../../data/domain/limits/policyLimits';
import type { BookFacts } from '../../../data/domain/simulation/population/bookFacts';
import type { Population } from '../../../data/domain/simulation/population/population';
import type { Stretch, StretchResult } from '../../../data/domain/simulation/simulateCases';
import type { TextCase } from './text/textChannel';

/** Given to a worker once, when it starts. */
export interface WorkerSetup {
  /** Populations by the name of their set; the one that is called `base` is the one under test. */
  readonly sets: Readonly<Record<string, Population>>;
  readonly limits: PolicyLimits;
  readonly today: string;
  readonly book: readonly BookFacts[] | null;
}

export interface ActsJob {
  readonly kind: 'acts';
  readonly set: string;
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
  | { readonly kind: 'acts'; readonly set: string; readonly result: StretchResult }
  | { readonly kind: 'text'; readonly seed: number; readonly from: number; readonly cases: readonly TextCase[] };

const stretchLength = 250;
/** Every tenth customer of a set also meets as twins, bargains with every gambit, and tells the same facts in several ways. */
const twinEvery = 10;

/** Stress sets are run on a third of the customers, which keeps their intervals near ±0.01 and the whole run short. */
export const stressCustomers = (customers: number): number => Math.ceil(customers / 3);
/** Customers of each drawn population: their intervals are near ±0.02, and twenty of them even that out. */
export const worldCustomersMax = 500;

/** A set of customers to be simulated: how many for each seed, and whether some meet as twins as well. */
export interface SetSize {
  readonly set: string;
  readonly customers: number;
  readonly seeds: readonly number[];
  readonly withTwins: boolean;
}

/** All stretches of a run, set by set. */
export const cutJobs = (sizes: readonly SetSize[]): ActsJob[] =>
  sizes.flatMap(({ set, customers, seeds, withTwins }) =>
    seeds.flatMap((seed) =>
      Array.from({ length: Math.ceil(customers / stretchLength) }, (_, part) => ({
        kind: 'acts' as const,
        set,
        stretch: {
          seed,
          from: part * stretchLength,
          to: Math.min(customers, (part + 1) * stretchLength),
          twinEvery: withTwins ? twinEvery : 0,
        },
      })),
    ),
  );

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
