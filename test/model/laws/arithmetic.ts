// An offer worked out again by hand: what is paid in all, what each instalment must come to, what it costs a year.
import { addDays, type CalendarDate } from '../../../data/domain/calendar/calendar';
import type { PolicyLimits } from '../../../data/domain/limits/policyLimits';
import type { Fen } from '../../../data/domain/money/money';
import type { Offer } from '../../../data/domain/offer/offer';
import { unless } from './law';

/** What the legal ceilings are, said once more on purpose: a test that read them from the code could not find them changed. */
const countCeiling = 60;
const yearlyCeiling = 0.24;

const payments = ({ instalmentCount, instalmentFen, lastInstalmentFen }: Offer): number[] =>
  Array.from({ length: instalmentCount }, (_, index) =>
    index === instalmentCount - 1 ? lastInstalmentFen : instalmentFen,
  );

/** The monthly rate at which the payments, the first a month after those left free, are worth the amount; by bisection. */
function monthlyReturn(amountFen: number, flows: readonly number[], monthsBefore: number): number {
  let [low, high] = [-0.05, 0.2];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    const worth = flows.reduce((sum, flow, index) => sum + flow / (1 + middle) ** (index + 1 + monthsBefore), 0);
    if (worth > amountFen) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function annuity({ financedFen, interestFreeFen, instalmentCount: n, monthlyRate: r }: Offer): number {
  const bearing = financedFen - interestFreeFen;
  const level = r === 0 ? bearing / n : (bearing * r) / (1 - (1 + r) ** -n);
  return level + interestFreeFen / n;
}

/** What is wrong with an offer made on a day for a balance under limits; nothing when all of it is right. */
export function offerFaults(offer: Offer, limits: PolicyLimits, owedFen: Fen, today: CalendarDate): readonly string[] {
  const flows = payments(offer);
  const sum = offer.downPaymentFen + flows.reduce((total, one) => total + one, 0);
  const taken = offer.downPaymentFen + offer.financedFen + offer.feeWaiverFen + offer.interestWaiverFen;
  const yearly = (1 + monthlyReturn(offer.financedFen, flows, offer.deferMonths)) ** 12 - 1;
  const least = Math.min(...limits.segments.map(({ instalmentFenMin }) => instalmentFenMin));
  const share = Math.max(...limits.segments.map(({ downPaymentShareMax }) => downPaymentShareMax));
  const floor = Math.min(...limits.segments.map(({ monthlyRateFloor }) => monthlyRateFloor));
  const at = `offer ${offer.number}`;
  return [
    ...unless(sum === offer.totalFen, `P1: ${at}: its payments come to ${sum}, not to ${offer.totalFen}`),
    ...unless(offer.instalmentCount <= countCeiling, `P1: ${at}: ${offer.instalmentCount} instalments`),
    // Rounding may add a fen a month.
    ...unless(yearly <= yearlyCeiling + 0.001, `P1: ${at}: costs ${yearly} a year`),
    ...unless(
      Math.abs(yearly - offer.yearlyRateEffective) < 0.0005,
      `P1: ${at}: says ${offer.yearlyRateEffective} a year, costs ${yearly}`,
    ),
    ...unless(taken <= owedFen, `P1: ${at}: takes ${taken} of ${owedFen} owed`),
    ...unless(
      offer.method !== 'annuity' || Math.abs(annuity(offer) - offer.instalmentFen) <= 2,
      `P1: ${at}: ${offer.instalmentFen} a month, by hand ${annuity(offer)}`,
    ),
    ...unless(offer.instalmentFen >= least, `P1: ${at}: ${offer.instalmentFen} a month is less than the bank allows`),
    ...unless(offer.monthlyRate >= floor - 1e-9, `P1: ${at}: ${offer.monthlyRate} a month is below the floor`),
    ...unless(offer.downPaymentFen <= share * owedFen + 1, `P1: ${at}: a first payment of ${offer.downPaymentFen}`),
    ...unless(offer.firstDueDate > today, `P1: ${at}: first due on ${offer.firstDueDate}`),
    ...unless(
      offer.validUntil >= today && offer.validUntil <= addDays(today, limits.quoteValidDays),
      `P1: ${at}: valid until ${offer.validUntil}`,
    ),
  ];
}
