// A promise in the words of whoever makes it: "500 on the 10th and the rest on the 20th", "I'll have cleared it by Friday", "dad
// lends me 2,000 on Thursday, then you get it". The words say how much; what was understood says that it is a promise.
import type { CalendarDate } from '../../../../data/domain/calendar/calendar';
import { type Act, type CustomerTurn, exactYuan, type Slots } from '../../../../data/domain/customer/customerTurn';
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

/** Hears how much is promised; a message without a promise is left as it is. */
export function hearPromised(turn: Turn): void {
  const { heard } = turn;
  if (turn.customerId === null || turn.isTap) return;
  const acts = actsOf(heard);
  const isParted = partsIn(turn) !== undefined && acts.length === 1;
  const act = acts.find(({ intent }) => intent === 'promiseToPay' || (isParted && intent === 'negotiate.terms'));
  const slots = act === undefined ? undefined : slotsPromised(turn, act.slots);
  if (act === undefined || slots === undefined) return;
  const promised: Act = { ...act, intent: 'promiseToPay', slots };
  const all = heard.acts.map((one) => (one === act ? promised : one));
  const isMain = heard.intent === act.intent;
  const turned: CustomerTurn = { ...heard, acts: all };
  turn.heard = isMain ? { ...turned, intent: 'promiseToPay', slots, ambiguity: null } : turned;
}
