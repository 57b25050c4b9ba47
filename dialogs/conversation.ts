// One turn of talk, from what was heard to what is said: each thing that the message does is served as the table says, in
// the order of steps.ts, and then the place where the conversation stood is taken up again.
import { type CustomerTurn, certainTurn, type Intent } from '../data/domain/customer/customerTurn';
import { answersAtOnce, asideOf, goesOnFromReply } from './detours/asides';
import { isAnsweredByKnowledge } from './detours/chat/approvedAnswer';
import { clarify } from './detours/chat/clarify/clarifyDialog';
import { settleReading } from './detours/chat/clarify/settleReading';
import { greet, introduce } from './detours/chat/openingDialog';
import { ask } from './detours/chat/questionDialog';
import { asksMeaning, sayMeaning } from './detours/chat/termDialog';
import { asksWhy, sayWhyAnswer } from './detours/chat/whyDialog';
import { bothNeedRightParty, detours, needsRightParty } from './detours/detours';
import { hearInContext } from './detours/hearInContext';
import { asksOfComplaint, asksOutside, sayHowItStands, sayOutside } from './detours/matters/complaintDialog';
import { isMetWithSum, sayAllOwed } from './detours/money/accountDialog';
import { figuresAsked, sayFigures } from './detours/money/figureAsked';
import { hearAtTable } from './detours/money/table/hearAtTable';
import { isGuessOfStranger, someoneElseDialog } from './detours/people/someoneElseDialog';
import { hearHolder } from './detours/people/whoWrites';
import { atRiskDialog, bereaved } from './detours/protect/danger/safetyDialog';
import { hasHappened, scam } from './detours/protect/scamDialog';
import { collectorDialog } from './stages/collectorDialog';
import { hardshipDialog, rememberReason } from './stages/hardship/hardshipDialog';
import { asksWhatReviewCanDo, sayWhatReviewCanDo } from './stages/hardship/hardshipQuestions';
import { hasLaidAside, negotiationDialog, startOrGoOn } from './stages/negotiate/negotiationDialog';
import { agreementDialog } from './stages/sign/agreementDialog';
import { sayAlreadySigned } from './stages/sign/concludeAgreement';
import { voidSigningWhereLost } from './stages/sign/signingState';
import { explicitConsentIn } from './stages/sign/signingWords';
import { lockedDialog, lockHasEnded } from './stages/verify/lockedDialog';
import { verifiedByChannel } from './stages/verify/verified';
import {
  isCheckedAlready,
  keepNamedHalf,
  sayCheckedAlready,
  verifyIdentityDialog,
} from './stages/verify/verifyIdentityDialog';
import { waitForCheck } from './stages/verify/waitForCheck';
import { type Place, placeOf, serviceOf } from './table';
import { askOnceMore, asksFirst, askWhetherMeant, mayBeSomeoneElse } from './talk/acts/askFirst';
import { withoutIdleYes } from './talk/acts/idleYes';
import { asksForFigure, isProtective, stepsOf } from './talk/acts/steps';
import { isSpared } from './talk/reply/sparing';
import type { After, Flow, Turn } from './talk/turn';
import { mayHear } from './text/audience/audience';
import { withAnswer } from './typedAnswer';

/** The dialog of each place; where nothing is under way, there is none. */
const flows: Readonly<Record<Exclude<Place, 'open'>, Flow>> = {
  verifying: verifyIdentityDialog,
  negotiating: negotiationDialog,
  signing: agreementDialog,
  describingHardship: hardshipDialog,
  namingCollector: collectorDialog,
  locked: lockedDialog,
  someoneElse: someoneElseDialog,
  atRisk: atRiskDialog,
};

function flowOf(turn: Turn): Flow | undefined {
  const place = placeOf(turn.state);
  return place === 'open' ? undefined : flows[place];
}

/** Hears one message and speaks; the turn then holds the reply and what is to be stored. */
export async function converse(turn: Turn): Promise<void> {
  if (turn.input.arrival) {
    if (!turn.state.greeted) await greet(turn);
    return;
  }
  voidSigningWhereLost(turn);
  keepNamedHalf(turn);
  if (turn.state.stage === 'locked') await lockHasEnded(turn);
  if (!isClosed(turn)) await verifiedByChannel(turn);
  hearHolder(turn);
  if (!isClosed(turn)) await hearInContext(turn);
  rememberReason(turn);
  const steps = withoutIdleYes(turn, withDangerFirst(turn.heard));
  if (steps[0]?.intent !== 'vulnerable') introduce(turn);
  if (!isClosed(turn) && (await isCheckedAlready(turn))) {
    sayCheckedAlready(turn);
    await flowOf(turn)?.resume(turn);
    return;
  }
  await hearAll(turn, steps);
  voidSigningWhereLost(turn);
  if (isClosed(turn)) leaveOutWhatIsNotTheirs(turn);
}

/** What was said before it turned out who is there, such as the name of the bank, is not said to them. */
function leaveOutWhatIsNotTheirs(turn: Turn): void {
  const party = turn.state.stage === 'atRisk' ? 'atRisk' : 'someoneElse';
  turn.keepOnly((id) => mayHear(id).includes(party));
}

/** No talk of money any more: whatever else the message says is left alone. */
const isClosed = ({ state }: Turn): boolean => state.stage === 'atRisk' || state.stage === 'someoneElse';

/** Danger is heard however it rides along, and then nothing else is. */
function withDangerFirst(heard: CustomerTurn): readonly CustomerTurn[] {
  const steps = stepsOf(heard);
  const told = steps.filter(({ intent }) => intent === 'vulnerable').map(({ confidence }) => confidence);
  if (told.length === 0 && !heard.signals.includes('vulnerable')) return steps;
  // How surely the danger was heard, not the wish beside it.
  const confidence = told.length === 0 ? heard.confidence : Math.max(...told);
  return [{ ...heard, intent: 'vulnerable', confidence, ambiguity: null }];
}

async function hearAll(turn: Turn, heard: readonly CustomerTurn[]): Promise<void> {
  let goesOn = false;
  const steps = withAnswer(turn, heard, isTypedAnswer(turn));
  // After a stop, a scam or the wish for a person nothing is asked for in the same reply (R1).
  const protects = steps.some((step) => !step.isAnswer && isProtective(step.heard.intent));
  turn.doesSeveral = steps.length > 1;
  for (const [index, step] of steps.entries()) {
    turn.heard = step.heard;
    turn.moreFollows = index < steps.length - 1;
    const tapsBefore = turn.taps.length;
    const after = await hearStep(turn, step.isAnswer);
    // What can be tapped belongs to what was said last.
    if (turn.taps.length > tapsBefore) turn.taps.splice(0, tapsBefore);
    goesOn = after === 'resume' || (after !== 'stay' && (await takeUp(turn, after, protects)));
    if (isClosed(turn)) return;
  }
  // Where nothing was said at all, it was no such thing.
  if (goesOn && (!protects || turn.said.length === 0)) await flowOf(turn)?.resume(turn);
}

function isTypedAnswer(turn: Turn): boolean {
  return flowOf(turn)?.isAnswer(turn) === true;
}

/** Endings sent while a collector's name is asked for answer the check, and the collector is looked up after it. */
function answeredBy(turn: Turn): Flow {
  const { stage } = turn.state;
  const isCheck = stage === 'namingCollector' && turn.customerId === null && turn.input.identity?.kind === 'both';
  if (!isCheck) return flowOf(turn) ?? verifyIdentityDialog;
  turn.state.waitingTurn ??= certainTurn('verifyCollector');
  turn.state.stage = 'verifying';
  return verifyIdentityDialog;
}

async function hearStep(turn: Turn, isAnswer: boolean): Promise<After> {
  if (isAnswer) return answeredBy(turn).hear(turn);
  if (isClosed(turn)) return serve(turn);
  const atOnce = asideOf(turn, answersAtOnce);
  if (atOnce !== undefined) return atOnce(turn);
  const isAtTable = await hearAtTable(turn);
  // What the offers' own rate is, is asked of them; what a rate is, of its word.
  if (!isAtTable && asksMeaning(turn)) return sayMeaning(turn);
  if (asksWhatReviewCanDo(turn)) return sayWhatReviewCanDo(turn);
  const figures = await figuresAsked(turn);
  if (figures.length > 0) return sayFigures(turn, figures);
  if (asksWhy(turn)) return sayWhyAnswer(turn);
  if (asksOfComplaint(turn)) return sayHowItStands(turn);
  if (asksOutside(turn)) return sayOutside(turn);
  if (hasHappened(turn)) return scam(turn);
  if (isAnsweredByKnowledge(turn)) return ask(turn);
  settleReading(turn);
  const goesOn = asideOf(turn, goesOnFromReply);
  if (goesOn !== undefined) return goesOn(turn);
  const { ambiguity } = turn.heard;
  // Whichever of two wishes it was, the check comes first, and then the question, with the account in view.
  if (ambiguity !== null && turn.customerId === null && bothNeedRightParty(ambiguity)) return waitForCheck(turn);
  if (ambiguity !== null) return clarify(turn, ambiguity);
  if (asksFirst(turn)) return askWhetherMeant(turn);
  return serve(turn);
}

/** As the table says for where the conversation stands; what touches an account waits for the check. */
async function serve(turn: Turn): Promise<After> {
  const { intent } = turn.heard;
  const flow = flowOf(turn);
  const service = isGuessOfStranger(turn) ? 'own' : serviceOf(placeOf(turn.state), intent);
  if (service === 'own' && flow !== undefined) return flow.hear(turn);
  if (turn.customerId === null && (needsRightParty(intent) || goesOnWithResting(turn))) return waitForCheck(turn);
  if (intent === 'affirm' && turn.state.stage === 'open') {
    const lastSigned = Object.values(turn.state.signed).at(-1);
    if (lastSigned !== undefined && explicitConsentIn(turn.input.text) !== null)
      return sayAlreadySigned(turn, lastSigned);
  }
  // Plans that were put aside are still there: a yes takes them up again, but of whoever is spared, who was asked for no plan.
  if (intent === 'affirm' && hasLaidAside(turn) && !isSpared(turn)) return startOrGoOn(turn);
  if (/^(?:ask|account)\./.test(intent)) turn.state.lastAsked = intent;
  return detours[intent](turn);
}

/** An answer to what was under way when the verification ran out: it is meant for that, and waits for the check. */
function goesOnWithResting({ heard, state: { resting, stage } }: Turn): boolean {
  if (resting === null || stage !== 'open') return false;
  const answers: readonly Intent[] = resting.stage === 'open' ? ['affirm'] : ['affirm', 'deny', 'outOfScope'];
  return answers.includes(heard.intent) && (resting.stage !== 'open' || resting.affirmMeans !== null);
}

/** Takes up wishes that had waited for the identity check, or what a yes was said to; true where the place is to be taken up. */
async function takeUp(turn: Turn, after: Exclude<After, string>, protects: boolean): Promise<boolean> {
  turn.heard = after.takeUp;
  if (after.justVerified === true) {
    // Whoever writes for a holder who has died gets condolences and a person, and not one figure.
    if (await isOfDeceased(turn)) {
      await bereaved(turn);
      return false;
    }
    turn.say('verify.done', {});
    // As long as it is open whether the holder writes at all, nothing of theirs is told (P2).
    if (mayBeSomeoneElse(turn) && (await askOnceMore(turn))) return false;
    if (await isMetWithSum(turn)) await sayAllOwed(turn);
  }
  let goesOn = false;
  for (const step of stepsOf(after.takeUp)) {
    if (protects && asksForFigure(step)) continue;
    turn.heard = step;
    // One wish waits at a time; a second "take up" would be a loop.
    goesOn = (await hearStep(turn, false)) === 'resume';
    if (isClosed(turn)) return false;
  }
  if (after.justVerified === true && (await askOnceMore(turn))) return false;
  return goesOn;
}

async function isOfDeceased(turn: Turn): Promise<boolean> {
  const accounts = await turn.ownAccounts();
  return accounts.some((account) => account.flags.includes('deceased'));
}
