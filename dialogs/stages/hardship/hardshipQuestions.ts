// What people ask once a hardship review is open: which papers, when it is decided, what it can change. Short questions that
// mean something else where no review is.

import type { HardshipReason } from '../../../data/domain/case/hardshipReason';
import { type Act, certainTurn, type Intent } from '../../../data/domain/customer/customerTurn';
import { isReadInto } from '../../detours/protect/mentioned';
import { saysAble } from '../../talk/acts/offerWords';
import { actsOf, isProtective } from '../../talk/acts/steps';
import { isDisputeOpened } from '../../talk/matters';
import { isQuestion, isUnsure } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import words from './hardshipQuestions.json';
import { hardshipReasonIn } from './hardshipReason';

const patterns = {
  papers: new RegExp(words.papers, 'i'),
  progress: new RegExp(words.progress, 'i'),
  options: new RegExp(words.options, 'i'),
  paying: new RegExp(words.paying, 'i'),
  meanwhile: new RegExp(words.meanwhile, 'i'),
  nothing: new RegExp(words.nothing, 'i'),
  cannotPay: new RegExp(words.cannotPay, 'i'),
  noPapers: new RegExp(words.noPapers, 'i'),
} as const;

/** Confidence (0-1) below which a reading gives way to plain words of hardship. */
const hardlyHeard = 0.5;

/** Confidence (0-1) from which it is asked how the review stands, and not what it can do. */
const sureOfCase = 0.7;

const isUnderReview = (turn: Turn): boolean => turn.timesSaid('hardship.recorded') > 0;
/** A payment that is traced, or something disputed: papers and the decision are asked about there too. */
const isTraced = (turn: Turn): boolean =>
  turn.state.stage === 'open' && (turn.timesSaid('alreadyPaid.opened') > 0 || isDisputeOpened(turn));

/** True for "I haven't got any papers", which no review waits for. */
export const saysNoPapers = (text: string): boolean => patterns.noPapers.test(text) && !isQuestion(text);

/** "Can it stop for two months?": a break without a sum is asked of the review, and is no counter-offer. */
const wishesBreak = ({ intent, slots }: Act): boolean =>
  intent === 'negotiate.terms' &&
  slots.deferMonths !== undefined &&
  [slots.monthlyAmount, slots.lumpSum, slots.amount, slots.instalmentCount].every((one) => one === undefined);

/** Heard as said, whatever the review is asked beside it. */
const kept: readonly Intent[] = ['complaint', 'dispute', 'undo', 'promiseToPay', 'negotiate.terms', 'ask.case'];

const isKept = (turn: Turn): boolean =>
  actsOf(turn.heard).some(
    (act) =>
      !wishesBreak(act) &&
      ((isProtective(act.intent) && !isReadInto(turn, act.intent)) ||
        (act.confidence >= hardlyHeard && kept.includes(act.intent))),
  );

const isOpen = (turn: Turn): boolean => isUnderReview(turn) && !isKept(turn);

/** A figure that answers the question about the budget, and says nothing of paying, is a part of the budget (R13). */
function hearBudget(turn: Turn): void {
  const { heard, state, input } = turn;
  const { expects } = state;
  if (
    state.stage !== 'describingHardship' ||
    (expects !== 'income' && expects !== 'expenses' && expects !== 'otherDebts')
  )
    return;
  if (patterns.nothing.test(turn.typed.trim())) {
    turn.heard = { ...certainTurn('budget', { [expects]: { min: 0, max: 0 } }), language: heard.language };
    return;
  }
  // "No idea" passes the part over.
  if (isUnsure(input.text)) turn.heard = { ...certainTurn('outOfScope'), language: heard.language };
  const figure = heard.slots.monthlyAmount ?? heard.slots.amount ?? heard.slots.lumpSum;
  const saysOfPaying = patterns.paying.test(input.text) || saysAble(input.text, state.locale);
  if (figure === undefined || heard.acts.length > 1 || saysOfPaying) return;
  turn.heard = { ...certainTurn('budget', { [expects]: figure }), language: heard.language };
}

const outsideFor = 0.7;
const plainReasons: readonly HardshipReason[] = ['hunger', 'illness', 'work', 'disaster'];

/** Longer messages tell a story, which understanding hears. */
const toldPlainlyMax = 160;

/** Hunger is heard from its plain words, whatever was asked or refused beside it; a sum that is offered stays an offer. */
function hearHunger(turn: Turn): void {
  const { heard, typed } = turn;
  if (typed.length > toldPlainlyMax || hardshipReasonIn(typed) !== 'hunger') return;
  // Borne out by its words, it is no mere guess: no answer in general takes its place.
  if (heard.intent === 'hardship' && heard.acts.length < 2) {
    turn.heard = { ...heard, confidence: 1 };
    return;
  }
  const isProtected = isProtective(heard.intent) && heard.confidence >= outsideFor;
  if (isProtected || heard.slots.monthlyAmount !== undefined) return;
  turn.heard = { ...certainTurn('hardship'), language: heard.language, signals: ['hardship'] };
}

/** "Fired today, got 1,200 to my name": a job lost, an illness or a disaster told in plain words, and asked about nothing. */
function hearPlainHardship(turn: Turn): void {
  const { heard, typed } = turn;
  const isWeak =
    heard.ambiguity !== null || heard.confidence < (heard.intent === 'outOfScope' ? outsideFor : hardlyHeard);
  const reason = hardshipReasonIn(typed);
  if (!isWeak || heard.acts.length > 1 || reason === null || !plainReasons.includes(reason) || isQuestion(typed))
    return;
  if (isProtective(heard.intent) && !['human', 'contactPreference'].includes(heard.intent)) return;
  turn.heard = { ...certainTurn('hardship'), language: heard.language, signals: heard.signals };
}

/** What "there's not a penny left" is easily heard as: a plan that begins. */
const soundsOfPlan: readonly Intent[] = ['negotiate.start', 'negotiate.reject', 'deny', 'ask.partialPayment'];

/** Told while the review is opened, it is part of the story, and nobody is asked how much they can pay (R11). */
function hearCannotPay(turn: Turn): void {
  const { heard, typed, state } = turn;
  const isStory = state.stage === 'describingHardship' && patterns.cannotPay.test(typed) && !isQuestion(typed);
  if (!isStory || turn.isTap || !soundsOfPlan.includes(heard.intent) || Object.keys(heard.slots).length > 0) return;
  turn.heard = { ...certainTurn('hardship'), language: heard.language, signals: heard.signals };
}

/** Hears a question about papers or about the decision as one. */
export function hearInHardship(turn: Turn): void {
  hearBudget(turn);
  hearHunger(turn);
  hearCannotPay(turn);
  if (!isUnderReview(turn)) hearPlainHardship(turn);
  if (!isOpen(turn) && !(isTraced(turn) && !isKept(turn))) return;
  const { typed: text } = turn;
  const intent: Intent | undefined =
    saysNoPapers(text) || patterns.papers.test(text)
      ? 'evidence'
      : patterns.progress.test(text)
        ? 'ask.case'
        : undefined;
  if (intent !== undefined) turn.heard = { ...certainTurn(intent), language: turn.heard.language };
}

/** True where the message asks what the review can change. */
export const asksWhatReviewCanDo = (turn: Turn): boolean =>
  (isOpen(turn) || (isUnderReview(turn) && turn.heard.intent === 'ask.case' && turn.heard.confidence < sureOfCase)) &&
  (patterns.options.test(turn.typed) || patterns.meanwhile.test(turn.typed));

export function sayWhatReviewCanDo(turn: Turn): After {
  if (!patterns.meanwhile.test(turn.typed)) turn.say('hardship.options', {});
  turn.say('hardship.meanwhile', {});
  turn.tap('button.plan', {}, 'negotiate.start').tap('button.human', {}, 'human');
  return 'stay';
}
