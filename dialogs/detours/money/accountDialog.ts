// Account: what is owed and why, since when, what came in, and what a payment would do. What exists already, an arrangement
// or a promise, comes first (R8).

import { type Account, daysPastDueOn, owedOn } from '../../../data/domain/account/account';
import { afterPaying } from '../../../data/domain/account/whatPaying';
import { payOffOn } from '../../../data/domain/arrangement/payOff';
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import { disputeKinds } from '../../../data/domain/case/case';
import { certainTurn, exactYuan } from '../../../data/domain/customer/customerTurn';
import { minimumOnly } from '../../../data/domain/money/minimumOnly';
import { type Fen, fenToYuan, yuanToFen } from '../../../data/domain/money/money';
import { stepsOf } from '../../talk/acts/steps';
import { openOfKinds } from '../../talk/matters';
import type { After, Turn } from '../../talk/turn';
import { offerNext } from '../chat/openingDialog';
import { arrangementInForce, sayInsteadOfBalance, sayPaid } from './arrangementLines';
import { openPromise, sayPromiseState } from './promise/promiseState';

/** Payments shown in a chat: the newest few; the rest is on the statement. */
const paymentsShownMax = 5;

/** The card that was named, else all of the customer's. */
export async function accountsMeant(turn: Turn): Promise<readonly Account[]> {
  const all = await turn.ownAccounts();
  const named = all.filter(({ cardTail }) => cardTail === turn.heard.slots.cardTail);
  return named.length > 0 ? named : all;
}

/** The minimum due on these cards together. */
export const minimumDueOf = (accounts: readonly Account[]): Fen =>
  accounts.reduce((sum, { minimumDueFen }) => sum + minimumDueFen, 0);

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

/** The sum over several cards; a single one says it itself. */
function sayTogether(turn: Turn, accounts: readonly Account[]): void {
  if (accounts.length < 2) return;
  const total = accounts.reduce((sum, account) => sum + owedOn(account, turn.today).totalFen, 0);
  turn.say('account.together', { cards: accounts.length, total });
}

/** Says what is owed on every card of the verified customer. */
export async function sayAllOwed(turn: Turn): Promise<void> {
  const accounts = await turn.ownAccounts();
  sayTogether(turn, accounts);
  for (const account of accounts) sayOwed(turn, account);
}

/** Only a talk about paying begins with the sum: not hardship, a dispute or a question of another kind. */
export async function isMetWithSum(turn: Turn): Promise<boolean> {
  const { intent } = turn.heard;
  if (intent.startsWith('negotiate.') || intent === 'promiseToPay' || intent === 'affirm') return true;
  // "What's the cheapest way to split it?", before any plan was worked out, begins one.
  const asks = stepsOf(turn.heard).some((step) => step.intent === 'ask.offer');
  return asks && (turn.state.negotiation?.table ?? []).length === 0 && (await arrangementInForce(turn)) === undefined;
}

/** An amount that was said beside a question about the balance: what paying it would leave. */
export function amountAsked({ heard: { slots } }: Turn): number | undefined {
  const said = slots.lumpSum ?? slots.amount ?? slots.monthlyAmount;
  const yuan = said?.max ?? said?.min;
  return yuan === undefined ? undefined : yuanToFen(yuan);
}

/** What paying so much, today or on the day named, goes to and leaves. */
export async function sayAfterPaying(turn: Turn, amountFen: number): Promise<void> {
  const { payDate } = turn.heard.slots;
  const date = payDate !== undefined && payDate > turn.today ? payDate : turn.today;
  for (const account of await accountsMeant(turn)) {
    const after = afterPaying(account, amountFen, date);
    if (after.paidFen === 0) continue;
    const { principalFen: principal, interestFen: interest, feesFen: fees } = after.paid;
    const values = { tail: account.cardTail, amount: after.paidFen, principal, interest, fees };
    const goesTo = after.principalFirst ? 'account.payingPrincipalFirst' : 'account.payingInterestFirst';
    // Told a moment ago: what is left is what was asked now.
    if (!turn.wasJustSaid(goesTo) || turn.state.ownFigures?.amount !== fenToYuan(amountFen)) turn.say(goesTo, values);
    turn.say('account.leftAfter', { date, total: after.leftFen, principal: after.leftPrincipalFen });
  }
  keepTold(turn, amountFen, payDate ?? null);
}

/** Keeps what was told of, for a question that goes on from it. */
function keepTold(turn: Turn, amountFen: number | null, payDate: CalendarDate | null): void {
  const amount = amountFen === null ? null : fenToYuan(amountFen);
  turn.state.ownFigures = { amount, payDate, turnNumber: turn.state.turnNumber };
}

/** Asked what clears one card on a day: it can be put down for that day, and a yes does it. */
async function offerToPutDown(turn: Turn, accounts: readonly Account[], date: CalendarDate): Promise<void> {
  const [only, ...others] = accounts;
  const isOpen = turn.state.stage === 'open' && (await openPromise(turn)) === undefined && !turn.moreFollows;
  if (only === undefined || others.length > 0 || !isOpen) return;
  const { cardTail, minimumDueFen } = only;
  if (minimumDueFen <= 0 || (await openOfKinds(turn, disputeKinds)).length > 0) return;
  const total = owedOn(only, date).totalFen;
  turn.say('account.putDown', {});
  turn.affirmMeans = certainTurn('promiseToPay', { payDate: date, lumpSum: exactYuan(total), cardTail });
}

async function balance(turn: Turn): Promise<void> {
  const amount = amountAsked(turn);
  const day = turn.heard.slots.payDate;
  const accounts = await accountsMeant(turn);
  if (amount !== undefined) return sayAfterPaying(turn, amount);
  const inForce = await arrangementInForce(turn);
  if (inForce !== undefined && day !== undefined && day > turn.today) {
    const { totalFen: total, principalFen: principal, interestFen: interest } = payOffOn(inForce.record, day);
    turn.say('arrangement.payOff', { date: day, total, principal, interest });
    return;
  }
  if (day !== undefined && day > turn.today) {
    for (const account of accounts) {
      const then = owedOn(account, day);
      const values = { tail: account.cardTail, date: day, total: then.totalFen, interest: then.interestFen };
      turn.say('account.onDay', values);
    }
    keepTold(turn, null, day);
    await offerToPutDown(turn, accounts, day);
    return;
  }
  keepTold(turn, null, null);
  if (await sayInsteadOfBalance(turn)) return;
  sayTogether(turn, accounts);
  for (const account of accounts) {
    sayOwed(turn, account);
    if (account.minimumDueFen > 0) turn.sayIfRoom('account.minimumDue', { minimumDue: account.minimumDueFen });
  }
  // What is in dispute is told with the sum that holds it (R8).
  for (const { caseNumber, dueOn } of await openOfKinds(turn, disputeKinds))
    turn.sayIfRoom('case.underWay', { caseNumber, dueOn });
  if ((await openPromise(turn)) !== undefined) await sayPromiseState(turn);
}

async function dueDate(turn: Turn): Promise<void> {
  if (await sayInsteadOfBalance(turn)) return;
  const promised = (await openPromise(turn)) !== undefined && (await sayPromiseState(turn));
  for (const account of await accountsMeant(turn)) {
    const { cardTail: tail, statementDay, dueDay, pastDueSince } = account;
    if (promised) turn.sayIfRoom('account.dueDate', { tail, statementDay, dueDay });
    else turn.say('account.dueDate', { tail, statementDay, dueDay });
    if (pastDueSince !== null)
      turn.say('account.pastDueSince', { tail, date: pastDueSince, daysPastDue: daysPastDueOn(account, turn.today) });
  }
}

async function payments(turn: Turn): Promise<void> {
  const inForce = await arrangementInForce(turn);
  if (inForce !== undefined) sayPaid(turn, inForce.record);
  for (const account of await accountsMeant(turn)) {
    const newest = [...account.payments].sort((a, b) => b.paidOn.localeCompare(a.paidOn)).slice(0, paymentsShownMax);
    if (newest.length === 0) turn.say('account.noPayments', { tail: account.cardTail });
    else turn.say('account.payments', { tail: account.cardTail, shown: newest.length });
    for (const payment of newest) turn.say('account.paymentLine', { date: payment.paidOn, amount: payment.amountFen });
  }
}

/** "What if I only pay the minimum": three rows of the table, then where it ends. */
export async function sayMinimumOnly(turn: Turn): Promise<void> {
  for (const account of await accountsMeant(turn)) {
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
  if (turn.state.stage === 'open' && turn.taps.length === 0) offerNext(turn);
  return 'resume';
}
