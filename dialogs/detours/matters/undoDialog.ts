// Take it back: a dispute, a payment that was claimed, a stop, a place in the queue, "wrong person", undone as easily as said.
import type { CaseKind } from '../../../data/domain/case/case';
import type { ContactPreference } from '../../../data/domain/conduct/contactRecords';
import type { Undone } from '../../../data/domain/customer/customerTurn';
import { setSigning } from '../../stages/sign/signingState';
import { askToVerify } from '../../stages/verify/verifyIdentityDialog';
import { openOfKind } from '../../talk/matters';
import type { After, Turn } from '../../talk/turn';
import { offerStart } from '../chat/openingDialog';
import { someoneElseDialog } from '../people/someoneElseDialog';

/** Matters that are cases, and the rest of contact that came with each. */
const matters = {
  dispute: { kind: 'dispute', rest: 'dispute' },
  alreadyPaid: { kind: 'alreadyPaid', rest: 'dispute' },
  hardship: { kind: 'hardship', rest: 'hardship' },
} as const satisfies Partial<Record<Undone, { kind: CaseKind; rest: ContactPreference['reason'] }>>;

const isMatter = (what: Undone): what is keyof typeof matters => Object.hasOwn(matters, what);

/** Closes the open case as withdrawn and lets contact go on; says so, or that there is none. */
async function withdrawMatter(turn: Turn, what: keyof typeof matters): Promise<After> {
  const { kind, rest } = matters[what];
  const open = (await openOfKind(turn, kind))[0];
  if (open === undefined) {
    turn.say('undo.nothing', {});
    return 'resume';
  }
  turn.record({ kind: 'withdrawCase', caseNumber: open.caseNumber, at: turn.input.now });
  if (turn.customerId !== null) turn.record({ kind: 'endRest', customerId: turn.customerId, reasons: [rest] });
  turn.audit('withdrawn', { what }, { caseNumber: open.caseNumber });
  if (turn.state.stage === 'describingHardship') turn.state.stage = 'open';
  turn.say('undo.case', { caseNumber: open.caseNumber });
  turn.tap('button.plan', {}, 'negotiate.start').tap('button.human', {}, 'human');
  return 'stay';
}

async function contactAgain(turn: Turn): Promise<After> {
  const { channelId, userId } = turn.input;
  const customerId = turn.customerId ?? `address:${channelId}:${userId}`;
  const before = await turn.services.contactPreferenceOf(customerId);
  if (before === undefined || !before.ceased) {
    turn.say('undo.nothing', {});
    return 'resume';
  }
  turn.record({ kind: 'endRest', customerId, reasons: ['asked'] });
  turn.audit('withdrawn', { what: 'contactStop' }, {});
  const { from, until } = turn.services.contactRules.hours;
  turn.say('undo.contactStop', { from, until });
  return 'resume';
}

async function leaveQueue(turn: Turn): Promise<After> {
  const { place } = await turn.services.queue(turn.input.conversationId, turn.input.now);
  if (place === null) {
    if (turn.state.stage === 'someoneElse') return someoneElseDialog.hear(turn);
    turn.say('undo.nothing', {});
    return 'resume';
  }
  turn.record({ kind: 'leaveQueue', caseNumber: place.caseNumber, at: turn.input.now });
  turn.audit('withdrawn', { what: 'handoff' }, { caseNumber: place.caseNumber });
  turn.say('undo.handoff', {});
  return 'resume';
}

/** "I am the cardholder": the talk is open again, and nothing is said of an account before the check. */
function holderAfterAll(turn: Turn): After {
  if (turn.state.stage !== 'someoneElse') {
    turn.say('undo.nothing', {});
    return 'resume';
  }
  turn.state.stage = 'open';
  const { channelId, userId } = turn.input;
  turn.record({ kind: 'dropWrongContact', channelId, userId });
  turn.audit('withdrawn', { what: 'thirdParty' }, {});
  turn.say('undo.thirdParty', {});
  askToVerify(turn);
  return 'stay';
}

function chooseAgain(turn: Turn): After {
  setSigning(turn.state, null);
  turn.say('undo.choice', {});
  return 'resume';
}

/** What a bare "forget that" takes back: the choice under way, else the newest matter. */
async function newest(turn: Turn): Promise<Undone | undefined> {
  if (turn.state.stage === 'someoneElse') return 'thirdParty';
  if (turn.state.negotiation?.signing != null) return 'choice';
  for (const what of ['dispute', 'alreadyPaid', 'hardship'] as const)
    if ((await openOfKind(turn, matters[what].kind)).length > 0) return what;
  const { place } = await turn.services.queue(turn.input.conversationId, turn.input.now);
  return place === null ? undefined : 'handoff';
}

export async function undo(turn: Turn): Promise<After> {
  // Somebody else takes back nothing of the holder's.
  if (turn.state.stage === 'someoneElse' && (turn.heard.slots.what ?? 'thirdParty') !== 'thirdParty')
    return someoneElseDialog.hear(turn);
  const what = turn.heard.slots.what ?? (await newest(turn));
  if (what === undefined) {
    turn.say('undo.what', {});
    if (turn.state.stage === 'open') offerStart(turn);
    return 'stay';
  }
  // Someone else has nothing of the holder's to take back: only who they are, and their own place in the queue.
  if (turn.state.stage === 'someoneElse' && what !== 'thirdParty' && what !== 'handoff')
    return someoneElseDialog.hear(turn);
  if (isMatter(what)) return withdrawMatter(turn, what);
  switch (what) {
    case 'contactStop':
      return contactAgain(turn);
    case 'handoff':
      return leaveQueue(turn);
    case 'thirdParty':
      return holderAfterAll(turn);
    case 'choice':
      return chooseAgain(turn);
    case 'arrangement':
      turn.say('undo.arrangement', {}).tap('button.human', {}, 'human');
      return 'stay';
    case 'promise':
      turn.say('undo.promise', {}).tap('button.human', {}, 'human');
      return 'stay';
  }
}
