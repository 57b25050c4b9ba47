// The figures that a simulated customer names: a monthly amount in its own form, a number of months, money at hand.
import type { Slots } from '../../customer/customerTurn';
import type { SimulatedCustomer } from '../population/customers';
import { statedFen } from './customerTaste';

/** People name round figures, down: to ten yuan, from 1,000 on to fifty, from 5,000 on to a hundred. */
export function roundFigure(fen: number): number {
  const yuan = fen / 100;
  const step = yuan < 1000 ? 10 : yuan < 5000 ? 50 : 100;
  return Math.max(step === 10 && yuan < 10 ? 1 : step, Math.floor(yuan / step) * step);
}

/** What has been said of figures so far. */
export interface Said {
  /** Menus answered with a figure because nothing in them could be borne. */
  readonly counters: number;
  readonly lumpSumNamed: boolean;
}

/** The monthly figure as this customer puts it, with payday and money at hand where it names them. */
export function figureSlots(customer: SimulatedCustomer, state: Said): Slots {
  if (customer.behaviour === 'countsOnly') return countSlots(customer, state.counters);
  const yuan = roundFigure(statedFen(customer, state.counters));
  const below = Math.max(1, Math.round((yuan * (1 - customer.rangeBelow)) / 10) * 10);
  const monthlyAmount =
    customer.figureForm === 'atMost'
      ? { max: yuan }
      : { min: customer.figureForm === 'range' ? Math.min(below, yuan) : yuan, max: yuan };
  const stuck = customer.namesLumpSum === 'whenStuck' && state.counters > 0;
  const lump = customer.lumpSumFen > 0 && !state.lumpSumNamed && (customer.namesLumpSum === 'unasked' || stuck);
  return {
    monthlyAmount,
    ...(customer.behaviour === 'yearEnd' ? yearSlots(yuan) : {}),
    ...(customer.namesPayday ? { payday: customer.payday } : {}),
    ...(lump ? lumpSlots(customer) : {}),
  };
}

/** Said as a year's sum; the monthly figure beside it is what understanding makes of that. */
const yearSlots = (monthlyYuan: number): Slots => ({
  statedAmount: { min: monthlyYuan * 12, max: monthlyYuan * 12 },
  frequency: 'year',
});

/** Numbers of months that people think in. */
const naturalCounts: readonly number[] = [3, 6, 12, 18, 24, 36, 48, 60];

/** The shortest number of months that seems to fit, worked out in the head; one step longer with each counter. */
export function naturalCount({ account, capacityFen, lumpSumFen }: SimulatedCustomer, counters = 0): number {
  const owedFen = (account.balanceFen - lumpSumFen) * 1.05;
  const fits = naturalCounts.findIndex((count) => owedFen / count <= capacityFen);
  const first = fits < 0 ? naturalCounts.length - 1 : fits;
  return naturalCounts[Math.min(first + counters, naturalCounts.length - 1)] ?? 60;
}

function countSlots(customer: SimulatedCustomer, counters: number): Slots {
  const count = naturalCount(customer, counters);
  return { instalmentCount: { min: count, max: count } };
}

export const lumpSlots = ({ lumpSumFen }: SimulatedCustomer): Slots => {
  const yuan = lumpSumFen / 100;
  return { lumpSum: { min: yuan, max: yuan } };
};
