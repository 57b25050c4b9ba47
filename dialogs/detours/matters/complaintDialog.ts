// A complaint about a collector or the bank: a case with a number and a time limit, then the regulator's lines.
import { admits, openCase } from '../../talk/matters';
import type { After, Turn } from '../../talk/turn';

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
  turn.tap('button.human', {}, 'human');
  return 'resume';
}

function sayOutsideLines(turn: Turn): void {
  const { regulator, centralBank, police } = turn.services.bank.lines;
  turn.say('complaint.lines', { regulator, centralBank });
  turn.say('complaint.danger', { police });
}
