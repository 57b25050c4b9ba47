// Account: what is owed and why, since when, what came in, and what paying only the minimum would do.
import { type Account, daysPastDueOn, owedOn } from '../../../data/domain/account/account';
import { minimumOnly } from '../../../data/domain/money/minimumOnly';
import type { After, Turn } from '../../talk/turn';
import { offerNext } from '../chat/openingDialog';

/** Payments shown in a chat: the newest few; the rest is on the statement. */
const paymentsShownMax = 5;

export function sayOwed(turn: Turn, account: Account): void {
  const owed = owedOn(account, turn.today);
  const daysPastDue = daysPastDueOn(account, turn.today);
  const tail = account.cardTail;
  if (owed.totalFen <= 0) turn.say('account.nothingOwed', { tail });
  else if (daysPastDue === 0) turn.say('account.notOverdue', { tail, total: owed.totalFen });
  else
    turn.say('account.summary', {
      tail,
      total: owed.totalFen,
      principal: owed.principalFen,
      interest: owed.interestFen,
      fees: owed.feesFen,
      daysPastDue,
    });
}

/** Says what is owed on every card of the verified customer. */
export async function sayAllOwed(turn: Turn): Promise<void> {
  for (const account of await turn.ownAccounts()) sayOwed(turn, account);
}

async function balance(turn: Turn): Promise<void> {
  const day = turn.heard.slots.payDate;
  for (const account of await turn.ownAccounts()) {
    sayOwed(turn, account);
    if (account.minimumDueFen > 0) turn.say('account.minimumDue', { minimumDue: account.minimumDueFen });
    if (day === undefined || day <= turn.today) continue;
    const then = owedOn(account, day);
    turn.say('account.onDay', { date: day, total: then.totalFen, interest: then.interestFen });
  }
}

async function dueDate(turn: Turn): Promise<void> {
  for (const account of await turn.ownAccounts()) {
    const { cardTail: tail, statementDay, dueDay, pastDueSince } = account;
    turn.say('account.dueDate', { tail, statementDay, dueDay });
    if (pastDueSince !== null)
      turn.say('account.pastDueSince', { date: pastDueSince, daysPastDue: daysPastDueOn(account, turn.today) });
  }
}

async function payments(turn: Turn): Promise<void> {
  for (const account of await turn.ownAccounts()) {
    const newest = [...account.payments].sort((a, b) => b.paidOn.localeCompare(a.paidOn)).slice(0, paymentsShownMax);
    if (newest.length === 0) turn.say('account.noPayments', { tail: account.cardTail });
    else turn.say('account.payments', { tail: account.cardTail, shown: newest.length });
    for (const payment of newest) turn.say('account.paymentLine', { date: payment.paidOn, amount: payment.amountFen });
  }
}

/** "What if I only pay the minimum": three rows of the table, then where it ends. */
export async function sayMinimumOnly(turn: Turn): Promise<void> {
  for (const account of await turn.ownAccounts()) {
    if (account.minimumDueFen <= 0) continue;
    const table = minimumOnly(account, turn.today, turn.services.contract);
    for (const row of table.rows.slice(0, 3))
      turn.say('account.minimumOnlyRow', {
        month: row.month,
        payment: row.paymentFen,
        interest: row.interestFen,
        remaining: row.remainingFen,
      });
    const first = table.rows[0]?.paymentFen ?? account.minimumDueFen;
    const values = { payment: first, interest: table.totalInterestFen };
    if (table.paidOffAfterMonths === null) turn.say('account.minimumOnlyNever', values);
    else turn.say('account.minimumOnly', { ...values, months: table.paidOffAfterMonths });
  }
}

export async function account(turn: Turn): Promise<After> {
  if (turn.heard.intent === 'account.dueDate') await dueDate(turn);
  else if (turn.heard.intent === 'account.payments') await payments(turn);
  else await balance(turn);
  if (turn.state.stage === 'open') offerNext(turn);
  return 'resume';
}
