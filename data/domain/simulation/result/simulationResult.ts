// The figures that a simulation ends with, as the command prints them and the console reads them.
import type { StressName } from '../population/population';
import type { Measured, StressResult } from './measure';
import type { WorldsResult } from './worlds';

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
    /** What it cost, as a share of all that could be gained. */
    readonly lost: number;
    readonly example: string;
  }[];
}

export interface SimulationResult extends Measured {
  readonly policyVersion: string;
  readonly populationVersion: string;
  readonly customers: number;
  readonly seeds: readonly number[];
  readonly channel: 'acts' | 'text';
  readonly stress: Readonly<Partial<Record<StressName, StressResult>>>;
  readonly stressCustomers: number;
  /** The drawn populations; null when none were run. */
  readonly worlds: WorldsResult | null;
  /** surplus(acts) − surplus(text); null when the text channel was not run. */
  readonly languageLoss: number | null;
  readonly text: TextResult | null;
  readonly seconds: number;
}
