// Seeded chance: the same seed is the same customer, and the figures have the shape that their names say.
import {
  lognormal,
  normal,
  pickWeighted,
  randomFrom,
  wholeBetween,
} from '../../../../../data/domain/simulation/population/random';
import { mean } from '../../../../../data/domain/simulation/result/sums';

const many = <T>(draw: () => T, times = 20000): T[] => Array.from({ length: times }, draw);

test('one seed gives one sequence, another seed another', () => {
  const take = (...seeds: number[]) => many(randomFrom(...seeds), 5);
  expect(take(1, 2)).toEqual(take(1, 2));
  expect(take(1, 2)).not.toEqual(take(2, 1));
  expect(take(1, 2)).not.toEqual(take(1, 3));
});

test('numbers lie from 0 up to 1 and fill it evenly', () => {
  const numbers = many(randomFrom(7));
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth++) {
    const inside = numbers.filter((number) => Math.floor(number * 10) === tenth).length;
    expect(Math.abs(inside - 2000)).toBeLessThan(200);
  }
});

test('first numbers of neighbouring seeds have nothing to do with each other', () => {
  const firsts = Array.from({ length: 5000 }, (_, seed) => randomFrom(1, seed)());
  const products = firsts.slice(1).map((number, i) => (number - 0.5) * ((firsts[i] ?? 0) - 0.5));
  expect(Math.abs(mean(products))).toBeLessThan(0.005);
});

test('a normal has mean 0 and spread 1, a lognormal its median', () => {
  const random = randomFrom(3);
  const normals = many(() => normal(random));
  expect(mean(normals)).toBeCloseTo(0, 1);
  expect(mean(normals.map((x) => x * x))).toBeCloseTo(1, 1);
  const below = many(() => lognormal(random, 5, 0.8)).filter((x) => x < 5).length;
  expect(below / 20000).toBeCloseTo(0.5, 1);
});

test('whole numbers reach both ends, and a weight of nothing is never picked', () => {
  const random = randomFrom(9);
  expect([...new Set(many(() => wholeBetween(random, 2, 4)))].sort()).toEqual([2, 3, 4]);
  const picked = many(() =>
    pickWeighted(random, [
      ['never', 0],
      ['often', 3],
      ['rarely', 1],
    ] as const),
  );
  expect(picked).not.toContain('never');
  expect(picked.filter((one) => one === 'often').length / picked.length).toBeCloseTo(0.75, 1);
});
