// A figure that was said before is moved: "another 200", "100 less", "without the 2,000". Heard as the figure that it comes to;
// and what is said of the plans by which no figure moves: another day, a sum that was said before, paying by the week.
import { z } from 'zod';
import { type CalendarDate, dayOfMonth } from '../../../../../data/domain/calendar/calendar';
import {
  type CustomerTurn,
  certainTurn,
  exactYuan,
  type Intent,
  type Slots,
} from '../../../../../data/domain/customer/customerTurn';
import { fenToYuan, yuanToFen } from '../../../../../data/domain/money/money';
import { statedFigure } from '../../../../../data/domain/negotiation/hear/capacity';
import { ownWords } from '../../../../talk/acts/ownWords';
import { isProtective, readingsOf } from '../../../../talk/acts/steps';
import { inBothLanguages, wordPattern } from '../../../../talk/acts/wordPatterns';
import type { Turn } from '../../../../talk/turn';
import { amountsIn } from '../../../../understanding/quantities/datesIn';
import { arrangementInForce } from '../../arrangementLines';
import { offersShown } from '../choiceWords';
import { asks, questionsIn } from '../tableWords';
import words from './figureMovedWords.json';

const both = inBothLanguages();
const pattern = wordPattern();
const parsed = z
  .strictObject({
    more: both,
    less: both,
    without: both,
    firstPayment: both,
    theMoney: both,
    once: both,
    starts: both,
    skips: both,
    corrects: both,
    months: z.array(pattern).length(12),
  })
  .parse(words);

/** What such words are easily heard as. */
const mayMove: readonly Intent[] = [
  'negotiate.terms',
  'negotiate.start',
  'negotiate.accept',
  'negotiate.reject',
  'ask.consequences',
  'ask.partialPayment',
  'ask.offer',
  'budget',
  'outOfScope',
  'affirm',
  'deny',
];

/** Confidence (0-1) from which a general question is one, and moves no figure. */
const sureOfQuestion = 0.7;

/** The one amount that the words name, in yuan. */
function amountNamed(turn: Turn): number | undefined {
  const [only, ...others] = amountsIn(ownWords(turn), turn.today);
  return others.length === 0 ? only : undefined;
}

/** "What if I find another 200": on top of what was said, or taken off it. */
function monthlyMoved(turn: Turn, text: string): CustomerTurn | undefined {
  const { locale, negotiation } = turn.state;
  const said = statedFigure(negotiation?.facts.statedMonthly ?? null);
  const change = amountNamed(turn);
  if (said === null || change === undefined || parsed.once[locale].test(text)) return undefined;
  const sign = parsed.less[locale].test(text) ? -1 : parsed.more[locale].test(text) ? 1 : 0;
  const monthlyFen = said + sign * yuanToFen(change);
  return sign === 0 || monthlyFen <= 0
    ? undefined
    : certainTurn('negotiate.terms', { monthlyAmount: exactYuan(monthlyFen) });
}

/** "不是 是五百五", "sorry, 550", right after a figure was noted: what was said wrongly is put right, and is no other figure. */
function corrected(turn: Turn, text: string): CustomerTurn | undefined {
  const { locale, negotiation } = turn.state;
  const facts = negotiation?.facts;
  const { monthlyAmount, lumpSum, amount: bare } = turn.heard.slots;
  // Heard as the figure of a month already, nothing is to be put right.
  if (facts === undefined || monthlyAmount !== undefined || !turn.wasJustSaid('negotiation.noted')) return undefined;
  const right = (lumpSum ?? bare)?.max ?? amountNamed(turn);
  if (right === undefined || !parsed.corrects[locale].test(text)) return undefined;
  const [monthly, start] = [statedFigure(facts.statedMonthly), statedFigure(facts.lumpSum)];
  const [wrong] = amountsIn(ownWords(turn), turn.today);
  // "No wait, 800 first" says of which it is.
  const isSaidOfStart = parsed.once[locale].test(text);
  const isOfStart = monthly === null || isSaidOfStart || (wrong !== right && wrong === fenToYuan(start ?? 0));
  const isStart = start !== null && start > 0 && isOfStart;
  const amount = exactYuan(yuanToFen(right));
  if (isStart) return certainTurn('negotiate.terms', { lumpSum: amount });
  return monthly === null ? undefined : certainTurn('negotiate.terms', { monthlyAmount: amount });
}

/** "And without the 2,000?", of a first payment that was said. */
function withoutStart(turn: Turn, text: string): CustomerTurn | undefined {
  const { locale, negotiation } = turn.state;
  const start = statedFigure(negotiation?.facts.lumpSum ?? null);
  if (start === null || !parsed.without[locale].test(text)) return undefined;
  const isIt =
    amountNamed(turn) === fenToYuan(start) ||
    parsed.firstPayment[locale].test(text) ||
    parsed.theMoney[locale].test(text);
  return isIt ? certainTurn('negotiate.terms', { wish: 'noDownPayment' }) : undefined;
}

/** "Can the first one be March?", "skip December": the first day of the month from which the instalments are to begin. */
function startMoved(turn: Turn, text: string): CustomerTurn | undefined {
  const { locale } = turn.state;
  const starts = parsed.starts[locale].test(text);
  if (!starts && !parsed.skips[locale].test(text)) return undefined;
  const named = monthNamed(text);
  if (named === undefined) return undefined;
  const first = firstOfNext(turn.today, named);
  return certainTurn('negotiate.terms', { startDate: starts ? first : firstOfNext(first, (named % 12) + 1) });
}

/** The month that the words name, 1-12; undefined where they name none, or a day of it. */
function monthNamed(text: string): number | undefined {
  const at = parsed.months.findIndex((month) => month.test(text));
  return at < 0 ? undefined : at + 1;
}

/** The first day of the next such month after a day. */
function firstOfNext(day: CalendarDate, month: number): CalendarDate {
  const [year = 0, current = 1] = day.split('-').map(Number);
  return `${month > current ? year : year + 1}-${String(month).padStart(2, '0')}-01`;
}

/** The figure that the message comes to; undefined where it moves none. */
export function figureMoved(turn: Turn): CustomerTurn | undefined {
  const { acts, confidence, intent: heardAs } = turn.heard;
  const mayBe =
    readingsOf(turn.heard).some((intent) => mayMove.includes(intent)) ||
    (heardAs.startsWith('ask.') && confidence < sureOfQuestion);
  // "Could do 100 | less": one change, wherever it was parted; what states something in one part is heard as it was said.
  const isOneChange = acts.every(({ intent, slots }) => mayMove.includes(intent) && Object.keys(slots).length === 0);
  const isParted = acts.length > 1 && !isOneChange;
  if (isParted || readingsOf(turn.heard).some(isProtective)) return undefined;
  const text = ownWords(turn).normalize('NFKC').toLowerCase();
  const said = (mayBe ? corrected(turn, text) : undefined) ?? withoutStart(turn, text);
  return said ?? (mayBe ? (startMoved(turn, text) ?? monthlyMoved(turn, text)) : undefined);
}

const statesFigure = ({ monthlyAmount, lumpSum, amount, lumpSumShare, instalmentCount }: Slots): boolean =>
  [monthlyAmount, lumpSum, amount, lumpSumShare, instalmentCount].some((slot) => slot !== undefined);

/** "I'd rather pay every week", "季度行吗": no figure moves by it, and what a month takes can be paid in parts. */
export async function wishesOtherRhythm(turn: Turn): Promise<boolean> {
  const { heard, state } = turn;
  const mayWish = readingsOf(heard).every(
    (intent) =>
      ['outOfScope', 'help', 'ask.partialPayment', 'ask.offer', 'promiseToPay'].includes(intent) ||
      intent.startsWith('negotiate.'),
  );
  if (!mayWish || statesFigure(heard.slots)) return false;
  if (!questionsIn(ownWords(turn), state.locale).some(({ topic }) => topic === 'often' || topic === 'seldom'))
    return false;
  return offersShown(turn).length > 0 || (await arrangementInForce(turn)) !== undefined;
}

/** "Can you do it on payday, the 27th?" asks for the plans to fall due on that day; nothing is promised for it. */
export function dayOfPlans({ heard, state: { locale } }: Turn, words: string): CustomerTurn | undefined {
  const { payDate, ...others } = heard.slots;
  const isDayAlone = heard.intent === 'promiseToPay' && payDate !== undefined && Object.keys(others).length === 0;
  if (!isDayAlone || !asks(words, locale)) return undefined;
  return certainTurn('negotiate.terms', { dueDay: dayOfMonth(payDate) });
}

/** "What would it be then with the 20,000?": a first payment that was said before, named again, is no sum a month. */
export function sumSaidAgain({ heard, typed, state: { negotiation, locale } }: Turn): CustomerTurn | undefined {
  const start = statedFigure(negotiation?.facts.lumpSum ?? null);
  const named = heard.slots.monthlyAmount?.max ?? heard.slots.amount?.max;
  const isIt = start !== null && named !== undefined && yuanToFen(named) === start;
  return isIt && asks(typed, locale) ? certainTurn('ask.offer', { aspect: 'total' }) : undefined;
}
