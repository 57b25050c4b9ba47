// The baselines that are run every time, by name.
import type { BargainingPolicy } from '../bargainer';
import type { Population } from '../population';
import { askSolve70, askSolve100, pooled70 } from './askThenSolve';
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
  'ungatedBayes',
] as const;
export type BaselineName = (typeof baselineNames)[number];

export const baselines = (population: Population): Readonly<Record<BaselineName, BargainingPolicy>> => ({
  random,
  fixed12,
  linearLadder,
  overConceder,
  askSolve100,
  askSolve70,
  pooled70,
  ungatedBayes: ungatedBayes(population),
});
