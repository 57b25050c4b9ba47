// The behaviours that an unseen simulator may have: each customer that is drawn with one of them bargains as its name says.
import { figureSlots } from '../../../../../data/domain/simulation/customer/customerFigures';
import { willingFen } from '../../../../../data/domain/simulation/customer/customerTaste';
import { drawBookFacts } from '../../../../../data/domain/simulation/population/bookFacts';
import { drawCustomer } from '../../../../../data/domain/simulation/population/customers';
import { drawPopulation } from '../../../../../data/domain/simulation/population/drawPopulation';
import type { Behaviour } from '../../../../../data/domain/simulation/population/population';

const population = drawPopulation(4);
const people = (behaviour: Behaviour) =>
  Array.from({ length: 200 }, (_, index) =>
    drawCustomer(population, drawBookFacts(population, 9, index), 9, index, behaviour),
  );
/** Lowest and highest of what is measured, to two places. */
const span = (values: readonly number[]) => [Math.min(...values), Math.max(...values)].map((one) => one.toFixed(2));
const fresh = { counters: 0, lumpSumNamed: false };

test('who leaves room takes no more than 0.4 to 0.8 of what there is, whatever was countered', () => {
  const shares = people('leavesRoom').map((one) => willingFen(one, 3) / one.capacityFen);
  expect(span(shares)).toEqual(['0.40', '0.80']);
});

test('who misjudges is off by 30 to 50 % both ways, and signs by what there is', () => {
  const all = people('misjudges');
  const off = all.map(({ statedShare }) => statedShare - 1);
  expect(span(off.map(Math.abs))).toEqual(['0.30', '0.50']);
  expect(off.some((one) => one < 0) && off.some((one) => one > 0)).toBe(true);
  expect(all.every((one) => willingFen(one, 0) === one.capacityFen)).toBe(true);
});

test('papers that differ from true words show half to 1.6 times what there is', () => {
  const all = people('otherPapers');
  const shown = all.map(({ account, capacityFen }) => (account.documentedMonthlyCapacityFen ?? 0) / capacityFen);
  expect(span(shown)[0]).toBe('0.50');
  expect(Number(span(shown)[1])).toBeGreaterThan(1.5);
  expect(all.every(({ statedShare }) => Math.abs(Math.log(statedShare)) < 0.8)).toBe(true);
});

test('who delays asks for months before anything is looked at, and who wants the total low hardly looks at the instalment', () => {
  expect(people('delays').every(({ refusals, waitsMonths }) => refusals === 1 && waitsMonths >= 1)).toBe(true);
  expect(Math.max(...people('totalMinded').map(({ lambda }) => lambda))).toBeLessThanOrEqual(0.1);
});

test('who leaves after two counters has the patience for two, and a wide range begins 20 to 50 % below its end', () => {
  expect(new Set(people('twoCounters').map(({ patience }) => patience))).toEqual(new Set([2]));
  const below = people('wideRange').flatMap((one) => {
    const { min = 0, max = 0 } = figureSlots(one, fresh).monthlyAmount ?? {};
    return max >= 500 ? [1 - min / max] : [];
  });
  expect(Math.min(...below)).toBeGreaterThan(0.17);
  expect(Math.max(...below)).toBeLessThan(0.53);
});
