// What the dialogs need from the world, made of the store's repositories, the shipped data and small tools.
import { agencySchema } from '../data/domain/agencyRegister';
import type { CalendarDate } from '../data/domain/calendar';
import { type PolicyLimits, policyLimitsSchema } from '../data/domain/policyLimits';
import type { Repositories } from '../data/store/repositories';
import type { DialogServices } from '../dialogs/services';
import type { DocumentLinks } from './documents/documentLinks';
import { offerChartUrl } from './documents/offerChart';
import { codeMatches, hashOf, newCode, newNumber } from './numbers';
import { deskHours } from './officeHours';
import type { PoliciesInForce } from './policiesInForce';
import type { ShippedData } from './shippedData';

const waitingShownMax = 1000;

export interface ServiceParts {
  readonly data: ShippedData;
  readonly repositories: Repositories;
  readonly links: DocumentLinks;
  readonly understand: DialogServices['understand'];
  /** What is approved and in force, kept in memory; without it, limits are read from the store and the rest is as shipped. */
  readonly inForce?: { readonly policies: PoliciesInForce; today(): CalendarDate };
}

/** Limits as approved in the store; the shipped file is the first version of all. */
function policies({
  data,
  repositories,
  inForce,
}: ServiceParts): Pick<DialogServices, 'limitsInForce' | 'limitsOfVersion'> {
  // Reading a version again and again costs more than keeping it; a version never changes.
  const read = new Map<string, PolicyLimits>([[data.offerLimits.version, data.offerLimits]]);
  const limitsFrom = (version: string, content: unknown): PolicyLimits => {
    const limits = read.get(version) ?? policyLimitsSchema.parse(content);
    read.set(version, limits);
    return limits;
  };
  return {
    async limitsInForce(day) {
      if (inForce !== undefined) return inForce.policies.offerLimits(day);
      const approved = await repositories.policies.inForce('offerLimits', day);
      return approved === undefined ? data.offerLimits : limitsFrom(approved.version, approved.content);
    },
    async limitsOfVersion(version) {
      const known = read.get(version) ?? inForce?.policies.offerLimitsOf(version);
      if (known !== undefined) return known;
      const stored = await repositories.policies.ofVersion('offerLimits', version);
      if (stored === undefined) throw new Error('The negotiation was begun under limits that are no longer there.');
      return limitsFrom(version, stored.content);
    },
  };
}

export function newDialogServices(parts: ServiceParts): DialogServices {
  const { data, repositories, links, understand, inForce } = parts;
  const { bank } = data;
  const published = bank.agencies.map((agency) => agencySchema.parse(agency));
  return {
    bank,
    get knowledge() {
      return inForce?.policies.knowledge(inForce.today()) ?? data.knowledge;
    },
    understand,
    ...policies(parts),
    customer: (customerId) => repositories.customers.get(customerId),
    customersByCardTail: (cardTail) => repositories.customers.byCardTail(cardTail, repositories.accounts),
    // Channels that sign people in (an app, a bound chat account) come with their own adapters.
    boundCustomer: async () => null,
    accountsOf: (customerId) => repositories.accounts.ofCustomer(customerId),
    casesOf: (customerId) => repositories.cases.ofCustomer(customerId),
    savedQuoteOf: (customerId) => repositories.savedQuotes.get(customerId),
    arrangementsOf: (customerId) => repositories.arrangements.ofCustomer(customerId),
    async agencies() {
      const { items } = await repositories.agencies.list({ limit: 1000 });
      return items.length === 0 ? published : items.map((item) => item.record);
    },
    verifyAttempts: (key) => repositories.verifyAttempts.get(key),
    async queuePlace(now) {
      const { items } = await repositories.cases.withStatus('waiting', { limit: waitingShownMax });
      return { position: items.length, ...deskHours(bank, now) };
    },
    newCode: (now) => newCode(now, bank.code.validMinutes),
    codeMatches,
    newNumber,
    hashOf,
    offerChart: (offer) => offerChartUrl(offer, bank.colours.primary),
    documentLink: (agreementNumber, locale, now) => links.make(agreementNumber, locale, now),
  };
}
