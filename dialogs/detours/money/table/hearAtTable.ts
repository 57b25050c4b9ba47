// A message is heard in the light of what lies on the table or was signed: a choice by number, a question about the offers, a
// missed instalment that is to be made up. What protects is never heard away.
import { arrangementState } from '../../../../data/domain/arrangement/arrangement';
import {
  type CustomerTurn,
  certainTurn,
  exactYuan,
  type Intent,
  type Slots,
} from '../../../../data/domain/customer/customerTurn';
import { ownWords } from '../../../talk/acts/ownWords';
import { readingsOf } from '../../../talk/acts/steps';
import type { Turn } from '../../../talk/turn';
import { daysNamed } from '../../../understanding/quantities/datesIn';
import { arrangementInForce } from '../arrangementLines';
import { hearInPromise } from '../promise/hearInPromise';
import { bareWishIn, bestPicked, dayAlone, numberPicked, offersShown, offerTaken } from './choiceWords';
import { figureMoved, wishesOtherRhythm } from './figureMoved';
import { isSupposed } from './planAhead';
import {
  addsNext,
  asks,
  asksWhy,
  lengthAlone,
  monthsNamed,
  questionsIn,
  type TableQuestion,
  type TableTopic,
  wantsLess,
} from './tableWords';

/** Questions and small readings that may be about the table, whatever else they sound like. */
const mayAsk: readonly Intent[] = ['outOfScope', 'repeat', 'help', 'evidence'];
/** Readings of a bargaining that may be a question after all: only in the form of one, and with no figure. */
const mayAskInPassing: readonly Intent[] = [
  'negotiate.start',
  'negotiate.terms',
  'negotiate.reject',
  'negotiate.accept',
  'promiseToPay',
  'undo',
  'goodbye',
];
/** Readings in which an offer may be chosen after all. */
const mayChoose: readonly Intent[] = [...mayAsk, ...mayAskInPassing, 'contactPreference', 'affirm', 'negotiate.accept'];
/** Confidence (0-1) from which a reading is not heard away by words alone. */
const sure = 0.9;
/** Confidence (0-1) below which a weighty reading is hardly one. */
const hardlyHeard = 0.6;

/** Topics that an arrangement is asked about as well. */
const ofSigned: readonly TableTopic[] = [
  'fees',
  'agency',
  'earlyRepayment',
  'makeUp',
  'payOff',
  'missed',
  'lastDate',
  'interest',
  'yearlyRate',
  'nextDue',
  'leftAfter',
  'payMore',
  'payTo',
  'changeLater',
];
const onlyOfSigned: readonly TableTopic[] = ['makeUp', 'payOff', 'nextDue'];

/** Readings beside which a length alone is a wish for a plan of that length, or a question about one. */
const mayNameLength: readonly Intent[] = [
  'negotiate.terms',
  'negotiate.accept',
  'negotiate.start',
  'ask.installmentPolicy',
  'outOfScope',
  'help',
  'ask.offer',
  'account.arrangement',
  'ask.cardStatus',
];
const [shortestPlan, longestPlan] = [6, 60];

const statesAmount = ({ slots }: CustomerTurn): boolean =>
  [slots.monthlyAmount, slots.lumpSum, slots.amount, slots.lumpSumShare].some((slot) => slot !== undefined);
const statesFigure = (heard: CustomerTurn): boolean => statesAmount(heard) || heard.slots.instalmentCount !== undefined;

/** Heard as said, however near a question is. */
const neverHeardAway: readonly Intent[] = ['vulnerable', 'thirdParty', 'human', 'contactPreference'];

/** One of two near readings may be a question: then its words decide. */
function mayBeQuestion(turn: Turn): boolean {
  const readings = readingsOf(turn.heard);
  if (readings.some((intent) => neverHeardAway.includes(intent))) return false;
  return readings.some((intent) => isQuestionOrMayBe(turn, intent));
}

function isQuestionOrMayBe(turn: Turn, intent: Intent): boolean {
  const { heard, state } = turn;
  if (intent.startsWith('ask.') || intent.startsWith('account.')) return true;
  const isQuestion = asks(ownWords(turn), state.locale);
  if (intent === 'negotiate.priceRelief') return isQuestion;
  // "Is there a processing fee?" sounds like a swindle in other mouths.
  if (intent === 'scam') return isQuestion && heard.confidence < hardlyHeard;
  if (mayAsk.includes(intent)) return true;

  return mayAskInPassing.includes(intent) && isQuestion && !statesFigure(heard);
}

/** Of what interest the whole debt bears, and how fees of being late arise, the approved answers speak; less is a wish. */
function isOfSomethingElse({ heard, state }: Turn, { topic, clause }: TableQuestion): boolean {
  const general = heard.intent === 'ask.interestAndFees' && heard.confidence >= sure;
  const isPrice = topic === 'fees' || topic === 'interest' || topic === 'yearlyRate';
  const isLess = isPrice && wantsLess(clause, state.locale);
  // "What can I do then?" asks for ways to close a gap where one was just told.
  if (topic === 'ways') return !state.lastSpoken.some(({ id }) => id === 'negotiation.nearest.downPaymentCloses');
  return isLess || (general && (topic === 'fees' || topic === 'interest'));
}

/** "Why not?" after a refusal asks for its ground. */
const asksWhyRefused = (turn: Turn): boolean =>
  turn.wasJustSaid('negotiation.refuse.close') && asksWhy(ownWords(turn), turn.state.locale);

async function questionAtTable(turn: Turn): Promise<boolean> {
  if (asksWhyRefused(turn)) return true;
  if (await wishesOtherRhythm(turn)) return true;
  if (!mayBeQuestion(turn)) return false;
  const asked = questionsIn(ownWords(turn), turn.state.locale).filter((question) => !isOfSomethingElse(turn, question));
  if (asked.length === 0) return false;
  const hasTable = offersShown(turn).length > 0;
  const about = asked.filter(({ topic }) => (hasTable ? !onlyOfSigned.includes(topic) : ofSigned.includes(topic)));
  if (about.length > 0) return hasTable || (await arrangementInForce(turn)) !== undefined;
  // "What's the least you'd take?" needs no offers: the rules answer it.
  // The minimum due of the statement is another least.
  const isMinimumDue = turn.heard.intent === 'ask.minimumPayment' && turn.heard.confidence >= sure;
  return (
    !isMinimumDue &&
    !hasTable &&
    asked.some(({ topic }) => topic === 'least') &&
    (await arrangementInForce(turn)) === undefined
  );
}

/** A length that is asked about, or for, and that no offer on the table has. */
function lengthNamed(turn: Turn): number | undefined {
  const words = ownWords(turn);
  const bare = asksWhy(words, turn.state.locale) ? lengthAlone(words) : undefined;
  if (bare !== undefined) return bare;
  const [months, ...others] = monthsNamed(words);
  const isPlan = months !== undefined && others.length === 0 && months >= shortestPlan && months <= longestPlan;
  return isPlan ? months : undefined;
}

/** "Make it 36 months", "is there one with 18 months?": a length with no other figure. */
function lengthAtTable(turn: Turn): CustomerTurn | undefined {
  const { heard, state } = turn;
  const months = lengthNamed(turn);
  if (months === undefined || statesAmount(heard) || heard.slots.offerNumber !== undefined) return undefined;
  const isOffered = offersShown(turn).some((one) => one.instalmentCount === months);
  // "24 months" and nothing else is a counter, whose answer works the plan out.
  const isPlain =
    heard.intent === 'negotiate.terms' && heard.ambiguity === null && heard.slots.instalmentCount !== undefined;
  if (isOffered || isPlain || !mayNameLength.includes(heard.intent)) return undefined;
  const instalmentCount = { min: months, max: months };
  const isQuestion = asks(ownWords(turn), state.locale) && offersShown(turn).length > 0;
  return isQuestion
    ? { ...heard, intent: 'ask.offer', slots: { instalmentCount }, ambiguity: null }
    : certainTurn('negotiate.terms', { instalmentCount });
}

/** A number, a place or "the cheapest" chooses; a day alone moves the day where one was just spoken of. */
function choiceAtTable(turn: Turn): CustomerTurn | undefined {
  const { heard, state } = turn;
  const shown = offersShown(turn);
  if (shown.length === 0) return undefined;
  const words = ownWords(turn);
  const day = dayAlone(words, state.locale);
  const isDay =
    day !== undefined && (turn.wasJustSaid('negotiation.nearest.dueDay') || !shown.some((one) => one.number === day));
  if (isDay) return certainTurn('negotiate.terms', { dueDay: day });
  const best = statesFigure(heard) ? undefined : bestPicked(words, state.locale, shown);
  if (best !== undefined) return certainTurn('negotiate.accept', { offerNumber: best });
  const wish = bareWishIn(words, state.locale);
  if (wish !== undefined) return certainTurn('negotiate.terms', { wish });
  if (heard.intent === 'negotiate.accept' && heard.slots.offerNumber === undefined && !statesFigure(heard)) {
    const taken = offerTaken(words, state.locale, shown);
    return taken === undefined ? undefined : { ...heard, slots: { offerNumber: taken }, ambiguity: null };
  }
  if (!mayChoose.includes(heard.intent) || statesFigure(heard) || asks(words, state.locale)) return undefined;
  const picked = numberPicked(words, state.locale, shown);
  return picked === undefined ? undefined : certainTurn('negotiate.accept', { offerNumber: picked });
}

/** A length that a plan can have; fewer are instalments of a plan that stands. */
const isPlan = ({ slots }: CustomerTurn): boolean => (slots.instalmentCount?.max ?? 0) >= shortestPlan;

/** What may promise to make up what was missed, where a day is named: "can I pay it Friday" does. */
const mayMakeUp: readonly Intent[] = [
  'promiseToPay',
  'ask.offer',
  'account.arrangement',
  'evidence',
  ...mayAskInPassing,
];

/** "I can pay the missed bit on Friday": the amount is what was missed, with the next one where that is said. */
async function madeUp(turn: Turn): Promise<CustomerTurn | undefined> {
  const { heard, state, today } = turn;
  if (!readingsOf(heard).some((intent) => mayMakeUp.includes(intent)) || statesAmount(heard) || isPlan(heard))
    return undefined;
  const words = ownWords(turn);
  if (!questionsIn(words, state.locale).some(({ topic }) => topic === 'makeUp')) return undefined;
  const inForce = await arrangementInForce(turn);
  if (inForce === undefined || inForce.missed === 0) return undefined;
  const payDate = heard.slots.payDate ?? daysNamed(words, today).at(-1);
  // "I can make up one, but two is hard": nothing is promised, and no plan of two months is wished for.
  if (payDate === undefined) return heard.intent.startsWith('negotiate.') ? certainTurn('ask.offer') : undefined;
  const { missedFen, next } = arrangementState(inForce.record, today, turn.services.contract);
  const amountFen = missedFen + (addsNext(words, state.locale) ? (next?.amountFen ?? 0) : 0);
  return certainTurn('promiseToPay', { payDate, lumpSum: exactYuan(amountFen) });
}

/** "The one I missed, I'll pay it on Friday": what is made up and the day of it, in two parts of one message, are one promise. */
export async function hearMissedMadeUp(turn: Turn): Promise<void> {
  const { acts } = turn.heard;
  if (turn.customerId === null || acts.length < 2 || !acts.every(({ intent }) => mayMakeUp.includes(intent))) return;
  const promised = await madeUp(turn);
  if (promised !== undefined) turn.heard = { ...promised, language: turn.heard.language };
}

/** True where its words make the message a question about the table, a choice of an offer, or a change of a promise. */
export async function hearAtTable(turn: Turn): Promise<boolean> {
  if (turn.customerId === null || turn.isTap) return false;
  if (turn.heard.slots.aspect === 'missed' && isSupposed(turn)) return true;
  if (await hearInPromise(turn)) return true;
  const chosen = choiceAtTable(turn) ?? lengthAtTable(turn) ?? figureMoved(turn) ?? (await madeUp(turn));
  if (chosen !== undefined) {
    turn.heard = { ...chosen, acts: turn.heard.acts.length > 1 ? [] : turn.heard.acts };
    return true;
  }
  if (await questionAtTable(turn)) {
    const { offerNumber, instalmentCount, payDate } = turn.heard.slots;
    const aspect: Slots['aspect'] = asksWhyRefused(turn) ? 'whyNot' : undefined;
    const slots = { offerNumber, instalmentCount, payDate, aspect };
    const stated = Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined));
    turn.heard = { ...turn.heard, intent: 'ask.offer', slots: stated, ambiguity: null };
    return true;
  }
  return false;
}
