// What can be asked of offers, in lines: totals, rates, dates, which costs least, how two differ. One or two lines where it can be.
import { downPaymentDueDate, interestFen, type Offer } from '../../../../data/domain/offer/offer';
import type { Turn } from '../../../talk/turn';

/** An offer and the words that stand for it: "plan 2", "your plan". */
export interface NamedOffer {
  readonly offer: Offer;
  readonly name: string;
}

export function sayTotals(turn: Turn, offers: readonly NamedOffer[], aspect: 'total' | 'interest'): void {
  for (const { offer, name } of offers) {
    const { totalFen: total, instalmentCount: count, instalmentFen: instalment } = offer;
    const interest = interestFen(offer);
    if (aspect === 'interest') turn.say('offer.interest', { offer: name, interest, total });
    else turn.say('offer.total', { offer: name, count, instalment, total, interest });
  }
}

export function sayRates(turn: Turn, offers: readonly NamedOffer[]): void {
  for (const { offer, name } of offers)
    turn.say('offer.yearlyRate', {
      offer: name,
      yearlyRate: offer.yearlyRateNominal,
      yearlyRateEffective: offer.yearlyRateEffective,
    });
}

function sayFirstDates(turn: Turn, offers: readonly NamedOffer[]): void {
  const [first] = offers;
  const together = offers.length > 1 && offers.every(({ offer }) => offer.firstDueDate === first?.offer.firstDueDate);
  if (first !== undefined && together) turn.say('offer.firstDateAll', { date: first.offer.firstDueDate });
  else
    for (const { offer, name } of offers)
      turn.say('offer.firstDate', { offer: name, date: offer.firstDueDate, instalment: offer.instalmentFen });
  for (const { offer, name } of offers)
    if (offer.downPaymentFen > 0)
      turn.say('offer.startDate', { offer: name, downPayment: offer.downPaymentFen, date: downPaymentDueDate(offer) });
}

export function sayDates(turn: Turn, offers: readonly NamedOffer[], aspect: 'firstDate' | 'lastDate'): void {
  if (aspect === 'firstDate') {
    sayFirstDates(turn, offers);
    return;
  }
  for (const { offer, name } of offers)
    turn.say('offer.lastDate', {
      offer: name,
      date: offer.lastDueDate,
      count: offer.instalmentCount,
      lastInstalment: offer.lastInstalmentFen,
    });
  if (offers.some(({ offer }) => offer.lastInstalmentFen !== offer.instalmentFen))
    turn.sayIfRoom('offer.lastDateWhy', {});
}

/** Which costs least and which is lightest, as one line where it is the same. */
export function sayCheapest(turn: Turn, offers: readonly NamedOffer[]): void {
  const [cheapest] = [...offers].sort((a, b) => a.offer.totalFen - b.offer.totalFen);
  const [lightest] = [...offers].sort((a, b) => a.offer.instalmentFen - b.offer.instalmentFen);
  if (cheapest === undefined || lightest === undefined) return;
  const { offer, name } = cheapest;
  turn.say('offer.cheapest', { offer: name, total: offer.totalFen, interest: interestFen(offer) });
  const { instalmentFen: instalment, instalmentCount: count } = lightest.offer;
  turn.say('offer.lightest', { offer: lightest.name, instalment, count });
}

function moneyApart(turn: Turn, fen: number): string {
  if (fen === 0) return turn.words('offer.same', {});
  return fen < 0 ? turn.words('offer.less', { amount: -fen }) : turn.words('offer.more', { amount: fen });
}

function monthsApart(turn: Turn, months: number): string {
  if (months === 0) return turn.words('offer.same', {});
  return months < 0 ? turn.words('offer.fewerMonths', { months: -months }) : turn.words('offer.moreMonths', { months });
}

/** The first against each of the others, in yuan and months; one alone is told as it is. */
export function sayDifferences(turn: Turn, [first, ...others]: readonly NamedOffer[]): void {
  if (first === undefined) return;
  if (others.length === 0) sayTotals(turn, [first], 'total');
  for (const { offer, name } of others)
    turn.say('offer.difference', {
      offer: name,
      count: offer.instalmentCount,
      other: first.name,
      otherCount: first.offer.instalmentCount,
      monthly: moneyApart(turn, offer.instalmentFen - first.offer.instalmentFen),
      months: monthsApart(turn, offer.instalmentCount - first.offer.instalmentCount),
      total: moneyApart(turn, offer.totalFen - first.offer.totalFen),
    });
}
