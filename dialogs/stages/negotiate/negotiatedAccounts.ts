// Which accounts a negotiation is about, under which policy version; and what forbids one.
import {
  type Account,
  daysPastDueOn,
  type NegotiableAccount,
  negotiableAccount,
} from '../../../data/domain/account/account';
import { type CalendarDate, daysBetween } from '../../../data/domain/calendar/calendar';
import { disputeWasWithdrawn, isDispute } from '../../../data/domain/case/case';
import type { PolicyLimits } from '../../../data/domain/limits/policyLimits';
import type { Fen } from '../../../data/domain/money/money';
import { type Negotiation, startNegotiation } from '../../../data/domain/negotiation/negotiation';
import { quoteIsLive } from '../../../data/domain/negotiation/savedQuote';
import { arrangementInForce } from '../../detours/money/arrangementLines';
import { cardAlone } from '../../detours/money/ownCard';
import type { Turn } from '../../talk/turn';
import { sayRefusal } from './refusalLines';

/** An account that the bank's book, or a case still open, marks as disputed: nobody is asked for money meanwhile. */
async function accountInDispute(turn: Turn, accounts: readonly Account[]): Promise<Account | undefined> {
  const { customerId } = turn;
  const cases = customerId === null ? [] : await turn.services.casesOf(customerId);
  const isOpen = cases.some((one) => one.status !== 'closed' && (isDispute(one) || one.kind === 'alreadyPaid'));
  const marked = accounts.find((account) => account.flags.includes('dispute'));
  if (marked !== undefined && !disputeWasWithdrawn(cases)) return marked;
  return isOpen ? accounts[0] : undefined;
}

/** Finds the offers that an earlier conversation left on the table. */
async function takeUpQuote(turn: Turn, accounts: readonly Account[]): Promise<void> {
  const { state, services, today, customerId } = turn;
  if (state.negotiation !== null || customerId === null) return;
  const quote = await services.savedQuoteOf(customerId);
  if (quote === undefined || !quoteIsLive(quote, today)) return;
  if (!quote.accountIds.every((id) => accounts.some((account) => account.accountId === id))) return;
  state.negotiation = { ...quote.negotiation, signing: null };
  state.negotiatedAccountIds = quote.accountIds;
  const validUntil = quote.negotiation.table
    .map((offer) => offer.validUntil)
    .sort()
    .at(-1);
  if (validUntil !== undefined) turn.say('negotiation.quoteFound', { validUntil });
}

/** What the engine is asked about: the accounts as one, the limits that hold for them, and what was remembered. */
export interface Negotiated {
  readonly view: NegotiableAccount;
  readonly limits: PolicyLimits;
  readonly before: Negotiation;
}

/**
 * The limits of a negotiation: those that its offers were made under, while one of them is valid, and not a day longer. A
 * superseded version makes no offer that outlives these; one that cannot be read any more gives way to what is in force.
 */
async function limitsFor(turn: Turn, negotiation: Negotiation | null): Promise<PolicyLimits> {
  const { services, today } = turn;
  const inForce = await services.limitsInForce(today);
  const lastDay = (negotiation?.table ?? [])
    .map((offer) => offer.validUntil)
    .sort()
    .at(-1);
  if (negotiation === null || lastDay === undefined || lastDay < today) return inForce;
  if (negotiation.policyVersion === inForce.version) return inForce;
  const pinned = await services.limitsOfVersion(negotiation.policyVersion);
  if (pinned === undefined) return inForce;
  return { ...pinned, quoteValidDays: Math.min(pinned.quoteValidDays, daysBetween(today, lastDay)) };
}

/**
 * The day that the figures are of: today, and for a promise to pay everything on a day to come that day, so that the promise
 * is for what will be owed then.
 */
function dayOfFigures({ heard: { intent, slots }, today, state }: Turn, owedToday: Fen): CalendarDate {
  const { payDate, lumpSumShare } = slots;
  // A yes is to what was read back: all that will be owed on the day it was read for, which is more than today.
  const promised = state.negotiation?.stage === 'promising' ? state.negotiation.promise : null;
  const isOfAll = (promised?.amountFen ?? 0) > owedToday;
  if (intent === 'affirm' && isOfAll && promised?.payDate != null && promised.payDate > today) return promised.payDate;
  const isPromise = intent === 'promiseToPay' || state.negotiation?.stage === 'promising';
  return isPromise && lumpSumShare === 1 && payDate !== undefined && payDate > today ? payDate : today;
}

/** A plan for this card alone: what was offered for others with it is off the table, and what is known of the means stays. */
function negotiateAlone({ state }: Turn, { accountId }: Account): void {
  const { negotiation, negotiatedAccountIds } = state;
  const isSame = negotiatedAccountIds.length === 1 && negotiatedAccountIds[0] === accountId;
  if (isSame) return;
  state.negotiatedAccountIds = [accountId];
  if (negotiation !== null)
    state.negotiation = { ...negotiation, table: [], shownNumbers: [], signing: null, lowestInstalmentFen: null };
}

/** The accounts under negotiation and the limits that hold for it; undefined when something forbids it. */
export async function negotiatedAccounts(turn: Turn): Promise<Negotiated | undefined> {
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
  const alone = cardAlone(turn, all);
  if (alone !== undefined) negotiateAlone(turn, alone);
  const overdue = all.filter((account) => daysPastDueOn(account, today) > 0);
  const chosen =
    state.negotiation === null && alone === undefined
      ? overdue
      : all.filter((one) => state.negotiatedAccountIds.includes(one.accountId));
  const [first, ...others] = chosen.length > 0 ? chosen : all;
  if (first === undefined) {
    sayRefusal(turn, 'nothingOwed', 0);
    return undefined;
  }
  const owedToday = negotiableAccount([first, ...others], today).balanceFen;
  const owed = negotiableAccount([first, ...others], dayOfFigures(turn, owedToday));
  const missedInstalmentsFen = (await arrangementInForce(turn))?.missedFen ?? 0;
  const view = missedInstalmentsFen > 0 ? { ...owed, missedInstalmentsFen } : owed;
  // The accounts that are in the book today: a signature names these and no others.
  state.negotiatedAccountIds = [first, ...others].map((account) => account.accountId);
  const limits = await limitsFor(turn, state.negotiation);
  return { view, limits, before: state.negotiation ?? startNegotiation(limits, view, today) };
}
