// An instalment that was missed is made up on a day: by its name, or by a day alone, with the next one where that is said.
import { arrangementState } from '../../../../data/domain/arrangement/arrangement';
import { type CustomerTurn, certainTurn, exactYuan, type Intent } from '../../../../data/domain/customer/customerTurn';
import { ownWords } from '../../../talk/acts/ownWords';
import { readingsOf } from '../../../talk/acts/steps';
import type { Turn } from '../../../talk/turn';
import { daysNamed } from '../../../understanding/quantities/datesIn';
import { arrangementInForce } from '../arrangementLines';
import { addsNext, namesNext, questionsIn } from '../table/tableWords';
import { promiseSays } from './promiseWords';

/** The least months of a plan. */
const shortestPlan = 6;

const statesAmount = ({ slots }: CustomerTurn): boolean =>
  [slots.monthlyAmount, slots.lumpSum, slots.amount, slots.lumpSumShare].some((slot) => slot !== undefined);

/** A length that a plan can have; fewer are instalments of a plan that stands. */
const isPlan = ({ slots }: CustomerTurn): boolean => (slots.instalmentCount?.max ?? 0) >= shortestPlan;

/** What may promise to make up what was missed, where a day is named: "can I pay it Friday" does. */
const mayMakeUp: readonly Intent[] = [
  'promiseToPay',
  'ask.offer',
  'account.arrangement',
  'evidence',
  'negotiate.start',
  'negotiate.terms',
  'negotiate.reject',
  'negotiate.accept',
  'undo',
  'goodbye',
];

/** "I can do it on Friday": where an instalment was missed, what is paid on a day makes it up; the next one alone does not. */
function paysOnDay({ heard, state: { locale } }: Turn, words: string): boolean {
  const isPaying = heard.intent === 'promiseToPay' || promiseSays('paysThen', words, locale);
  const withNext = namesNext(words, locale) && addsNext(words, locale);
  return isPaying && (withNext || (heard.slots.payDate !== undefined && !namesNext(words, locale)));
}

/** "I can pay the missed bit on Friday": the amount is what was missed, with the next one where that is said. */
export async function madeUp(turn: Turn): Promise<CustomerTurn | undefined> {
  const { heard, state, today } = turn;
  if (!readingsOf(heard).some((intent) => mayMakeUp.includes(intent)) || statesAmount(heard) || isPlan(heard))
    return undefined;
  const words = ownWords(turn);
  const namesMissed = questionsIn(words, state.locale).some(({ topic }) => topic === 'makeUp');
  if (!namesMissed && !paysOnDay(turn, words)) return undefined;
  const inForce = await arrangementInForce(turn);
  if (inForce === undefined || inForce.missed === 0) return undefined;
  const { missedFen, next } = arrangementState(inForce.record, today, turn.services.contract);
  const withNext = addsNext(words, state.locale);
  const dayOfNext = withNext && heard.intent === 'promiseToPay' ? next?.dueDate : undefined;
  const payDate = heard.slots.payDate ?? daysNamed(words, today).at(-1) ?? dayOfNext;
  // "I can make up one, but two is hard": nothing is promised, and no plan of two months is wished for.
  if (payDate === undefined) return heard.intent.startsWith('negotiate.') ? certainTurn('ask.offer') : undefined;
  const amountFen = missedFen + (withNext ? (next?.amountFen ?? 0) : 0);
  return certainTurn('promiseToPay', { payDate, lumpSum: exactYuan(amountFen) });
}

/** "The one I missed, I'll pay it on Friday": what is made up and the day of it, in two parts of one message, are one promise. */
export async function hearMissedMadeUp(turn: Turn): Promise<void> {
  const { acts } = turn.heard;
  if (turn.customerId === null || acts.length < 2 || !acts.every(({ intent }) => mayMakeUp.includes(intent))) return;
  const promised = await madeUp(turn);
  if (promised !== undefined) turn.heard = { ...promised, language: turn.heard.language };
}
