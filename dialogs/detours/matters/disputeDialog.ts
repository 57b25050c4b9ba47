// Dispute, fraud, already paid: the asking for money stops, a case with a number is opened, a person looks at it.
import { addDays, type CalendarDate, daysBetween } from '../../../data/domain/calendar/calendar';
import { changeCase, openCase } from '../../talk/matters';
import { disputesPlainly } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';

/** A payment is taken for the one meant when it came in within these days. */
const recentPaymentDays = 45;

function restWhileChecked(turn: Turn): void {
  turn.state.negotiation = null;
  turn.state.stage = 'open';
  turn.restContact('dispute', addDays(turn.today, turn.services.bank.disputeDays));
}

export async function dispute(turn: Turn): Promise<After> {
  const { disputeDays } = turn.services.bank;
  const { caseNumber, dueOn, isNew } = await openCase(turn, 'dispute', disputeDays);
  restWhileChecked(turn);
  if (isNew) turn.say('dispute.opened', { caseNumber, days: disputeDays });
  else if (turn.timesSaid('dispute.opened') > 0 && !disputesPlainly(turn.typed)) keepDetail(turn, caseNumber, dueOn);
  else turn.say('case.underWay', { caseNumber, dueOn });
  turn.say('dispute.stops', {}).tap('button.human', {}, 'human');
  return 'stay';
}

/** What is told of a charge after it was disputed is kept with the case. */
function keepDetail(turn: Turn, caseNumber: string, dueOn: CalendarDate): void {
  changeCase(turn, caseNumber, { lastWords: turn.input.masked });
  turn.say('dispute.kept', { caseNumber, dueOn });
}

export async function alreadyPaid(turn: Turn): Promise<After> {
  const accounts = await turn.ownAccounts();
  const newest = accounts
    .flatMap((account) => account.payments)
    .filter((payment) => daysBetween(payment.paidOn, turn.today) <= recentPaymentDays)
    .sort((a, b) => b.paidOn.localeCompare(a.paidOn))[0];
  if (newest !== undefined) turn.say('alreadyPaid.found', { date: newest.paidOn, amount: newest.amountFen });
  const { disputeDays } = turn.services.bank;
  const { caseNumber, dueOn, isNew } = await openCase(turn, 'alreadyPaid', disputeDays);
  restWhileChecked(turn);
  if (isNew) turn.say('alreadyPaid.opened', { caseNumber, days: disputeDays });
  else turn.say('case.underWay', { caseNumber, dueOn });
  turn.tap('button.human', {}, 'human');
  return 'stay';
}
