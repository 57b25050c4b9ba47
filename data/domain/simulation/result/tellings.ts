// The same facts told in different ways: in another form, in another order, over several messages, in anger, in another language.
// However they are told, the bank must come to the same offers.
import { type CustomerTurn, certainTurn, type NumberRange, type Slots } from '../../customer/customerTurn';
import { offersOf } from '../../negotiation/move';
import type { Offer } from '../../offer/offer';
import type { BargainingPolicy, CaseFacts } from '../bargainer';
import { naturalCount, roundFigure } from '../customer/customerFigures';
import type { SimulatedCustomer } from '../population/customers';

/** One group of tellings: the first is the plain one, all facts in one message. */
type Tellings = Readonly<Record<string, readonly CustomerTurn[]>>;

const terms = (...slots: readonly Slots[]): CustomerTurn => certainTurn('negotiate.terms', Object.assign({}, ...slots));
const start = certainTurn('negotiate.start');
const exactly = (yuan: number): NumberRange => ({ min: yuan, max: yuan });

/** A monthly figure and a payday. */
function figureTold(yuan: number, payday: Slots): Tellings {
  const monthly: Slots = { monthlyAmount: exactly(yuan) };
  const all = terms(monthly, payday);
  return {
    plain: [all],
    afterStart: [start, all],
    paydayFirst: [certainTurn('negotiate.start', payday), terms(monthly)],
    inAngerInEnglish: [start, { ...all, signals: ['anger'], language: 'en-US' }],
    afterAbuse: [
      start,
      { ...certainTurn('abuse'), signals: ['anger'] },
      { ...all, language: 'zh-CN', confidence: 0.8 },
    ],
    afterPriceRelief: [start, certainTurn('negotiate.priceRelief'), all],
    atMost: [terms({ monthlyAmount: { max: yuan } }, payday)],
    nearlyARange: [terms({ monthlyAmount: { min: Math.max(1, yuan - 1), max: yuan } }, payday)],
    paydayLast: [terms(monthly), terms(payday)],
  };
}

/** A monthly figure and another fact, in either order. */
function bothOrders(name: string, yuan: number, other: Slots): Tellings {
  const monthly: Slots = { monthlyAmount: exactly(yuan) };
  return {
    [`${name}Together`]: [terms(monthly, other)],
    [`${name}First`]: [terms(other), terms(monthly)],
    [`${name}Last`]: [terms(monthly), terms(other)],
    [`${name}LastAfterStart`]: [start, terms(monthly), terms(other)],
  };
}

/** What an offer comes to, without its number. */
const essence = (offer: Offer): string =>
  [
    offer.downPaymentFen,
    offer.instalmentFen,
    offer.instalmentCount,
    offer.monthlyRate,
    offer.totalFen,
    offer.firstDueDate,
    offer.dueDay,
    offer.feeWaiverFen + offer.interestWaiverFen,
  ].join(':');

interface Shown {
  /** The menu of the last answer; null when that was no menu. */
  readonly last: ReadonlySet<string> | null;
  /** Everything on earlier menus: terms once shown are not withdrawn, and may stand on the last menu too. */
  readonly before: ReadonlySet<string>;
}

function shownAfter(policy: BargainingPolicy, facts: CaseFacts, turns: readonly CustomerTurn[]): Shown {
  let bargainer = policy.open(facts);
  const before = new Set<string>();
  let last: ReadonlySet<string> | null = null;
  for (const turn of turns) {
    for (const one of last ?? []) before.add(one);
    let { move, next } = bargainer(turn);
    // A question for money at hand is answered, the same way in every telling.
    if (move.kind === 'ask' && move.slot === 'lumpSum') ({ move, next } = next(certainTurn('deny')));
    bargainer = next;
    last = offersOf(move).length > 0 ? new Set(offersOf(move).map(essence)) : null;
  }
  return { last, before };
}

/** Every offer of the plain telling is there, and no other one but what was shown on the way. */
function same({ last: plain }: Shown, { last, before }: Shown): boolean {
  if (plain === null || last === null) return plain === last;
  return [...plain].every((one) => last.has(one)) && [...last].every((one) => plain.has(one) || before.has(one));
}

/** Names of the tellings that bring other offers than the plain one; empty for a policy that is fair to this customer. */
export function differingTellings(policy: BargainingPolicy, customer: SimulatedCustomer, facts: CaseFacts): string[] {
  const yuan = roundFigure(customer.capacityFen * customer.statedShare);
  const cashYuan = Math.max(customer.lumpSumFen, Math.floor(customer.account.balanceFen / 100_000) * 10_000) / 100;
  const groups: readonly Tellings[] = [
    figureTold(yuan, { payday: customer.payday }),
    bothOrders('count', yuan, { instalmentCount: exactly(naturalCount(customer)) }),
    ...(cashYuan > 0 ? [bothOrders('cash', yuan, { lumpSum: exactly(cashYuan) })] : []),
  ];
  return groups.flatMap((group) => {
    const told = Object.entries(group).map(([name, turns]) => ({ name, shown: shownAfter(policy, facts, turns) }));
    const [plain] = told;
    return told.filter(({ shown }) => plain !== undefined && !same(plain.shown, shown)).map(({ name }) => name);
  });
}
