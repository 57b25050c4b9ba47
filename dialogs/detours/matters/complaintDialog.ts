// A complaint about a collector or the bank: a case with a number and a time limit, the regulator's lines, and up to three short
// questions (what, when, who), one at a time, each of which may be skipped; what is told is kept with the case.
import { type Act, certainTurn, type Intent } from '../../../data/domain/customer/customerTurn';
import { actsOf, isProtective } from '../../talk/acts/steps';
import { addWords, admits, changeCase, openCase, openOfKind } from '../../talk/matters';
import {
  addsNothing,
  asksForNumber,
  asksForOutsideLines,
  asksToComplain,
  asksWhatNext,
  isQuestion,
  namesNobodyIn,
  tellsWhat,
  tellsWhen,
  tellsWho,
} from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import { offersShown } from '../money/table/choiceWords';
import { deniesBeingHolder, speaksAsOther } from '../people/whoWrites';
import { refusesContact } from '../protect/contactScope';
import { dangerKindIn } from '../protect/danger/dangerKind';
import { askCase } from './caseDialog';

export async function complaint(turn: Turn): Promise<After> {
  // More of what was complained of in this conversation is kept with it, and nothing is told twice.
  if (turn.timesSaid('complaint.opened') > 0 && tellsWhat(turn.typed)) return noteComplaint(turn);
  const { complaintDays, complaintHardCaseDays } = turn.services.bank;
  const accounts = await turn.ownAccounts();
  const agencyId = accounts.find((account) => account.agencyId !== null)?.agencyId ?? null;
  if (!(await admits(turn, 'complaint', agencyId))) {
    turn.say('handoff.callUs', { hotline: turn.services.bank.hotline });
    sayOutsideLines(turn);
    return 'resume';
  }
  const { caseNumber, dueOn, isNew } = await openCase(turn, 'complaint', complaintDays, { agencyId });
  turn.audit('complaint', { agencyId }, { caseNumber });
  if (isNew) turn.say('complaint.opened', { caseNumber, days: complaintDays, hardCaseDays: complaintHardCaseDays });
  else turn.say('case.underWay', { caseNumber, dueOn });
  sayOutsideLines(turn);
  const question = isNew && !turn.moreFollows ? nextQuestion(turn, turn.input.text) : undefined;
  if (question !== undefined) turn.say(question, {});
  turn.tap('button.human', {}, 'human');
  return 'resume';
}

function sayOutsideLines(turn: Turn): void {
  const { regulator, centralBank, police } = turn.services.bank.lines;
  turn.say('complaint.lines', { regulator, centralBank });
  turn.say('complaint.danger', { police });
}

type Question = 'complaint.askWhat' | 'complaint.askWhen' | 'complaint.askWho';
const questions: readonly Question[] = ['complaint.askWhat', 'complaint.askWhen', 'complaint.askWho'];

const tells = {
  'complaint.askWhat': tellsWhat,
  'complaint.askWhen': tellsWhen,
  'complaint.askWho': (told) => tellsWho(told) || namesNobodyIn(told),
} as const satisfies Readonly<Record<Question, (told: string) => boolean>>;

/** The next thing that was neither told nor asked; undefined where nothing is left. */
const nextQuestion = (turn: Turn, told: string): Question | undefined =>
  questions.find((question) => turn.timesSaid(question) === 0 && !tells[question](told));

/** A detail was asked for in the last reply, or before the check that came between. */
const isDetailAwaited = (turn: Turn): boolean =>
  questions.some((one) => turn.wasJustSaid(one) || (turn.wasJustSaid('verify.done') && turn.timesSaid(one) > 0));

/** True where the last reply asked for a detail of the complaint and the message gives one, or skips it. */
export function tellsOfComplaint(turn: Turn): boolean {
  const { intent, ambiguity, confidence } = turn.heard;
  const { typed } = turn;
  // A number to be called on is a wish about contact, also while a number of the caller was asked for.
  if (asksOutside(turn) || (intent === 'contactPreference' && turn.heard.slots.contact?.number !== undefined))
    return false;
  // Opened beside something else, no detail was asked for; one is told all the same: "yesterday at four, a Mr Ma".
  const isTold = confidence < sureOfWish && tellsWhen(typed) && tellsWho(typed);
  // A plan that is named is none of its details: "plan 1, please, and do I get a copy".
  if (turn.heard.slots.offerNumber !== undefined && offersShown(turn).length > 0) return false;
  if (!isDetailAwaited(turn)) return turn.wasJustSaid('complaint.opened') && isTold;
  if (!questions.some((one) => turn.wasJustSaid(one)) && intent !== 'complaint') return false;
  if (addsNothing(typed)) return true;
  if (isQuestion(typed)) return false;
  // "He said he was manager Zhang, last Thursday" asks for no manager.
  if (confidence < sureOfWish && (tellsWhen(typed) || tellsWho(typed))) return true;
  // "They ring me every day" tells what happened; it asks for no rest from it.
  if (intent === 'contactPreference' && confidence < 1 && !refusesContact(typed)) return true;
  const goesOn = ['complaint', 'outOfScope', 'verifyCollector', 'ask.collectionContact', 'abuse', 'deny'];
  return ambiguity !== null || goesOn.includes(intent);
}

/** What a short answer to such a question is easily taken for: "don't know his name, the number was 0215…", "yesterday and today". */
const readIntoDetail: readonly Intent[] = [
  'thirdParty',
  'vulnerable',
  'verifyCollector',
  'negotiate.terms',
  'account.dueDate',
  'ask.queue',
  'budget',
  'outOfScope',
  'promiseToPay',
];
const detailMax = 80;

/** Hears a day, a time, a name or a number as the detail of the complaint that was asked for, where its words name no danger. */
export function hearDetail(turn: Turn): void {
  const { heard, typed } = turn;
  if (hearOfOthers(turn)) return;
  const isAsked = isDetailAwaited(turn) && typed.length <= detailMax;
  const mayBeDetail = heard.ambiguity !== null || readIntoDetail.includes(heard.intent);
  if (!isAsked || !mayBeDetail || isQuestion(typed)) return;
  if (dangerKindIn(typed) !== null || deniesBeingHolder(typed) || !(tellsWhen(typed) || tellsWho(typed))) return;
  turn.heard = { ...certainTurn('complaint'), language: heard.language };
}

/** What is told of somebody else in a complaint: "he never signed for me", and no word of who writes. */
const ofOthers: readonly Intent[] = ['authority', 'thirdParty'];

/** Hears what a complaint says of other people as part of it: whoever complains is sent away by a first-person word alone. */
function hearOfOthers(turn: Turn): boolean {
  const { heard, typed } = turn;
  const isOfOthers = turn.wasJustSpokenOf(/^complaint\./) && ofOthers.includes(heard.intent) && heard.acts.length < 2;
  if (!isOfOthers || isQuestion(typed) || deniesBeingHolder(typed) || speaksAsOther(typed)) return false;
  turn.heard = { ...certainTurn('complaint'), language: heard.language };
  return true;
}

/** "Please make it stop, and put in a complaint": a complaint that is asked for by its name is never lost beside another wish. */
export function hearComplaintAskedFor(turn: Turn): void {
  const { heard, typed } = turn;
  const acts = actsOf(heard);
  const isHeard = acts.some(({ intent }) => intent === 'complaint' || intent === 'undo' || intent === 'ask.case');
  if (turn.isTap || isHeard || heard.intent === 'vulnerable' || !asksToComplain(typed)) return;
  const added: Act = { intent: 'complaint', slots: {}, span: [0, typed.length], confidence: 1 };
  turn.heard = { ...heard, acts: [...acts, added], ambiguity: null };
}

/** Confidence (0-1) from which another wish outweighs an answer to what was just asked. */
const sureOfWish = 0.8;

/** True where somebody asks to whom else they can turn, or for the numbers that were just told. */
export function asksOutside(turn: Turn): boolean {
  const { typed, heard } = turn;
  // The central bank keeps the credit record too.
  const isOfRecord = heard.intent === 'ask.creditReport';
  return (!isOfRecord && asksForOutsideLines(typed)) || (turn.wasJustSaid('complaint.lines') && asksForNumber(typed));
}

/** Confidence (0-1) below which a message was hardly heard. */
const hardlyHeard = 0.5;
/** Replies of a complaint, and of the papers for one: what is asked right after them is asked of it. */
const ofComplaint = /^(?:complaint|evidence|case)\./;

/** What a question of what comes of a complaint is easily heard as. */
const alsoOfComplaint: readonly Intent[] = ['ask.consequences', 'ask.queue', 'outOfScope'];

/** "And if you just bury it?", "how long then?", hardly heard after a complaint: where it stands, and who else hears it (R8). */
export function asksOfComplaint(turn: Turn): boolean {
  const { intent, ambiguity, confidence } = turn.heard;
  if (turn.timesSaid('complaint.opened') === 0 || isProtective(intent) || !asksWhatNext(turn.typed)) return false;
  const isVague = ambiguity !== null || confidence < hardlyHeard || alsoOfComplaint.includes(intent);
  return isVague && turn.wasJustSpokenOf(ofComplaint);
}

export async function sayHowItStands(turn: Turn): Promise<After> {
  await askCase(turn);
  const { regulator, centralBank } = turn.services.bank.lines;
  turn.say('complaint.lines', { regulator, centralBank });
  return 'resume';
}

export function sayOutside(turn: Turn): After {
  sayOutsideLines(turn);
  turn.tap('button.human', {}, 'human');
  return 'resume';
}

/** Keeps what was told with the case, asks what is still open, and says by when the bank answers. */
export async function noteComplaint(turn: Turn): Promise<After> {
  const [open] = await openOfKind(turn, 'complaint');
  if (open === undefined) return complaint(turn);
  const { caseNumber, dueOn } = open;
  const isNews = !addsNothing(turn.typed) && (tellsWhat(turn.typed) || tellsWhen(turn.typed) || tellsWho(turn.typed));
  if (!isNews && !addsNothing(turn.typed)) turn.say('case.underWay', { caseNumber, dueOn });
  // One that was opened before the check is the customer's once they are known.
  if (open.customerId === null && turn.customerId !== null)
    changeCase(turn, caseNumber, { customerId: turn.customerId });
  if (isNews) addWords(turn, open);
  turn.audit('complaintDetail', {}, { caseNumber });
  const question = nextQuestion(turn, `${open.lastWords} ${turn.input.text}`);
  if (question === undefined) turn.say('complaint.kept', { caseNumber, dueOn });
  else if (isNews) turn.say('complaint.noted', {}).say(question, {});
  else turn.say(question, {});
  turn.tap('button.human', {}, 'human');
  return 'stay';
}
