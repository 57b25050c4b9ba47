// A promise in the words of whoever makes it: "500 on the 10th and the rest on the 20th", "I'll have cleared it by Friday", "dad
// lends me 2,000 on Thursday, then you get it". The words say how much; what was understood says that it is a promise.
import { type CalendarDate, nextDayOfMonth } from '../../../../data/domain/calendar/calendar';
import {
  type Act,
  type CustomerTurn,
  exactYuan,
  type Intent,
  type Slots,
} from '../../../../data/domain/customer/customerTurn';
import { type Fen, yuanToFen } from '../../../../data/domain/money/money';
import { actsOf } from '../../../talk/acts/steps';
import type { Turn } from '../../../talk/turn';
import { amountsIn, daysNamed } from '../../../understanding/quantities/datesIn';
import { says as ownFigureSays } from '../ownFigureWords';
import { promiseSays } from './promiseWords';

interface Part {
  readonly amount: Fen;
  readonly date: CalendarDate;
}

interface Parts {
  readonly first: Part;
  readonly lastDate: CalendarDate;
  /** What is paid on the second day, in fen; null for all that is left. */
  readonly second: Fen | null;
}

/** Two days with a sum on each, or with the rest on the second; undefined where there are none. */
function partsIn({ typed, today, state: { locale } }: Turn): Parts | undefined {
  const [date, lastDate, ...others] = daysNamed(typed, today);
  const [amount, next, ...more] = amountsIn(typed, today);
  if (date === undefined || lastDate === undefined || others.length > 0 || date >= lastDate) return undefined;
  if (amount === undefined || more.length > 0 || ownFigureSays('regularly', typed)) return undefined;
  if (next === undefined && !promiseSays('theRest', typed, locale)) return undefined;
  const second = next === undefined ? null : yuanToFen(next);
  return { first: { amount: yuanToFen(amount), date }, lastDate, second };
}

/** The first of two payments that are promised together; undefined where there is one. */
export const firstPartIn = (turn: Turn): Part | undefined => partsIn(turn)?.first;

const statesSum = ({ amount, lumpSum, lumpSumShare, monthlyAmount }: Slots): boolean =>
  [amount, lumpSum, lumpSumShare, monthlyAmount].some((slot) => slot !== undefined);

/** What is promised, by the words, where understanding has the day alone. */
function sumPromised({ typed, today, state: { locale } }: Turn, { payDate, ...slots }: Slots): Slots | undefined {
  if (payDate === undefined || statesSum(slots)) return undefined;
  // "The minimum" is a sum of its own, however it is paid off.
  if (promiseSays('minimum', typed, locale)) return undefined;
  if (promiseSays('paysAll', typed, locale)) return { payDate, lumpSumShare: 1 };
  const [only, ...others] = amountsIn(typed, today);
  const isPassedOn = only !== undefined && others.length === 0 && promiseSays('passesOn', typed, locale);
  return isPassedOn ? { payDate, lumpSum: exactYuan(yuanToFen(only)) } : undefined;
}

function slotsPromised(turn: Turn, slots: Slots): Slots | undefined {
  const parts = partsIn(turn);
  if (parts === undefined) return sumPromised(turn, slots);
  const { first, lastDate: payDate, second } = parts;
  return { payDate, ...(second === null ? { lumpSumShare: 1 } : { lumpSum: exactYuan(first.amount + second) }) };
}

/** What a day to pay is easily heard as, where it is hardly heard. */
const easilyHeardAs: readonly Intent[] = ['ask.howToRepay', 'negotiate.start', 'account.dueDate'];
/** Confidence (0-1) from which a question is one. */
const sureOfQuestion = 0.7;

/** "Can I pay on Saturday instead?", "I'll do that on the 28th": the day on which it is paid, with no word of a plan, where none is bargained for. */
function dayToPay({ typed, today, state: { locale, negotiation } }: Turn, act: Act): CalendarDate | undefined {
  const { intent, confidence } = act;
  const { payDate, dueDay, ...others } = act.slots;
  // With no plan to take, "I'll do that" takes none.
  const isOfPaying = intent === 'negotiate.terms' || intent === 'negotiate.accept';
  const mayBe = isOfPaying || (easilyHeardAs.includes(intent) && confidence < sureOfQuestion);
  const isOpen = (negotiation?.table ?? []).length === 0 && Object.keys(others).length === 0;
  if (!mayBe || !isOpen || !promiseSays('paysThen', typed, locale)) return undefined;
  return payDate ?? (dueDay === undefined ? undefined : nextDayOfMonth(today, dueDay));
}

/** Hears how much is promised; a message without a promise is left as it is. */
export function hearPromised(turn: Turn): void {
  const { heard } = turn;
  if (turn.customerId === null || turn.isTap) return;
  const acts = actsOf(heard);
  const isParted = partsIn(turn) !== undefined && acts.length === 1;
  const mayPromise = (one: Act) => (isParted && one.intent === 'negotiate.terms') || dayToPay(turn, one) !== undefined;
  const act = acts.find((one) => one.intent === 'promiseToPay' || mayPromise(one));
  if (act === undefined) return;
  const payDate = act.intent === 'promiseToPay' ? undefined : dayToPay(turn, act);
  const slots = slotsPromised(turn, act.slots) ?? (payDate === undefined ? undefined : { payDate });
  if (slots === undefined) return;
  const promised: Act = { ...act, intent: 'promiseToPay', slots };
  const all = heard.acts.map((one) => (one === act ? promised : one));
  const isMain = heard.intent === act.intent;
  const turned: CustomerTurn = { ...heard, acts: all };
  turn.heard = isMain ? { ...turned, intent: 'promiseToPay', slots, ambiguity: null } : turned;
}
