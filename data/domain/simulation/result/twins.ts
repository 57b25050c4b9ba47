// Fairness twins: the same person once honest and once a low-baller, and the same facts told in different ways.
import { type CustomerTurn, certainTurn, type Slots } from '../../customer/customerTurn';
import type { Offer } from '../../offer/offer';
import type { BargainingPolicy, CaseFacts } from '../bargainer';
import { roundFigure } from '../customer/customerFigures';
import type { BookFacts } from '../population/bookFacts';
import { drawCustomer, type SimulatedCustomer } from '../population/customers';
import { playCase, type Setting, type SignedPlan } from './caseResult';

export interface TwinResult {
  readonly balanceFen: number;
  readonly capacityFen: number;
  readonly truthful: SignedPlan | null;
  readonly lowBaller: SignedPlan | null;
}

/** Everything the same but the behaviour, evidence included. */
export function playTwins(
  policy: BargainingPolicy,
  facts: BookFacts,
  setting: Setting,
  seed: number,
  index: number,
): TwinResult {
  const drawn = (behaviour: 'truthful' | 'lowBaller') =>
    drawCustomer(setting.population, facts, seed, index, behaviour);
  const truthful = drawn('truthful');
  const lowBaller = drawn('lowBaller');
  return {
    balanceFen: truthful.account.balanceFen,
    capacityFen: truthful.capacityFen,
    truthful: playCase(policy, truthful, setting, seed, false).plan,
    lowBaller: playCase(policy, lowBaller, setting, seed, false).plan,
  };
}

/** What the offers come to, without their numbers and their order. */
const essence = (offers: readonly Offer[]): string =>
  offers
    .map((offer) =>
      [
        offer.downPaymentFen,
        offer.instalmentFen,
        offer.instalmentCount,
        offer.monthlyRate,
        offer.totalFen,
        offer.firstDueDate,
        offer.dueDay,
        offer.feeWaiverFen + offer.interestWaiverFen,
      ].join(':'),
    )
    .sort()
    .join(' ');

/** The menu after all of these turns; null when the last answer was no menu. */
function menuAfter(policy: BargainingPolicy, facts: CaseFacts, turns: readonly CustomerTurn[]): string | null {
  let bargainer = policy.open(facts);
  let menu: string | null = null;
  for (const turn of turns) {
    const { move, next } = bargainer(turn);
    bargainer = next;
    menu = move.kind === 'offer' || move.kind === 'nearest' ? essence(move.offers) : null;
  }
  return menu;
}

/** True when the same facts bring the same menu however they are told: order, tone, language, stubbornness before them. */
export function consistent(policy: BargainingPolicy, customer: SimulatedCustomer, facts: CaseFacts): boolean {
  const yuan = roundFigure(customer.capacityFen * customer.statedShare);
  const monthly: Slots = { monthlyAmount: { min: yuan, max: yuan } };
  const payday: Slots = { payday: customer.payday };
  const all = certainTurn('negotiate.terms', { ...monthly, ...payday });
  const start = certainTurn('negotiate.start');
  const tellings: readonly (readonly CustomerTurn[])[] = [
    [all],
    [start, all],
    [certainTurn('negotiate.start', payday), certainTurn('negotiate.terms', monthly)],
    [start, { ...all, signals: ['anger'], language: 'en-US' }],
    [start, { ...certainTurn('abuse'), signals: ['anger'] }, { ...all, language: 'zh-CN', confidence: 0.8 }],
    [start, certainTurn('negotiate.priceRelief'), all],
  ];
  const menus = tellings.map((turns) => menuAfter(policy, facts, turns));
  return menus.every((menu) => menu === menus[0]);
}
