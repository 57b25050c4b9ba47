// The shipped population and limits, read as the command reads them, and small settings for tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PolicyLimits, readPolicyLimits } from '../../../../data/domain/limits/policyLimits';
import { type Populations, readPopulation } from '../../../../data/domain/simulation/population/population';
import type { Setting } from '../../../../data/domain/simulation/result/caseResult';

const root = join(__dirname, '..', '..', '..', '..');
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(root, 'data', 'policy', name), 'utf8'));

export const populationFile = (): unknown => readJson('population.json');

export function shippedPopulations(): Populations {
  const reading = readPopulation(populationFile());
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.populations;
}

export function shippedLimits(): PolicyLimits {
  const reading = readPolicyLimits(readJson('offerLimits.json'));
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.limits;
}

export const today = '2026-11-23';
export const shippedSetting = (): Setting => ({
  population: shippedPopulations().base,
  limits: shippedLimits(),
  today,
});
