// Everything an agent may know of one conversation: who it is, what is owed, what is on the table, what was said.
import { type Account, daysPastDueOn, owedOn } from '../../../data/domain/account/account';
import type { ArrangementRecord } from '../../../data/domain/arrangement/arrangement';
import type { BankProfile } from '../../../data/domain/bank/bankProfile';
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { DangerKind } from '../../../data/domain/case/danger';
import type { DeskConversation } from '../../../data/domain/case/deskConversation';
import type { Party } from '../../../data/domain/conduct/outboundGuard';
import { type Customer, maskedPhone } from '../../../data/domain/customer/customer';
import type { Offer } from '../../../data/domain/offer/offer';
import type { Kept } from '../../../data/store/repositories/repository';
import type { ConversationState } from '../../../dialogs/talk/conversationState';
import { formatMessage } from '../../../dialogs/text/formatMessage';
import { offerMessage } from '../../../dialogs/text/offerMessage';
import type { AccountSummary, DeskOffer, DeskConversation as DeskView } from '../contract/desk';
import type { StaffParts } from '../staffParts';
import { careOf } from './care/careView';
import { isWatched } from './care/watchedPhone';
import { memoryOf, onlyInForce, partyOf } from './conversationMemory';
import { itemOf } from './deskQueue';
import suggestions from './suggestions.json';
import { transcriptOf } from './transcript';
import { heldOf } from './words/heldRecords';

/** The facts of a conversation, read afresh: what the guard and the view are made of. */
export interface DeskFacts {
  readonly memory: ConversationState | null;
  readonly party: Party;
  readonly customer: Customer | undefined;
  readonly accounts: readonly Account[];
  readonly arrangements: readonly ArrangementRecord[];
  /** Offers on the table that can still be accepted. */
  readonly offers: readonly Offer[];
}

export async function factsOf(parts: StaffParts, desk: DeskConversation, today: CalendarDate): Promise<DeskFacts> {
  const { repositories, store } = parts;
  const memory = onlyInForce(await memoryOf(store, desk), parts.clock(), parts.data.verification);
  const party = partyOf(memory);
  const customerId = memory?.verified?.customerId ?? null;
  // Someone else, or someone at risk: a name to speak to perhaps, but no account.
  const mayKnow = customerId !== null && party === 'verified';
  return {
    memory,
    party,
    customer: customerId === null ? undefined : await repositories.customers.get(customerId),
    accounts: mayKnow ? await repositories.accounts.ofCustomer(customerId) : [],
    arrangements: mayKnow ? await repositories.arrangements.ofCustomer(customerId) : [],
    offers: mayKnow ? (memory?.negotiation?.table ?? []).filter((offer) => offer.validUntil >= today) : [],
  };
}

const summaryOf = (account: Account, today: CalendarDate): AccountSummary => {
  const owed = owedOn(account, today);
  const last = account.payments.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1)).at(-1);
  return {
    accountId: account.accountId,
    cardTail: account.cardTail,
    product: account.product,
    ...owed,
    minimumDueFen: account.minimumDueFen,
    daysPastDue: daysPastDueOn(account, today),
    agencyId: account.agencyId,
    flags: account.flags,
    lastPayment: last === undefined ? null : { paidOn: last.paidOn, amountFen: last.amountFen },
  };
};

/** Whether the check of who this is still rests. */
export const isLocked = (memory: ConversationState | null, now: string): boolean =>
  memory?.stage === 'locked' && memory.lockedUntil !== null && now < memory.lockedUntil;

/** The approved words for an offer, as the assistant itself would put it. */
export function offerText(offer: Offer, locale: DeskConversation['locale']): string {
  const { id, values } = offerMessage(offer, '');
  const valid = formatMessage(locale, 'negotiation.offer.valid', { validUntil: offer.validUntil });
  return `${formatMessage(locale, id, values).text}\n${valid.text}`;
}

/** The first character and two stars: enough to speak to somebody, not enough to know them by. */
const maskedName = (name: string): string => (name === '' ? '' : `${[...name][0] ?? ''}**`);

/** What a colleague may begin with, by the danger that was told: nobody who mourns is sent to a crisis line. */
function firstWords(danger: DangerKind, locale: DeskConversation['locale'], lines: BankProfile['lines']): string {
  const { lifeline, medical, police } = lines;
  switch (danger) {
    case 'meansAtHand':
      return formatMessage(locale, 'vulnerable.emergencyStill', { medical }).text;
    case 'despair':
      return formatMessage(locale, 'vulnerable.stay', { lifeline }).text;
    case 'violence':
      return formatMessage(locale, 'vulnerable.violenceStill', { police }).text;
    case 'minor':
      return formatMessage(locale, 'vulnerable.minorStill', {}).text;
    case 'bereaved':
      return formatMessage(locale, 'vulnerable.noFigure', {}).text;
    case 'confused':
      return formatMessage(locale, 'vulnerable.confusedStill', {}).text;
  }
}

function suggestionOf(
  facts: DeskFacts,
  desk: DeskConversation,
  offers: readonly DeskOffer[],
  lines: BankProfile['lines'],
): DeskView['suggestion'] {
  const { locale } = desk;
  const { memory, party } = facts;
  if (party === 'atRisk')
    return { why: suggestions.atRisk, text: firstWords(memory?.danger ?? 'despair', locale, lines) };
  if (party === 'someoneElse') return null;
  if (party === 'unknown')
    return { why: suggestions.unverified, text: formatMessage(locale, 'handoff.agentJoined', {}).text };
  const [first] = offers;
  if (first !== undefined) return { why: suggestions.offerOnTable, text: first.text };
  if (facts.arrangements.some((one) => one.status === 'active')) return null;
  if (memory?.negotiation == null || memory.negotiation.facts.statedMonthly === null)
    return { why: suggestions.askCapacity, text: formatMessage(locale, 'negotiation.ask.monthlyAmount', {}).text };
  return null;
}

export async function deskViewOf(
  parts: StaffParts,
  kept: Kept<DeskConversation>,
  today: CalendarDate,
): Promise<DeskView> {
  const { record } = kept;
  const facts = await factsOf(parts, record, today);
  const { customer, memory } = facts;
  const offers = facts.offers.map(
    (offer): DeskOffer => ({
      offer,
      policyVersion:
        memory?.negotiation?.offerVersions[String(offer.number)] ?? memory?.negotiation?.policyVersion ?? '',
      stillValid: offer.validUntil >= today,
      text: offerText(offer, record.locale),
    }),
  );
  return {
    item: { ...itemOf(kept), verified: facts.party === 'verified' },
    customer:
      customer === undefined
        ? null
        : {
            customerId: customer.customerId,
            name: maskedName(customer.displayName),
            maskedPhone: maskedPhone(customer.phone),
          },
    accounts: facts.accounts.map((account) => summaryOf(account, today)),
    offers,
    suggestion: suggestionOf(facts, record, offers, parts.data.bank.lines),
    atRisk: facts.party === 'atRisk',
    care: careOf(memory, await isWatched(parts, record)),
    locked: isLocked(memory, parts.clock()),
    transcript: await transcriptOf(parts.store, record.conversation),
    held: [...(await heldOf(parts, record.conversationId))],
    notes: [...(await parts.repositories.deskConversations.notesOf(record.conversationId))],
  };
}
