// Which accounts a negotiation is about, under which policy version; and what forbids one.
import { daysPastDueOn, negotiableAccount } from '../data/domain/account';
import { startNegotiation } from '../data/domain/negotiation';
import { sayRefusal } from './refusalLines';
import type { Turn } from './turn';

/** The accounts under negotiation and the policy version that it began with; undefined when something forbids it. */
export async function negotiatedAccounts(turn: Turn) {
  const { state, services, today } = turn;
  const all = state.verifiedCustomerId === null ? [] : await services.accountsOf(state.verifiedCustomerId);
  const disputed = all.find((account) => account.flags.includes('dispute'));
  if (disputed !== undefined) {
    turn.say('account.frozenDispute', { tail: disputed.cardTail, hotline: services.bank.hotline });
    turn.tap('button.human', {}, 'human');
    return undefined;
  }
  if (all.some((account) => account.flags.includes('excluded') || account.flags.includes('fraud'))) {
    sayRefusal(turn, 'excluded', 0);
    return undefined;
  }
  const overdue = all.filter((account) => daysPastDueOn(account, today) > 0);
  const chosen =
    state.negotiation === null ? overdue : all.filter((one) => state.negotiatedAccountIds.includes(one.accountId));
  const [first, ...others] = chosen.length > 0 ? chosen : all;
  if (first === undefined) {
    sayRefusal(turn, 'nothingOwed', 0);
    return undefined;
  }
  const view = negotiableAccount([first, ...others], today);
  if (state.negotiation === null) state.negotiatedAccountIds = [first, ...others].map((account) => account.accountId);
  const limits =
    state.negotiation === null
      ? await services.limitsInForce(today)
      : await services.limitsOfVersion(state.negotiation.policyVersion);
  return { view, limits, before: state.negotiation ?? startNegotiation(limits, view, today) };
}
