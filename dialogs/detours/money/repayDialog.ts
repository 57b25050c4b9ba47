// Repay: the bank's own channels, a reference, and what a part payment is applied to. Never a private account.
import { daysPastDueOn } from '../../../data/domain/account/account';
import { paysPrincipalFirst } from '../../../data/domain/money/paymentAllocation';
import type { After, Turn } from '../../talk/turn';
import { promiseSays } from './promise/promiseWords';

export async function sayRepayChannels(turn: Turn): Promise<void> {
  const { bank } = turn.services;
  turn.say('repay.channels', { channels: bank.repayChannels[turn.state.locale] });
  const accounts = await turn.ownAccounts();
  for (const account of accounts) {
    turn.say('repay.reference', { tail: account.cardTail, reference: `${account.cardTail}-${account.accountId}` });
    const daysPastDue = daysPastDueOn(account, turn.today);
    if (paysPrincipalFirst(daysPastDue)) turn.say('repay.partFirstToPrincipal', {});
    else if (daysPastDue > 0) turn.say('repay.partFirstToInterest', {});
  }
  turn.say('repay.neverPrivate', { hotline: bank.hotline });
  if (turn.state.stage === 'open') turn.tap('button.plan', {}, 'negotiate.start').tap('button.human', {}, 'human');
}

/** "I'll pay the minimum now": nothing is put down for a day; the ways to pay are what is needed. */
export const paysNow = ({ heard: { intent, slots }, typed, customerId, state: { locale, stage } }: Turn): boolean =>
  intent === 'promiseToPay' &&
  customerId !== null &&
  stage === 'open' &&
  slots.payDate === undefined &&
  promiseSays('paysNow', typed, locale);

export async function sayHowToPayNow(turn: Turn): Promise<After> {
  await sayRepayChannels(turn);
  return 'resume';
}
