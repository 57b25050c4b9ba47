// A message is heard in the light of what lies on the table or was signed: a choice by number, a question about the offers, a
// change of a promise. What protects is never heard away.
import {
  type CustomerTurn,
  certainTurn,
  type Intent,
  type Slots,
  type Wish,
} from '../../../../data/domain/customer/customerTurn';
import { ownWords } from '../../../talk/acts/ownWords';
import { readingsOf } from '../../../talk/acts/steps';
import type { Turn } from '../../../talk/turn';
import { namesSwindle } from '../../protect/swindle';
import { arrangementInForce } from '../arrangementLines';
import { hearInPromise } from '../promise/hearInPromise';
import { madeUp } from '../promise/madeUp';
import { choiceAtTable, mayAsk, mayAskInPassing, statesAmount, statesFigure } from './choiceAtTable';
import { offersShown } from './choiceWords';
import { figureMoved, wishesOtherRhythm } from './figures/figureMoved';
import { isSupposed } from './planAhead';
import {
  asks,
  asksWhy,
  lengthAlone,
  lengthsNamed,
  questionsIn,
  type TableQuestion,
  type TableTopic,
  wantsLess,
} from './tableWords';

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
  'cards',
  'otherCards',
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
  if (intent === 'scam')
    return (
      isQuestion && (heard.confidence < hardlyHeard || (offersShown(turn).length > 0 && !namesSwindle(turn.typed)))
    );
  if (mayAsk.includes(intent)) return true;

  return mayAskInPassing.includes(intent) && isQuestion && !statesFigure(heard);
}

/** Of what interest the whole debt bears, and how fees of being late arise, the approved answers speak; less is a wish. */
function isOfSomethingElse(turn: Turn, { topic, clause }: TableQuestion): boolean {
  const { heard, state } = turn;
  const general = heard.intent === 'ask.interestAndFees' && heard.confidence >= sure;
  const isPrice = topic === 'fees' || topic === 'interest' || topic === 'yearlyRate';
  const isLess = isPrice && wantsLess(clause, state.locale);
  // "What can I do then?" asks for ways to close a gap where one was just told.
  if (topic === 'ways') return !turn.wasJustSaid('negotiation.nearest.downPaymentCloses');
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
  const isSigned = (await arrangementInForce(turn)) !== undefined;
  if (hasTable || isSigned) return about.length > 0;
  // "What's the least you'd take?", "is it one plan for both cards?" need no offers: the rules and the cards answer it.
  // The minimum due of the statement is another least.
  const isMinimumDue = turn.heard.intent === 'ask.minimumPayment' && turn.heard.confidence >= sure;
  return !isMinimumDue && asked.some(({ topic }) => topic === 'least' || topic === 'cards');
}

/** Wishes that are told with a stretch of time. */
const namesStretch: readonly Wish[] = ['stepUp', 'pause', 'later'];

/** A length that is asked about, or for, and that no offer on the table has. */
function lengthNamed(turn: Turn): number | undefined {
  const words = ownWords(turn);
  const bare = asksWhy(words, turn.state.locale) ? lengthAlone(words) : undefined;
  if (bare !== undefined) return bare;
  const [months, ...others] = lengthsNamed(words, turn.today);
  const isPlan = months !== undefined && others.length === 0 && months >= shortestPlan && months <= longestPlan;
  return isPlan ? months : undefined;
}

/** "Make it 36 months", "is there one with 18 months?": a length with no other figure. */
function lengthAtTable(turn: Turn): CustomerTurn | undefined {
  const { heard, state } = turn;
  const months = lengthNamed(turn);
  const { offerNumber, wish } = heard.slots;
  // "Less for the first half year": a wish that names a stretch of time asks for no plan of that length.
  const isStretch = wish !== undefined && namesStretch.includes(wish);
  if (months === undefined || statesAmount(heard) || offerNumber !== undefined || isStretch) return undefined;
  const isOffered = offersShown(turn).some((one) => one.instalmentCount === months);
  // "24 months" and nothing else is a counter, whose answer works the plan out.
  const isPlain =
    heard.intent === 'negotiate.terms' && heard.ambiguity === null && heard.slots.instalmentCount !== undefined;
  // "24 instalments in all, and how many have I paid?" asks of the plan that was signed.
  const isOfSigned = heard.intent === 'account.arrangement' && offersShown(turn).length === 0;
  if (isOffered || isPlain || isOfSigned || !mayNameLength.includes(heard.intent)) return undefined;
  const instalmentCount = { min: months, max: months };
  const isQuestion = asks(ownWords(turn), state.locale) && offersShown(turn).length > 0;
  return isQuestion
    ? { ...heard, intent: 'ask.offer', slots: { instalmentCount }, ambiguity: null }
    : certainTurn('negotiate.terms', { instalmentCount });
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
