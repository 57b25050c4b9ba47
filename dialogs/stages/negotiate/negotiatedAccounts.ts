// Which accounts a negotiation is about, under which policy version; and what forbids one.
import { type Account, daysPastDueOn, negotiableAccount } from '../../../data/domain/account/account';
import { quoteIsLive } from '../../../data/domain/arrangement/savedQuote';
import { startNegotiation } from '../../../data/domain/negotiation/negotiation';
import type { Turn } from '../../talk/turn';
import { sayRefusal } from './refusalLines';

/** An account that the bank's book, or a case still open, marks as disputed: nobody is asked for money meanwhile. */
async function accountInDispute(turn: Turn, accounts: readonly Account[]): Promise<Account | undefined> {
  const { customerId } = turn;
  const cases = customerId === null ? [] : await turn.services.casesOf(customerId);
  const checked = ['dispute', 'alreadyPaid'];
  const isOpen = cases.some((one) => one.status !== 'closed' && checked.includes(one.kind));
  return accounts.find((account) => account.flags.includes('dispute')) ?? (isOpen ? accounts[0] : undefined);
}

/** Finds the offers that an earlier conversation left on the table. */
async function takeUpQuote(turn: Turn, accounts: readonly Account[]): Promise<void> {
  const { state, services, today, customerId } = turn;
  if (state.negotiation !== null || customerId === null) return;
  const quote = await services.savedQuoteOf(customerId);
  if (quote === undefined || !quoteIsLive(quote, today)) return;
  if (!quote.accountIds.every((id) => accounts.some((account) => account.accountId === id))) return;
  state.negotiation = quote.negotiation;
  state.negotiatedAccountIds = quote.accountIds;
  const validUntil = quote.negotiation.table
    .map((offer) => offer.validUntil)
    .sort()
    .at(-1);
  if (validUntil !== undefined) turn.say('negotiation.quoteFound', { validUntil });
}

/** The accounts under negotiation and the policy version that it began with; undefined when something forbids it. */
export async function negotiatedAccounts(turn: Turn) {
  const { state, services, today } = turn;
  const all = await turn.ownAccounts();
  const disputed = await accountInDispute(turn, all);
  if (disputed !== undefined) {
    turn.say('account.frozenDispute', { tail: disputed.cardTail, hotline: services.bank.hotline });
    turn.tap('button.human', {}, 'human');
    return undefined;
  }
  if (all.some((account) => account.flags.includes('excluded') || account.flags.includes('fraud'))) {
    sayRefusal(turn, 'excluded', 0);
    return undefined;
  }
  await takeUpQuote(turn, all);
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
