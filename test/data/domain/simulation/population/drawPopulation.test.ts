// Drawn populations: each a lawful one, all different, reaching as far as their ranges say.

import { personRanges, valueRanges, worldKinds } from '../../../../../data/domain/simulation/population/drawnRanges';
import { drawPopulation, worldKindOf } from '../../../../../data/domain/simulation/population/drawPopulation';
import { readPopulation } from '../../../../../data/domain/simulation/population/population';

const seeds = Array.from({ length: 250 }, (_, seed) => seed);
const noStress = { misleadingEvidence: {}, noEvidence: {}, strategic65: {}, fragile: {}, unknownBehaviour: {} };

test('every drawn population is one that could stand in a file', () => {
  for (const seed of seeds)
    expect(readPopulation({ ...drawPopulation(seed), stress: noStress })).toMatchObject({ kind: 'ok' });
});

test('one seed is one population everywhere, another seed another', () => {
  expect(drawPopulation(7)).toEqual(drawPopulation(7));
  expect(drawPopulation(7).person).not.toEqual(drawPopulation(8).person);
  expect(drawPopulation(7).behaviours).not.toEqual(drawPopulation(12).behaviours);
});

test('the seeds from 1 on take the five kinds of world in turn', () => {
  expect([1, 2, 3, 4, 5].map(worldKindOf)).toEqual([...worldKinds]);
  expect([6, 20].map(worldKindOf)).toEqual(['middle', 'highBaseline']);
});

test('parameters are spread over the whole of their range', () => {
  const medians = seeds.map((seed) => drawPopulation(seed).person.capacityShare.median);
  const [low, high] = personRanges.capacityMedian;
  expect(Math.min(...medians)).toBeGreaterThanOrEqual(low);
  expect(Math.max(...medians)).toBeLessThanOrEqual(high);
  expect(Math.min(...medians)).toBeLessThan(low * 1.1);
  expect(Math.max(...medians)).toBeGreaterThan(high * 0.9);
});

test('households of a fragile world break under less than those of a calm one', () => {
  const strainAt = (kind: string) =>
    seeds.filter((seed) => worldKindOf(seed) === kind).map((seed) => drawPopulation(seed).value.hazard.strainAt);
  expect(Math.max(...strainAt('fragile'))).toBeLessThanOrEqual(valueRanges.fragile.strainAt[1]);
  expect(Math.min(...strainAt('calm'))).toBeGreaterThanOrEqual(valueRanges.calm.strainAt[0]);
});
