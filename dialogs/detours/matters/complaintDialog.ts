// A complaint about a collector or the bank: a case with a number and a time limit, the regulator's lines, and two short
// questions (when, who), one at a time, each of which may be skipped; what is told is kept with the case.
import { admits, changeCase, openCase, openOfKind } from '../../talk/matters';
import { addsNothing, tellsWhen, tellsWho } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';

/** What is kept of the words with a case. */
const keptMax = 500;

export async function complaint(turn: Turn): Promise<After> {
  const { complaintDays, complaintHardCaseDays } = turn.services.bank;
  const accounts = await turn.ownAccounts();
  const agencyId = accounts.find((account) => account.agencyId !== null)?.agencyId ?? null;
  if (!(await admits(turn, 'complaint', agencyId))) {
    turn.say('handoff.callUs', { hotline: turn.services.bank.hotline });
    sayOutsideLines(turn);
    return 'resume';
  }
  const { caseNumber, dueOn, isNew } = await openCase(turn, 'complaint', complaintDays, { agencyId });
  turn.audit('complaint', { agencyId, words: turn.input.masked.slice(0, 200) }, { caseNumber });
  if (isNew) turn.say('complaint.opened', { caseNumber, days: complaintDays, hardCaseDays: complaintHardCaseDays });
  else turn.say('case.underWay', { caseNumber, dueOn });
  sayOutsideLines(turn);
  if (isNew && !turn.moreFollows) askNext(turn, turn.input.text);
  turn.tap('button.human', {}, 'human');
  return 'resume';
}

function sayOutsideLines(turn: Turn): void {
  const { regulator, centralBank, police } = turn.services.bank.lines;
  turn.say('complaint.lines', { regulator, centralBank });
  turn.say('complaint.danger', { police });
}

/** Asks the next thing that was neither told nor asked; false where nothing is left. */
function askNext(turn: Turn, told: string): boolean {
  const asked = (id: 'complaint.askWhen' | 'complaint.askWho') => turn.timesSaid(id) > 0;
  if (!asked('complaint.askWhen') && !tellsWhen(told)) turn.say('complaint.askWhen', {});
  else if (!asked('complaint.askWho') && !tellsWho(told)) turn.say('complaint.askWho', {});
  else return false;
  return true;
}

/** True where the last reply asked for a detail of the complaint and the message gives one, or skips it. */
export function tellsOfComplaint(turn: Turn): boolean {
  const { intent, ambiguity } = turn.heard;
  if (!turn.wasJustSaid('complaint.askWhen') && !turn.wasJustSaid('complaint.askWho')) return false;
  const goesOn = ['complaint', 'outOfScope', 'verifyCollector', 'ask.collectionContact', 'abuse', 'deny'];
  return ambiguity !== null || goesOn.includes(intent) || addsNothing(turn.input.text);
}

/** Keeps what was told with the case, asks what is still open, and says by when the bank answers. */
export async function noteComplaint(turn: Turn): Promise<After> {
  const [open] = await openOfKind(turn, 'complaint');
  if (open === undefined) return complaint(turn);
  const { caseNumber, dueOn } = open;
  if (!addsNothing(turn.input.text))
    changeCase(turn, caseNumber, { lastWords: `${open.lastWords} / ${turn.input.masked}`.slice(0, keptMax) });
  turn.audit('complaintDetail', { words: turn.input.masked.slice(0, 200) }, { caseNumber });
  if (!askNext(turn, `${open.lastWords} ${turn.input.text}`)) turn.say('complaint.kept', { caseNumber, dueOn });
  turn.tap('button.human', {}, 'human');
  return 'stay';
}
