// How a case, a complaint, a review or a dispute stands: its number, where it is, and by when the bank answers.
import type { CaseRecord } from '../../../data/domain/case/case';
import { casesAt } from '../../talk/matters';
import type { After, Turn } from '../../talk/turn';
import { sayInsteadOfBalance } from '../money/arrangementLines';
import { sayPromiseState } from '../money/promise/promiseState';
import { promiseSays } from '../money/promise/promiseWords';
import { sayStopStands } from '../protect/contactDialog';

/** Cases shown in a chat: the newest few. */
const shownMax = 3;

function sayCase(turn: Turn, { caseNumber, kind, status, dueOn, closed }: CaseRecord): void {
  const about = turn.words(`caseKind.${kind}`, {});
  if (closed !== undefined) turn.say('case.closed', { caseNumber, about });
  else if (status === 'taken') turn.say('case.taken', { caseNumber, about, date: dueOn });
  else turn.say('case.open', { caseNumber, about, date: dueOn });
}

export async function askCase(turn: Turn): Promise<After> {
  const cases = [...(await casesAt(turn))].sort((a, b) => b.openedAt.localeCompare(a.openedAt)).slice(0, shownMax);
  for (const one of cases) sayCase(turn, one);
  const { complaintDays: days, complaintHardCaseDays: hardCaseDays } = turn.services.bank;
  const asksOfComplaints = cases.length === 0 && turn.wasJustSaid('complaint.lines');
  if (asksOfComplaints) turn.say('case.complaintDays', { days, hardCaseDays }).tap('button.human', {}, 'human');
  if (asksOfComplaints) return 'resume';
  if (cases.some(({ kind, status }) => kind === 'complaint' && status !== 'closed'))
    turn.sayIfRoom('case.complaintDays', { days, hardCaseDays });
  const stands = cases.length === 0 && ((await sayPromiseState(turn)) || (await sayInsteadOfBalance(turn)));
  const stopStands = await sayStopStands(turn);
  const isOfPromise = turn.customerId !== null && promiseSays('asksWhich', turn.typed, turn.state.locale);
  if (cases.length === 0 && !stands && !stopStands && isOfPromise) turn.say('promise.none', {});
  else if (cases.length === 0 && !stands && !stopStands)
    turn.say(turn.customerId === null ? 'case.noneHere' : 'case.none', {});
  turn.tap('button.human', {}, 'human');
  return 'resume';
}
