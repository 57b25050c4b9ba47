// Someone may be in danger, or has died: collecting stops for the rest of this conversation, and a person comes first. Whoever
// says plainly that they are fine is believed, and the talk goes on as they wish.
import type { DangerKind } from '../../../../data/domain/case/danger';
import { chatAddressKey } from '../../../../data/domain/conduct/contactRecords';
import { type CustomerTurn, certainTurn, type Intent } from '../../../../data/domain/customer/customerTurn';
import { hardshipReasonIn } from '../../../stages/hardship/hardshipReason';
import { openCase } from '../../../talk/matters';
import type { After, Flow, Turn } from '../../../talk/turn';
import { handOff, joinQueue, sayWhereItStands } from '../../people/handoffDialog';
import { someoneElseDialog } from '../../people/someoneElseDialog';
import { refusesContact } from '../contactScope';
import {
  asksWhetherHeirPays,
  asksWhoHelps,
  asksWhoSpeaks,
  dangerKindIn,
  isIdiom,
  isOwnLoss,
  isThreatened,
  saysComplaint,
  saysFine,
} from './dangerKind';
import { sayFirst, sayFurther } from './dangerReplies';
import { hearOfPhone, notePhone, tellsOfPhone } from './phoneSafety';

/** Below this, a reading that no plain word bears out is asked about before anything ends (R3). */
const plainFrom = 0.9;
/** Below this, nothing was understood that could be acted on. */
const heardAtAll = 0.5;

/** Not one word about money from here on, and staff are told at once; each kind of danger has its own words. */
export async function atRisk(turn: Turn): Promise<After> {
  const { text } = turn.input;
  if (saysFine(text)) return goOn(turn, 'vulnerable.heardFine');
  if (isThreatened(text)) return { takeUp: { ...certainTurn('complaint'), language: turn.heard.language } };
  const kind = dangerKindIn(text);
  // Hunger is served where help for it is: with the bank's hold and a colleague, and no talk is closed.
  if (kind === null && hardshipReasonIn(text) === 'hunger') return { takeUp: asHardship(turn.heard) };
  if (kind === null && isIdiom(text))
    return { takeUp: otherWishes(turn.heard) ?? certainTurn('ask.collectionContact') };
  if (kind === null && turn.heard.confidence < plainFrom) {
    // Nothing about a holder is said to somebody else, and a guess about their mood changes nothing.
    if (turn.state.stage === 'someoneElse') return someoneElseDialog.hear(turn);
    if (mayCheck(turn)) return checkFirst(turn);
  }
  if (kind === 'bereaved' && turn.customerId === null && isOwnLoss(text)) {
    turn.say('vulnerable.ownLoss', {});
    return 'stay';
  }
  // The loss of somebody near is the holder's own hardship; of a holder who died, other people write.
  if (kind === 'bereaved' && turn.customerId !== null) {
    turn.state.hardshipReason = 'bereaved';
    return { takeUp: asHardship(turn.heard) };
  }
  return enter(turn, kind ?? 'despair');
}

/** Asked once; a second unsure answer to that very question counts, unless something else is wished in the same breath. */
const mayCheck = (turn: Turn): boolean =>
  !turn.wasJustSaid('vulnerable.check') || otherWishes(turn.heard) !== undefined;

async function enter(turn: Turn, kind: DangerKind): Promise<After> {
  turn.state.stage = 'atRisk';
  turn.state.danger = kind;
  turn.state.waitingTurn = null;
  turn.state.negotiation = null;
  turn.audit('vulnerable', {}, { collecting: 'stopped', kind });
  restHere(turn, kind);
  sayFirst[kind](turn);
  const joined = await joinQueue(turn, kind === 'bereaved' ? 'bereavement' : 'vulnerable');
  if (kind === 'despair' && joined !== null) turn.say('vulnerable.person', {});
  sayWhereItStands(turn, 'vulnerable', joined);
  return 'stay';
}

/** Contact rests with the customer on every channel; with somebody unverified, at this address; a watched phone gets nothing at all. */
function restHere(turn: Turn, kind: DangerKind): void {
  if (kind === 'violence') {
    notePhone(turn, true);
    return;
  }
  if (turn.customerId !== null) {
    turn.restContact('vulnerable');
    return;
  }
  const customerId = chatAddressKey(turn.input);
  turn.record({
    kind: 'saveContactPreference',
    record: { customerId, ceased: true, reason: 'vulnerable', until: null, changedAt: turn.input.now, wish: '' },
  });
}

/** Hardship for a reason that the message tells, with whatever else it wishes. */
const asHardship = (heard: CustomerTurn): CustomerTurn => ({
  ...certainTurn('hardship', heard.slots),
  signals: ['hardship'],
});

/** How often the careful question is asked beside other wishes before they are simply answered. */
const checksMax = 2;

/** One careful question; what else the message asks is answered, and nothing ends. */
async function checkFirst(turn: Turn): Promise<After> {
  const { lifeline, medical } = turn.services.bank.lines;
  const wish = otherWishes(turn.heard);
  turn.audit('vulnerable', {}, { asked: true });
  if (wish === undefined || turn.timesSaid('vulnerable.check') < checksMax)
    turn.say('vulnerable.check', { lifeline, medical });
  return wish === undefined ? 'stay' : { takeUp: wish };
}

/** A no to the careful question, or words that all is well. */
export const answersCheck = (turn: Turn): boolean =>
  turn.wasJustSaid('vulnerable.check') &&
  (turn.heard.intent === 'deny' || (turn.heard.intent !== 'vulnerable' && saysFine(turn.input.text)));

/** "No" alone is danger; "no, I'm not going to do anything stupid" says that there is none. */
export const afterCheck = async (turn: Turn): Promise<After> =>
  saysFine(turn.input.text)
    ? goOn(turn, 'vulnerable.heardFine')
    : enter(turn, dangerKindIn(turn.input.text) ?? 'despair');

/** What somebody who is fine wishes besides saying so. */
function otherWishes(heard: CustomerTurn): CustomerTurn | undefined {
  const notWishes: readonly Intent[] = ['vulnerable', 'undo', 'affirm', 'deny', 'thirdParty', 'outOfScope', 'thanks'];
  const acts = heard.acts.filter(({ intent }) => !notWishes.includes(intent));
  const [first] = acts;
  if (first === undefined) return undefined;
  return { ...heard, intent: first.intent, slots: first.slots, confidence: first.confidence, acts, signals: [] };
}

/** Believed once said plainly: the talk goes on at the customer's wish. */
function goOn(turn: Turn, words: 'vulnerable.believed' | 'vulnerable.heardFine'): After {
  turn.state.danger = null;
  turn.audit('vulnerable', {}, { believed: true });
  if (words === 'vulnerable.believed') turn.say(words, {});
  else turn.say(words, { lifeline: turn.services.bank.lines.lifeline });
  const wish = otherWishes(turn.heard);
  return wish === undefined ? 'stay' : { takeUp: wish };
}

/** The holder of this account has died: condolences, a case, a person, and nothing asked of whoever writes. */
export async function bereaved(turn: Turn): Promise<After> {
  turn.state.stage = 'atRisk';
  turn.state.danger = 'bereaved';
  turn.state.waitingTurn = null;
  turn.restContact('vulnerable');
  const joined = await joinQueue(turn, 'bereavement');
  // Only a holder's own file says so, and for a verified customer there is always room.
  if (joined === null) throw new Error('A verified customer was refused a case.');
  turn.say('vulnerable.bereaved', { caseNumber: joined.caseNumber, hotline: turn.services.bank.hotline });
  return 'stay';
}

/** A complaint is taken at once, and asks for nothing. */
async function keepComplaint(turn: Turn): Promise<After> {
  // Help first, as in every reply while means are at hand.
  if (turn.state.danger === 'meansAtHand') sayFurther.meansAtHand(turn);
  const { caseNumber } = await openCase(turn, 'complaint', turn.services.bank.complaintDays);
  turn.audit('complaint', { inDanger: true }, { caseNumber });
  turn.say('vulnerable.complaintKept', { caseNumber });
  return 'stay';
}

/** Whatever is hardly heard of somebody in danger is no complaint: "took ten more". */
const complainsPlainly = ({ heard, typed }: Turn): boolean =>
  saysComplaint(typed) || (heard.intent === 'complaint' && heard.ambiguity === null && heard.confidence >= heardAtAll);

/** The kind after this message: a graver one replaces the one known; means at hand stay the gravest. */
function kindNow(known: DangerKind, told: DangerKind | null): DangerKind {
  if (told === null || known === 'meansAtHand') return known;
  if (told === 'meansAtHand' || told === 'despair' || told === 'violence') return told;
  return known === 'despair' ? known : told;
}

/** With means at hand, "I'm fine" is asked about once more before it is believed. */
const isBelieved = (turn: Turn, known: DangerKind): boolean =>
  saysFine(turn.input.text) && (known !== 'meansAtHand' || turn.timesSaid('vulnerable.surelyFine') > 0);

async function hearAtRisk(turn: Turn): Promise<After> {
  const known = turn.state.danger ?? 'despair';
  if (isBelieved(turn, known) && known !== 'bereaved') {
    turn.state.stage = 'open';
    return goOn(turn, 'vulnerable.believed');
  }
  if (tellsOfPhone(turn)) return hearOfPhone(turn);
  if (turn.heard.intent === 'human' || turn.heard.intent === 'ask.queue' || asksWhoHelps(turn.typed)) {
    if (known === 'meansAtHand') sayFurther[known](turn);
    await handOff(turn, 'vulnerable');
    return 'stay';
  }
  if (complainsPlainly(turn)) return keepComplaint(turn);
  if (asksWhoSpeaks(turn.typed)) {
    if (known === 'meansAtHand') sayFurther[known](turn);
    turn.say('vulnerable.machine', { lifeline: turn.services.bank.lines.lifeline });
    return 'stay';
  }
  if (known === 'bereaved' && asksWhetherHeirPays(turn.typed)) {
    turn.say('vulnerable.heirPays', {});
    return 'stay';
  }
  const inDanger = turn.heard.intent === 'vulnerable' || turn.heard.signals.includes('vulnerable');
  // "I'm not suicidal, just sad" names no danger.
  const kind = kindNow(known, saysFine(turn.input.text) ? null : dangerKindIn(turn.input.text));
  turn.state.danger = kind;
  if (turn.heard.intent === 'contactPreference' && (refusesContact(turn.typed) || turn.heard.confidence >= plainFrom)) {
    if (kind === 'despair' || kind === 'meansAtHand') sayFurther[kind](turn);
    restHere(turn, kind);
    turn.audit('contactPreference', { verified: turn.customerId !== null, inDanger: true }, { ceased: true });
    turn.say('vulnerable.noMessages', {});
  } else if (saysFine(turn.input.text) && kind === 'meansAtHand')
    turn.say('vulnerable.surelyFine', { medical: turn.services.bank.lines.medical });
  else if (kind !== known) {
    restHere(turn, kind);
    sayFirst[kind](turn);
  } else sayFurther[kind](turn);
  // Said again after a colleague was done: a colleague comes again, without being asked for.
  const joined = inDanger ? await joinQueue(turn, 'vulnerable') : null;
  if (joined?.isNew === true) sayWhereItStands(turn, 'vulnerable', joined);
  return 'stay';
}

export const atRiskDialog: Flow = { isAnswer: () => false, hear: hearAtRisk, resume: async () => undefined };
