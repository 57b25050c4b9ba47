// A promise in the words of whoever makes it: "500 on the 10th and the rest on the 20th", "I'll have cleared it by Friday", "dad
// lends me 2,000 on Thursday, then you get it". The words say how much; what was understood says that it is a promise.
import type { CalendarDate } from '../../../../data/domain/calendar/calendar';
import { type CustomerTurn, exactYuan, type Slots } from '../../../../data/domain/customer/customerTurn';
import { type Fen, yuanToFen } from '../../../../data/domain/money/money';
import { actsOf } from '../../../talk/acts/steps';
import type { Turn } from '../../../talk/turn';
import { amountsIn, daysNamed } from '../../../understanding/quantities/datesIn';
import { promiseSays } from './promiseWords';

interface Part {
  readonly amount: Fen;
  readonly date: CalendarDate;
}

/** The first of two days and its sum, where the rest is promised for the second; undefined where it is not. */
export function firstPartIn({ typed, today, state: { locale } }: Turn): Part | undefined {
  if (!promiseSays('theRest', typed, locale)) return undefined;
  const [date, last, ...others] = daysNamed(typed, today);
  const [amount, ...more] = amountsIn(typed, today);
  const isPlain = date !== undefined && last !== undefined && date < last && others.length === 0 && more.length === 0;
  return isPlain && amount !== undefined ? { amount: yuanToFen(amount), date } : undefined;
}

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
  const last = firstPartIn(turn) === undefined ? undefined : daysNamed(turn.typed, turn.today).at(-1);
  return last === undefined ? sumPromised(turn, slots) : { payDate: last, lumpSumShare: 1 };
}

/** Hears how much is promised; a message without a promise is left as it is. */
export function hearPromised(turn: Turn): void {
  const { heard } = turn;
  if (turn.customerId === null || turn.isTap) return;
  const acts = actsOf(heard);
  const act = acts.find(({ intent }) => intent === 'promiseToPay');
  const slots = act === undefined ? undefined : slotsPromised(turn, act.slots);
  if (act === undefined || slots === undefined) return;
  const promised = { ...act, slots };
  const all = heard.acts.map((one) => (one === act ? promised : one));
  const isMain = heard.intent === 'promiseToPay';
  const turned: CustomerTurn = { ...heard, acts: all };
  turn.heard = isMain ? { ...turned, slots, ambiguity: null } : turned;
}
