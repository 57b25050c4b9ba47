// What the customer's words add to the facts: taken in any order, several in one message, each with its source.
import type { NegotiableAccount } from '../../account/account';
import { dayOfMonth } from '../../calendar/calendar';
import type { CustomerTurn, NumberRange, Slots } from '../../customer/customerTurn';
import type { PolicyLimits } from '../../limits/policyLimits';
import { type Fen, shareOf, yuanToFen } from '../../money/money';
import type { AmountFact, FactSource, Negotiation, NegotiationFacts } from '../negotiation';
import { dueDayAllowed } from '../offers/dueDates';

export const amountFact = (range: NumberRange, source: FactSource): AmountFact => {
  const fen = (yuan: number | undefined) => (yuan === undefined ? null : yuanToFen(yuan));
  const low = fen(range.min);
  const high = fen(range.max);
  // A range written the wrong way round is the same range.
  return low !== null && high !== null && low > high
    ? { minFen: high, maxFen: low, source }
    : { minFen: low, maxFen: high, source };
};

const exactly = (fen: Fen, source: FactSource): AmountFact => ({ minFen: fen, maxFen: fen, source });

/** The median of an unsorted list; 0 when empty. */
function median(amounts: readonly Fen[]): Fen {
  const sorted = [...amounts].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.floor(((sorted[middle - 1] ?? 0) + upper) / 2);
}

/** Facts that the bank holds itself: accepted documents, and salary credits where there are enough of them. */
export function bankFacts(
  account: NegotiableAccount,
  limits: PolicyLimits,
): Pick<NegotiationFacts, 'documentedMonthly' | 'bankMonthly'> {
  const documented = account.documentedMonthlyCapacityFen;
  const credits = account.salaryCreditsFen;
  const enough = credits.length > 0 && credits.length >= limits.evidence.salaryCreditsMin;
  const salary = enough ? shareOf(median(credits), limits.evidence.salaryShare) : 0;
  return {
    documentedMonthly: documented === null ? null : exactly(documented, 'documented'),
    bankMonthly: salary > 0 ? exactly(salary, 'bank') : null,
  };
}

/** A bare figure is what was last asked for; unasked, half the balance or more is a single payment, less is monthly. */
function placedAmount(slots: Slots, negotiation: Negotiation, account: NegotiableAccount): 'monthlyAmount' | 'lumpSum' {
  if (negotiation.lastAsked === 'lumpSum') return 'lumpSum';
  if (negotiation.lastAsked === 'monthlyAmount') return 'monthlyAmount';
  const yuan = slots.amount?.max ?? slots.amount?.min ?? 0;
  return yuanToFen(yuan) >= account.balanceFen / 2 ? 'lumpSum' : 'monthlyAmount';
}

/** The money named for one payment, in fen; null when none is named. */
export function lumpSumOf(slots: Slots, account: NegotiableAccount): AmountFact | null {
  if (slots.lumpSum !== undefined) return amountFact(slots.lumpSum, 'stated');
  return slots.lumpSumShare === undefined ? null : exactly(shareOf(account.balanceFen, slots.lumpSumShare), 'stated');
}

/** "I'll transfer it tonight": the day of one payment, and of no plan. */
const isOfPromise = ({ stage }: Negotiation, { intent }: CustomerTurn): boolean =>
  intent === 'promiseToPay' || (stage === 'promising' && intent !== 'negotiate.start');

export interface Heard {
  readonly facts: NegotiationFacts;
  /** Names of the facts that this turn stated. */
  readonly stated: ReadonlySet<keyof NegotiationFacts>;
}

/** Takes the turn's slots into the facts. Later statements replace earlier ones of the same name. */
export function hearFacts(
  negotiation: Negotiation,
  turn: CustomerTurn,
  account: NegotiableAccount,
  limits: PolicyLimits,
): Heard {
  const { slots } = turn;
  const facts: NegotiationFacts = { ...negotiation.facts, ...bankFacts(account, limits) };
  const stated = new Set<keyof NegotiationFacts>();
  const set = <Name extends keyof NegotiationFacts>(name: Name, value: NegotiationFacts[Name]) => {
    facts[name] = value;
    stated.add(name);
  };
  const placed = slots.amount === undefined ? null : placedAmount(slots, negotiation, account);
  const monthly = slots.monthlyAmount ?? (placed === 'monthlyAmount' ? slots.amount : undefined);
  if (monthly !== undefined) {
    set('statedMonthly', amountFact(monthly, 'stated'));
    facts.firstStatedMonthly ??= facts.statedMonthly;
  }
  const bareLump = placed === 'lumpSum' && slots.amount !== undefined ? amountFact(slots.amount, 'stated') : null;
  const lump = lumpSumOf(slots, account) ?? bareLump;
  if (lump !== null) {
    set('lumpSum', lump);
    facts.noDownPayment = false;
  } else if (negotiation.lastAsked === 'lumpSum' && negotiation.stage !== 'promising' && turn.intent === 'deny') {
    // "None" to the question for money at hand is an answer.
    set('lumpSum', exactly(0, 'stated'));
  } else if (slots.wish === 'noDownPayment') {
    facts.lumpSum = null;
    set('noDownPayment', true);
  } else if (slots.wish === 'downPayment') facts.noDownPayment = false;
  if (slots.instalmentCount !== undefined) {
    set('instalmentCountMin', slots.instalmentCount.min ?? null);
    set('instalmentCountMax', slots.instalmentCount.max ?? null);
  }
  if (slots.startDate !== undefined) {
    set('startDate', slots.startDate);
    facts.deferMonths = null;
  } else if (slots.deferMonths !== undefined) {
    set('deferMonths', slots.deferMonths);
    facts.startDate = null;
  }
  if (slots.payday !== undefined) set('payday', slots.payday);
  if (slots.dueDay !== undefined) set('dueDay', slots.dueDay);
  else if (slots.payDate !== undefined && lump === null && !isOfPromise(negotiation, turn)) {
    // One day of payment named for a plan: instalments fall due on that day of the month, the first not before it.
    if (dueDayAllowed(dayOfMonth(slots.payDate), limits)) set('dueDay', dayOfMonth(slots.payDate));
    if (slots.startDate === undefined && slots.deferMonths === undefined) {
      set('startDate', slots.payDate);
      facts.deferMonths = null;
    }
  }
  if (turn.intent === 'hardship' || turn.signals.includes('hardship')) set('hardshipStated', true);
  return { facts, stated };
}
