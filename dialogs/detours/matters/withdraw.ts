// A matter taken back: its case is closed as withdrawn, and contact that rested on it goes on.
import { type CaseKind, disputeKinds } from '../../../data/domain/case/case';
import type { ContactPreference } from '../../../data/domain/conduct/contactRecords';
import { certainTurn, type Undone } from '../../../data/domain/customer/customerTurn';
import { openOfKinds } from '../../talk/matters';
import { namesComplaint, takesBack, unsays } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import { caseOfRight } from './dataRights/dataRightDialog';
import { asksOfRequest, dataRightIn } from './dataRights/hearDataRight';

/** Matters that are cases, and the rest of contact that came with each. */
const matters = {
  dispute: { kinds: disputeKinds, rest: 'dispute' },
  alreadyPaid: { kinds: ['alreadyPaid'], rest: 'dispute' },
  hardship: { kinds: ['hardship'], rest: 'hardship' },
} as const satisfies Partial<Record<Undone, { kinds: readonly CaseKind[]; rest: ContactPreference['reason'] }>>;

export const isMatter = (what: Undone): what is keyof typeof matters => Object.hasOwn(matters, what);

/** Whether one that is open can be taken back. */
export const isMatterOpen = async (turn: Turn, what: keyof typeof matters): Promise<boolean> =>
  (await openOfKinds(turn, matters[what].kinds)).length > 0;

/** Closes the open case as withdrawn and lets contact go on; says so, or that there is none. */
export async function withdrawMatter(turn: Turn, what: keyof typeof matters): Promise<After> {
  const { kinds, rest } = matters[what];
  const [open] = await openOfKinds(turn, kinds);
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

/** Kinds of matter on which no contact rests: closed as withdrawn, nothing else changes. */
const dataKinds = Object.values(caseOfRight);

/** A wish for one's data was taken up in this conversation. */
const hasAsked = ({ timesSaid }: Turn['state']): boolean =>
  Object.keys(timesSaid).some((id) => id.startsWith('dataRight.'));

/** The kinds that the message takes back: a complaint by its name, a wish for one's data by its name or right after it. */
export function freeKindsMeant(turn: Turn): readonly CaseKind[] {
  const { typed, state } = turn;
  if (namesComplaint(typed)) return ['complaint'];
  const right = dataRightIn(typed);
  if (right !== null) return [caseOfRight[right]];
  return turn.wasJustSpokenOf(/^dataRight\./) || (asksOfRequest(typed) && hasAsked(state)) ? dataKinds : [];
}

/** Closes the newest open matter of these kinds as withdrawn; says so, or that there is none. */
export async function withdrawFree(turn: Turn, kinds: readonly CaseKind[]): Promise<After> {
  const [open] = await openOfKinds(turn, kinds);
  if (open === undefined) {
    turn.say('undo.nothing', {});
    return 'resume';
  }
  turn.record({ kind: 'withdrawCase', caseNumber: open.caseNumber, at: turn.input.now });
  turn.audit('withdrawn', { what: open.kind }, { caseNumber: open.caseNumber });
  turn.say(open.kind === 'complaint' ? 'undo.complaint' : 'undo.dataRight', { caseNumber: open.caseNumber });
  return 'resume';
}

/** Replies in which a matter was taken up, or said to be under way. */
const takenUp = /^(?:dataRight|dispute|fraud|alreadyPaid|complaint)\.|^case\.underWay$/;

/** "Forget it", heard as leaving off what was under way: right after a matter was taken up it takes that back, where it says so. */
export function hearTakenBack(turn: Turn): void {
  const { heard, typed, state } = turn;
  if (heard.intent !== 'cancel') return;
  const isJustTaken = turn.wasJustSpokenOf(takenUp) && (takesBack(typed) || unsays(typed));
  if (isJustTaken || (asksOfRequest(typed) && hasAsked(state)))
    turn.heard = { ...certainTurn('undo'), language: heard.language };
}
