// Everything that is kept about one customer, gathered from wherever it lies.
import type { DocumentStore } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';
import type { AuditEntry } from '../../../data/store/repositories/audit';

export interface PersonalDataParts {
  readonly store: DocumentStore;
  readonly repositories: Repositories;
}

async function auditOf({ audit }: Repositories, customerId: string): Promise<readonly AuditEntry[]> {
  const found: AuditEntry[] = [];
  let after: string | undefined;
  do {
    const page = await audit.ofCustomer(customerId, { limit: 500, after });
    found.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

const present = <T>(one: T | undefined): readonly T[] => (one === undefined ? [] : [one]);

/** Marks by which an answer from a phone is known as this customer's; the number itself is not in them. */
async function numbersOf(store: DocumentStore, customerId: string): Promise<readonly { readonly markId: string }[]> {
  const page = await store.query('smsNumbers', 'customerId', customerId, { limit: 100 });
  return page.items.map(({ id }) => ({ markId: id }));
}

/** Undefined where nobody has this number. */
export async function personalDataOf({ store, repositories }: PersonalDataParts, customerId: string) {
  const customer = await repositories.customers.get(customerId);
  const audit = await auditOf(repositories, customerId);
  if (customer === undefined && audit.length === 0) return undefined;
  const accounts = await repositories.accounts.ofCustomer(customerId);
  const arrangements = await repositories.arrangements.ofCustomer(customerId);
  const cases = await repositories.cases.ofCustomer(customerId);
  const evidence = await repositories.evidence.ofCustomer(customerId);
  const conversationIds = new Set(
    [...audit.map(({ event }) => event), ...cases, ...arrangements, ...evidence].map((one) => one.conversationId),
  );
  conversationIds.delete('');
  return {
    customer: present(customer),
    accounts,
    arrangements,
    promises: await repositories.promises.ofCustomer(customerId),
    savedQuotes: present(await repositories.savedQuotes.get(customerId)),
    cases,
    evidence,
    contactPreferences: present(await repositories.contactPreferences.get(customerId)),
    contacts: await repositories.contacts.ofCustomer(customerId),
    messages: await repositories.outbox.ofCustomer(customerId),
    outreach: await repositories.outreach.ofCustomer(customerId),
    chatPlaces: await repositories.chatPlaces.ofCustomer(customerId),
    smsNumbers: await numbersOf(store, customerId),
    placements: (await Promise.all(accounts.map((one) => repositories.placements.ofAccount(one.accountId)))).flat(),
    legalHolds: present(await repositories.legalHolds.get(customerId)),
    decisions: audit,
    conversationIds: [...conversationIds],
  };
}
const isKept = async ({ store }: PersonalDataParts, key: string): Promise<boolean> =>
  (await store.get('conversations', key)) !== undefined;

/** Keys under which botbuilder's state keeps what the assistant remembers of these conversations. */
export async function memoryKeysOf(
  parts: PersonalDataParts,
  conversationIds: readonly string[],
  channels: readonly string[],
): Promise<readonly string[]> {
  const keys = conversationIds.flatMap((id) => channels.map((channel) => `${channel}/conversations/${id}/`));
  const kept = await Promise.all(keys.map(async (key) => ((await isKept(parts, key)) ? [key] : [])));
  return kept.flat();
}

export type PersonalData = NonNullable<Awaited<ReturnType<typeof personalDataOf>>>;
