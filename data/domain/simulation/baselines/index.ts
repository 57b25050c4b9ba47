// The baselines that are run every time, by name.
import type { BargainingPolicy } from '../bargainer';
import type { Population } from '../population/population';
import { askSolve70, askSolve100, pooled70 } from './askThenSolve';
import { bayesMenu } from './bayesMenu';
import { fixed12, linearLadder, overConceder, random } from './simple';
import { ungatedBayes } from './ungatedBayes';

export const baselineNames = [
  'random',
  'fixed12',
  'linearLadder',
  'overConceder',
  'askSolve100',
  'askSolve70',
  'pooled70',
  'bayesMenu',
  'ungatedBayes',
] as const;
export type BaselineName = (typeof baselineNames)[number];

/** Those that stay inside the evidence gate: the only fair opponents. */
export const compliantNames = baselineNames.filter((name) => name !== 'ungatedBayes');

/** One value for each baseline. */
export const byBaseline = <T>(of: (name: BaselineName) => T): Record<BaselineName, T> => ({
  random: of('random'),
  fixed12: of('fixed12'),
  linearLadder: of('linearLadder'),
  overConceder: of('overConceder'),
  askSolve100: of('askSolve100'),
  askSolve70: of('askSolve70'),
  pooled70: of('pooled70'),
  bayesMenu: of('bayesMenu'),
  ungatedBayes: of('ungatedBayes'),
});

export const baselines = (population: Population): Readonly<Record<BaselineName, BargainingPolicy>> => ({
  random,
  fixed12,
  linearLadder,
  overConceder,
  askSolve100,
  askSolve70,
  pooled70,
  bayesMenu,
  ungatedBayes: ungatedBayes(population),
});
