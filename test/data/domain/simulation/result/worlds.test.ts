// Drawn populations taken together: a bargainer that is behind somewhere is told where.

import type { BargainingPolicy } from '../../../../../data/domain/simulation/bargainer';
import { baselines } from '../../../../../data/domain/simulation/baselines';
import { drawPopulation, worldKindOf } from '../../../../../data/domain/simulation/population/drawPopulation';
import { measure } from '../../../../../data/domain/simulation/result/measure';
import { worldResult, worldsResult } from '../../../../../data/domain/simulation/result/worlds';
import { policiesOf, simulateCases } from '../../../../../data/domain/simulation/simulateCases';
import { shippedLimits, today } from '../shipped';

const limits = shippedLimits();

/** This way to bargain in the engine's place, in each of these worlds. */
function inPlaceOfTheEngine(of: (seed: number) => BargainingPolicy, seeds: readonly number[]) {
  const each = seeds.map((seed) => {
    const setting = { population: drawPopulation(seed), limits, today };
    const policies = policiesOf(setting, { ...of(seed), name: 'engine' });
    const cases = simulateCases(setting, { seed, from: 0, to: 60, twinEvery: 20 }, policies);
    return worldResult(seed, worldKindOf(seed), measure(cases));
  });
  return worldsResult(60, each);
}

test('chance in the place of the engine is behind in every world, and misses gates by name', () => {
  const worlds = inPlaceOfTheEngine((seed) => baselines(drawPopulation(seed)).random, [1, 3]);
  expect(worlds?.behindIn).toEqual([1, 3]);
  expect(worlds?.missed.kept).toEqual([1]);
  expect(worlds?.each[0]?.oracle.kept).toBeLessThan(worlds?.each[0]?.gates.kept.target ?? 0);
  expect(worlds?.outOfReach.kept).toEqual([1]);
  expect(worlds?.worst).toBeLessThanOrEqual(worlds?.mean ?? 0);
  expect([1, 3]).toContain(worlds?.worstSeed);
});

test('the menu that is the best other one is behind nobody', () => {
  const worlds = inPlaceOfTheEngine((seed) => baselines(drawPopulation(seed)).bayesMenu, [1, 2]);
  expect(worlds?.behindIn).toEqual([]);
  expect(worlds?.baselines.bayesMenu?.mean).toBeCloseTo(worlds?.mean ?? 0, 12);
});

test('no worlds give no result', () => {
  expect(worldsResult(10, [])).toBeNull();
});
