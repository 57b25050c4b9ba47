// Hardship: listens first, opens a review, lists the evidence, and rests all contact meanwhile. No price talk here.
import { addDays } from '../../../data/domain/calendar/calendar';
import type { HardshipReason } from '../../../data/domain/case/hardshipReason';
import type { CustomerTurn, NumberRange } from '../../../data/domain/customer/customerTurn';
import { yuanToFen } from '../../../data/domain/money/money';
import { hardlyAWish } from '../../detours/chat/clarify/clarifyDialog';
import { forgetPromise } from '../../detours/money/promise/dropPromise';
import { openPromise } from '../../detours/money/promise/promiseState';
import { joinQueue } from '../../detours/people/handoffDialog';
import { mentionsRelative } from '../../detours/people/whoWrites';
import { openCase } from '../../talk/matters';
import { isQuestion, namesPaper, takesBack, unsays } from '../../talk/takenAsSaid';
import type { After, Flow, Turn } from '../../talk/turn';
import { capacitySaid } from '../negotiate/notedLines';
import { asksWhatReviewCanDo } from './hardshipQuestions';
import { hardshipReasonIn } from './hardshipReason';

/** What happened is asked for unless it was just said; then the budget is. */
function askFor(turn: Turn, reason: HardshipReason | null): void {
  if (hasBudget(turn.heard)) {
    askNext(turn);
    return;
  }
  const reasonTold =
    reason !== null || turn.heard.signals.includes('hardship') || turn.timesSaid('hardship.askBudget') > 0;
  turn.say(reasonTold ? 'hardship.askBudget' : 'hardship.ask', {});
  if (reasonTold) turn.expects = 'income';
}

const hasBudget = ({ slots }: CustomerTurn): boolean =>
  slots.income !== undefined || slots.expenses !== undefined || slots.otherDebts !== undefined;

/** Figures of somebody's life are thanked for and go to the review; never an offer (R13). */
function sayBudget(turn: Turn): void {
  const { income, expenses, otherDebts } = turn.heard.slots;
  const saysSum = [income, expenses, otherDebts].some((said) => (said?.max ?? said?.min ?? 0) > 0);
  if (!saysSum) return;
  const part = (id: `hardship.budget${'Income' | 'Expenses' | 'Debts'}`, said: NumberRange | undefined) => {
    const yuan = said?.max ?? said?.min;
    return yuan === undefined || yuan === 0 ? '' : turn.words(id, { amount: yuanToFen(yuan) });
  };
  turn.say('hardship.budget', {
    income: part('hardship.budgetIncome', income),
    expenses: part('hardship.budgetExpenses', expenses),
    otherDebts: part('hardship.budgetDebts', otherDebts),
  });
}

/** Remembers why, when it is told: the review may have to wait for the identity check. */
export function rememberReason(turn: Turn): void {
  const { intent, signals } = turn.heard;
  if (intent !== 'hardship' && !signals.includes('hardship')) return;
  turn.state.hardshipReason = hardshipReasonIn(turn.input.text) ?? turn.state.hardshipReason;
}

/** Feeling in a few words, for what was told (R11); once in a conversation, before the check or after it. */
export function sayFeeling(turn: Turn): void {
  const reason = turn.state.hardshipReason ?? 'any';
  // Whose illness it is, the words of this message tell: "my wife is in chemo".
  const isNear = reason === 'illness' && mentionsRelative(turn.typed);
  const line = isNear ? 'hardship.feel.illnessNear' : (`hardship.feel.${reason}` as const);
  if (turn.timesSaid(line) > 0 || (reason === 'illness' && turn.timesSaid('hardship.feel.illnessNear') > 0)) return;
  const { assistance, medical } = turn.services.bank.lines;
  if (line === 'hardship.feel.hunger') turn.say(line, { assistance, medical });
  else turn.say(line, {});
}

/** "The 5,000 is off, my boss hasn't paid me": the promise is taken back with the reason for it, and is not counted as broken. */
async function releasePromise(turn: Turn): Promise<void> {
  const promise = takesBack(turn.typed) ? await openPromise(turn) : undefined;
  if (promise === undefined) return;
  const { promiseId, payDate, amountFen } = promise;
  turn.record({ kind: 'withdrawPromise', promiseId });
  forgetPromise(turn);
  turn.audit('withdrawn', { what: 'promise' }, { promiseId });
  turn.say('undo.promise', { date: payDate, amount: amountFen });
}

/** Opens the review: what happened and how the budget looks is asked once, and the hold is placed at once. */
export async function openHardshipReview(turn: Turn): Promise<After> {
  const { bank } = turn.services;
  // Told before in this conversation: the review is open and the evidence has been listed.
  if (turn.timesSaid('hardship.recorded') > 0) return noted(turn);
  turn.state.stage = 'describingHardship';
  const holdUntil = addDays(turn.today, bank.hardshipHoldDays);
  const { caseNumber } = await openCase(turn, 'hardship', bank.hardshipHoldDays);
  turn.restContact('hardship', holdUntil);
  turn.audit('hardship', { signals: turn.heard.signals }, { caseNumber, holdUntil });
  const reason = turn.state.hardshipReason;
  sayFeeling(turn);
  await releasePromise(turn);
  turn.say('hardship.recorded', { caseNumber, holdUntil });
  if (reason === 'hunger') return sendColleague(turn);
  sayBudget(turn);
  turn.state.hardshipBudget = intake.flatMap(([slot]) => (turn.heard.slots[slot] === undefined ? [] : [slot]));
  // Papers that are at hand have a way in (R12).
  if (namesPaper(turn.typed)) turn.say('evidence.where', { places: bank.papers[turn.state.locale] });
  else if (reason === null) turn.say('hardship.evidence', { list: bank.hardshipEvidence[turn.state.locale] });
  else turn.say(`hardship.needs.${reason}`, {});
  // Whoever has just lost somebody is asked for no figures.
  if (reason !== 'bereaved' && !sayFigureKept(turn)) askFor(turn, reason);
  turn.tap('button.human', {}, 'human').tap('button.plan', {}, 'negotiate.start');
  return 'stay';
}

/** Whoever has nothing to eat is asked for no figure and no paper: a colleague comes first, as to anybody in danger. */
async function sendColleague(turn: Turn): Promise<After> {
  turn.state.stage = 'open';
  // Offers stay valid, and are found again when the customer asks for them; nobody repeats them now.
  turn.state.negotiation = null;
  await joinQueue(turn, 'vulnerable');
  turn.say('hardship.needs.hunger', {});
  turn.tap('button.human', {}, 'human');
  return 'stay';
}

/** "I lost my job, 400 a month is what's left": the figure is kept, and is a plan as soon as one is wished; false where none was told. */
function sayFigureKept(turn: Turn): boolean {
  const { negotiation } = turn.state;
  const capacity = negotiation === null ? null : capacitySaid(turn, negotiation.facts);
  if (capacity === null) return false;
  turn.say('hardship.figureKept', { capacity });
  return true;
}

/** The parts of a budget, each asked for once, in this order; what was told is not asked for. */
const intake = [
  ['income', 'hardship.askIncome'],
  ['expenses', 'hardship.askExpenses'],
  ['otherDebts', 'hardship.askDebts'],
] as const;

/** Asks for the next part that is still open; false where none is. */
function askNext(turn: Turn): boolean {
  const told = turn.state.hardshipBudget;
  const next = intake.find(([slot, question]) => !told.includes(slot) && turn.timesSaid(question) === 0);
  if (next === undefined) return false;
  const [slot, question] = next;
  turn.state.stage = 'describingHardship';
  turn.expects = slot;
  turn.say(question, {}).tap('button.human', {}, 'human');
  return true;
}

/** The last reply asked for a part of the budget. */
const wasAsked = (turn: Turn): boolean => intake.some(([, question]) => turn.wasJustSaid(question));

/**
 * The figures of the budget are kept for the review; the story itself stays in the transcript for a person. Whoever tells
 * figures is asked for those that are missing, one at a time; whoever tells a story is not.
 */
async function noted(turn: Turn): Promise<After> {
  if (hardshipReasonIn(turn.typed) === 'hunger' && turn.timesSaid('hardship.feel.hunger') === 0) {
    turn.state.hardshipReason = 'hunger';
    sayFeeling(turn);
    return sendColleague(turn);
  }
  const tellsFigures = hasBudget(turn.heard) || wasAsked(turn);
  turn.state.stage = 'open';
  const { caseNumber } = await openCase(turn, 'hardship', turn.services.bank.hardshipHoldDays);
  turn.audit('hardshipBudget', { slots: turn.heard.slots }, { caseNumber });
  const { slots } = turn.heard;
  const told = intake.flatMap(([slot]) => (slots[slot] === undefined ? [] : [slot]));
  turn.state.hardshipBudget = [...new Set([...turn.state.hardshipBudget, ...told])];
  sayBudget(turn);
  if (tellsFigures && askNext(turn)) return 'stay';
  turn.say('hardship.noted', {});
  // Papers that are at hand have a way in (R12).
  if (namesPaper(turn.typed) && turn.timesSaid('evidence.where') === 0)
    turn.say('evidence.where', { places: turn.services.bank.papers[turn.state.locale] });
  if (tellsFigures && turn.timesSaid('hardship.meanwhile') === 0) turn.say('hardship.meanwhile', {});
  turn.tap('button.plan', {}, 'negotiate.start').tap('button.human', {}, 'human');
  return 'stay';
}

/** "No wait, I've still got it, forget that": no part of the story. */
const isTakenBack = ({ heard, typed }: Turn): boolean => heard.intent === 'undo' && unsays(typed);

export const hardshipDialog: Flow = {
  // A story is told in words that nobody trains on: what is hardly anything else is taken for it.
  // A question is no part of it.
  isAnswer: (turn) =>
    hardlyAWish(turn.heard) && !asksWhatReviewCanDo(turn) && !isTakenBack(turn) && !isQuestion(turn.typed),
  hear: async (turn) => noted(turn),
  async resume(turn) {
    askFor(turn, turn.state.hardshipReason);
    // The part of the budget that was asked for is still open.
    turn.expects = turn.state.expects ?? turn.expects;
    turn.tap('button.human', {}, 'human');
  },
};
