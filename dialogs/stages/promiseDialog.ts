// Promise to pay: an amount by a date, read back, recorded after a yes, changed as easily as made, and nearest limits told
// when it is outside them.

import { type Account, owedOn } from '../../data/domain/account/account';
import type { CalendarDate } from '../../data/domain/calendar/calendar';
import { exactYuan } from '../../data/domain/customer/customerTurn';
import { type Fen, fenToYuan } from '../../data/domain/money/money';
import type { Move } from '../../data/domain/negotiation/move';
import type { Negotiation } from '../../data/domain/negotiation/negotiation';
import { accountsMeant, minimumDueOf } from '../detours/money/accountDialog';
import { firstPartIn } from '../detours/money/promise/hearPromised';
import { openPromise } from '../detours/money/promise/promiseState';
import type { After, Turn } from '../talk/turn';

type PromiseMove = Move & { kind: 'promise' };
type PromiseMade = NonNullable<Negotiation['promise']>;

/** What was said, what could be recorded instead, and that paying needs no promise. */
function sayOutside(turn: Turn, { amountFen, payDate, said }: PromiseMove): After {
  const { amountFen: saidFen, payDate: saidDate } = said ?? { amountFen, payDate };
  turn.say('negotiation.promise.outsideLimits', { said: saidFen, saidDate, latest: payDate, least: amountFen });
  turn.expects = 'confirm';
  turn.tap('button.promise', {}, 'promiseToPay', { payDate, lumpSum: exactYuan(amountFen) });
  turn.tap('button.human', {}, 'human');
  return 'stay';
}

/** Recorded under a number; a promise that still stood is replaced, so that one stands at a time. */
async function record(turn: Turn, { amountFen, payDate }: PromiseMove): Promise<void> {
  const { customerId, state, services, input } = turn;
  if (customerId === null) return;
  const before = await openPromise(turn);
  const promiseId = before?.promiseId ?? services.newNumber('PR');
  const { negotiatedAccountIds: accountIds } = state;
  turn.record({
    kind: 'savePromise',
    record: { promiseId, customerId, accountIds, amountFen, payDate, madeAt: input.now, status: 'open' },
  });
  turn.audit('promiseRecorded', { amount: amountFen, date: payDate }, { promiseId, replaces: before ?? null });
  if (before !== undefined) turn.say('promise.replaced', { date: before.payDate, amount: before.amountFen });
}

/** Reads a promise back, which a yes then records. */
export function askWhetherRight(turn: Turn, promised: { readonly amount: Fen; readonly date: CalendarDate }): After {
  turn.say('negotiation.promise.confirm', promised);
  const first = firstPartIn(turn);
  if (turn.heard.slots.lumpSumShare === 1) turn.say('promise.ofAll', {});
  if (first !== undefined) turn.say('promise.firstPart', first);
  turn.expects = 'confirm';
  turn.tap('button.yes', {}, 'affirm').tap('button.no', {}, 'deny').tap('button.human', {}, 'human');
  return 'stay';
}

/** A day without a sum: how much it is to be, with the minimum due where there is one. */
export async function askPromisedSum(turn: Turn, payDate: CalendarDate | null | undefined): Promise<After> {
  turn.expects = 'lumpSum';
  if (payDate == null) turn.say('promise.howMuch', {});
  else turn.say('promise.howMuchOn', { date: payDate });
  const accounts = await accountsMeant(turn);
  for (const amount of [minimumDueOf(accounts), owedBy(accounts, payDate ?? turn.today)])
    if (amount > 0) turn.tap('button.figure', { amount }, 'promiseToPay', { lumpSum: exactYuan(amount) });
  turn.tap('button.human', {}, 'human');
  return 'stay';
}

const owedBy = (accounts: readonly Account[], day: CalendarDate): Fen =>
  accounts.reduce((sum, account) => sum + owedOn(account, day).totalFen, 0);

/** Asks for the one thing of a promise that is still open: its sum, its day, or the yes. */
export async function goOnPromising(turn: Turn, { amountFen, payDate }: PromiseMade): Promise<void> {
  if (amountFen === null) await askPromisedSum(turn, payDate);
  else if (payDate === null) turn.say('negotiation.ask.payDate', {}).tap('button.human', {}, 'human');
  else askWhetherRight(turn, { amount: amountFen, date: payDate });
}

/** What is promised for a day is no first payment of a plan that is spoken of later. */
function leaveOutOfPlans({ state }: Turn): void {
  const { negotiation } = state;
  if (negotiation !== null) state.negotiation = { ...negotiation, facts: { ...negotiation.facts, lumpSum: null } };
}

export async function sayPromise(turn: Turn, move: PromiseMove): Promise<After> {
  if (move.messageId === 'negotiation.promise.outsideLimits') return sayOutside(turn, move);
  const promised = { amount: move.amountFen, date: move.payDate };
  if (!move.recorded) {
    return askWhetherRight(turn, promised);
  }
  turn.state.stage = 'open';
  leaveOutOfPlans(turn);
  // "And what's left then?" goes on from it.
  const { turnNumber } = turn.state;
  turn.state.ownFigures = { amount: fenToYuan(move.amountFen), payDate: move.payDate, turnNumber };
  turn.say('negotiation.promise.recorded', promised);
  await record(turn, move);
  turn
    .tap('button.repay', {}, 'ask.howToRepay')
    .tap('button.plan', {}, 'negotiate.start')
    .tap('button.human', {}, 'human');
  return 'stay';
}
