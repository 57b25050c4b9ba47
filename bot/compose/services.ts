// What the dialogs need from the world, made of the store's repositories, the shipped data and small tools.

import type { CalendarDate } from '../../data/domain/calendar/calendar';
import { agencySchema } from '../../data/domain/conduct/agencyRegister';
import type { VerificationRules } from '../../data/domain/customer/verificationRules';
import type { PolicyLimits } from '../../data/domain/limits/policyLimits';
import type { Repositories } from '../../data/store/repositories';
import type { DialogServices, IdentityServices } from '../../dialogs/talk/services';
import { channelOf } from '../channels/channelTable';
import type { ShippedData } from '../config/shippedData';
import type { DocumentLinks } from '../documents/documentLinks';
import { offerChartUrl } from '../documents/offerChart';
import { newAnonymousCases } from '../staff/anonymousCases';
import { deskHours } from '../staff/desk/deskHours';
import { callbackSlot, queueView } from '../staff/desk/queueView';
import type { PoliciesInForce } from '../staff/policiesInForce';
import { codeMatches, hashOf, newCode, newNumber } from './numbers';

export interface ServiceParts {
  readonly data: ShippedData;
  readonly repositories: Repositories;
  readonly links: DocumentLinks;
  readonly understand: DialogServices['understand'];
  /** Told when guesses at identity have passed the limit of the whole bank. */
  identityAlarm(): void;
  /** What is approved and in force, kept in memory. */
  readonly inForce: { readonly policies: PoliciesInForce; today(): CalendarDate };
  /** Seconds to read before signing instead of the policy's own; null for those (developer mode only). */
  readonly readingSeconds: number | null;
  /** A language model of the bank's own, or none. */
  readonly secondReader: DialogServices['secondReader'];
}

function identityServices(
  { customers, accounts, identityTries }: Repositories,
  rules: VerificationRules,
  alarm: () => void,
): IdentityServices {
  return {
    async countEndings(tryer, cardTail, now) {
      const verdict = await identityTries.count(tryer, cardTail, rules, now);
      if (verdict.kind === 'answer' && verdict.alarm) alarm();
      return verdict;
    },
    countCode: (tryer, now) => identityTries.countCode(tryer, rules, now),
    countSentCode: (customerId, now) => identityTries.countSentCode(customerId, rules, now),
    takeBack: (counted) => identityTries.takeBack(counted),
    mayTry: (tryer, now) => identityTries.mayTry(tryer, rules, now),
    sharing: (cardTail) => customers.sharing(cardTail, accounts),
    withEndings: (cardTail, idTail) => customers.withEndings(cardTail, idTail, accounts),
  };
}

export function newDialogServices(parts: ServiceParts): DialogServices {
  const { data, repositories, links, understand, inForce, readingSeconds } = parts;
  const { bank } = data;
  const anonymousCases = newAnonymousCases(data.desk.anonymousCases);
  const withReadingTime = (limits: PolicyLimits): PolicyLimits =>
    readingSeconds === null ? limits : { ...limits, readingSeconds };
  const published = bank.agencies.map((agency) => agencySchema.parse(agency));
  return {
    bank,
    verification: data.verification,
    channel: channelOf,
    contract: data.contract,
    get knowledge() {
      return inForce.policies.knowledge(inForce.today());
    },
    get contactRules() {
      return inForce.policies.contactRules(inForce.today());
    },
    understand,
    secondReader: parts.secondReader,
    limitsInForce: async (day) => withReadingTime(inForce.policies.offerLimits(day)),
    limitsOfVersion: async (version) => {
      const limits = inForce.policies.offerLimitsOf(version);
      return limits === undefined ? undefined : withReadingTime(limits);
    },
    customer: (customerId) => repositories.customers.get(customerId),
    identity: identityServices(repositories, data.verification, parts.identityAlarm),
    // Channels that sign people in (an app, a bound chat account) come with their own adapters.
    boundCustomer: async () => null,
    accountsOf: (customerId) => repositories.accounts.ofCustomer(customerId),
    evidenceRules: data.evidence,
    evidenceOf: (customerId) => repositories.evidence.ofCustomer(customerId),
    casesOf: (customerId) => repositories.cases.ofCustomer(customerId),
    casesWithoutCustomer: (conversationId) => repositories.cases.withoutCustomer(conversationId),
    savedQuoteOf: (customerId) => repositories.savedQuotes.get(customerId),
    contactPreferenceOf: (customerId) => repositories.contactPreferences.get(customerId),
    arrangementsOf: (customerId) => repositories.arrangements.ofCustomer(customerId),
    promisesOf: (customerId) => repositories.promises.ofCustomer(customerId),
    async agencies() {
      const { items } = await repositories.agencies.list({ limit: 1000 });
      return items.length === 0 ? published : items.map((item) => item.record);
    },
    codeUse: (customerId) => repositories.codeUses.kept(customerId),
    admitAnonymousCase: (address, isUrgent) => anonymousCases.admit(address, isUrgent),
    queue: (conversationId, now) => queueView(repositories.deskConversations, deskHours(bank, now), conversationId),
    callbackSlot: (wished, now) => callbackSlot(repositories.deskConversations, data, wished, now),
    newCode: (now) => newCode(now, bank.code.validMinutes),
    codeMatches,
    newNumber,
    hashOf,
    offerChart: (offer) => offerChartUrl(offer, bank.colours.primary),
    documentLink: (agreementNumber, locale, now) => links.make(agreementNumber, locale, now),
  };
}
