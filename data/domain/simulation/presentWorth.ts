// What a plan is worth today if every payment is made on its day, at the population's discount: what a concession costs.
import { type CalendarDate, daysBetween } from '../calendar/calendar';
import type { Offer } from '../offer/offer';
import { planWorth } from './planWorth';
import type { Population } from './population/population';

const daysOfMonth = 365.25 / 12;

/** What the payments of an offer are worth today if all are made on their days, in fen. */
export function presentFen(offer: Offer, value: Population['value'], today: CalendarDate): number {
  const sure = { ...value, hazard: { ...value.hazard, base: 0, strain: 0 } };
  const monthly = planWorth({ ...offer, deferMonths: 0 }, { capacityFen: 1, volatility: 0 }, sure);
  const monthsToFirst = daysBetween(today, offer.firstDueDate) / daysOfMonth;
  const instalmentsFen = monthly.worthFen - offer.downPaymentFen;
  return offer.downPaymentFen + instalmentsFen / (1 + value.discountPerMonth) ** (monthsToFirst - 1);
}
