// One part of a book file against the book as it stands: what is wrong with it, and what storing it takes.
import {
  accountChanges,
  accountErrors,
  type BookError,
  type KnownBook,
  newPayments,
  paymentErrors,
} from '../../../data/domain/book/book';
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { ContractTerms } from '../../../data/domain/money/contractTerms';
import type { Operation } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';
import type { Kept } from '../../../data/store/repositories/repository';
import { settleCustomer } from '../../../data/store/settleCustomer';
import { newBreather } from '../../ops/breathe';
import type { Numbered, Part } from './readRows';

type Rows<Kind extends Part['kind']> = Extract<Part, { readonly kind: Kind }>['rows'];

export interface PartParts {
  readonly repositories: Repositories;
  readonly timeZone: string;
  readonly contract: ContractTerms;
  readonly today: CalendarDate;
}

export interface PartChanges {
  readonly operations: readonly Operation[];
  readonly changed: number;
  readonly unchanged: number;
  /** How promises and instalments came out, by kind. */
  readonly outcomes: Readonly<Record<string, number>>;
}

async function keptById<T>(
  ids: readonly string[],
  kept: (id: string) => Promise<Kept<T> | undefined>,
): Promise<ReadonlyMap<string, Kept<T>>> {
  const breathe = newBreather();
  const found = new Map<string, Kept<T>>();
  for (const id of new Set(ids)) {
    const one = await kept(id);
    if (one !== undefined) found.set(id, one);
    await breathe();
  }
  return found;
}

const keptAccounts = (rows: readonly Numbered<{ accountId: string }>[], { repositories }: PartParts) =>
  keptById(
    rows.map(({ accountId }) => accountId),
    (id) => repositories.accounts.kept(id),
  );

/** What is known of everything that the rows name. */
async function knownFor(part: Part, parts: PartParts): Promise<KnownBook> {
  const { repositories } = parts;
  const accounts = await keptAccounts(part.rows, parts);
  const holders = new Map<string, string>();
  const agencies = new Set<string>();
  if (part.kind === 'accounts') {
    const { items } = await repositories.agencies.list({ limit: 1000 });
    for (const { record } of items) agencies.add(record.agencyId);
  } else {
    const breathe = newBreather();
    for (const { paymentId } of part.rows) {
      const holder = await repositories.accounts.ofPayment(paymentId);
      if (holder !== undefined) holders.set(paymentId, holder.accountId);
      await breathe();
    }
  }
  return {
    account: (id) => accounts.get(id)?.record,
    customer: () => undefined,
    hasAgency: (id) => agencies.has(id),
    accountOfPayment: (id) => holders.get(id),
  };
}

/** Everything that is wrong with a part when it is held against the book. `inFile`: ids that other rows take back. */
export async function partErrors(
  part: Part,
  inFile: ReadonlySet<string>,
  parts: PartParts,
): Promise<readonly BookError[]> {
  const known = await knownFor(part, parts);
  return part.kind === 'accounts' ? accountErrors(part.rows, known) : paymentErrors(part.rows, known, inFile);
}

async function accountOperations(rows: Rows<'accounts'>, parts: PartParts): Promise<PartChanges> {
  const { customers, accounts } = parts.repositories;
  const kept = await keptAccounts(rows, parts);
  const people = await keptById(
    rows.map(({ customerId }) => customerId),
    (id) => customers.kept(id),
  );
  const plan = accountChanges(
    rows,
    {
      account: (id) => kept.get(id)?.record,
      customer: (id) => people.get(id)?.record,
    },
    parts.contract,
  );
  return {
    operations: [
      ...plan.customers.map((one) => customers.putOperation(one, people.get(one.customerId)?.version ?? null)),
      ...plan.accounts.map((one) => accounts.putOperation(one, kept.get(one.accountId)?.version ?? null)),
    ],
    changed: plan.accounts.length,
    unchanged: plan.rows - plan.accounts.length,
    outcomes: {},
  };
}

async function paymentOperations(rows: Rows<'payments'>, parts: PartParts): Promise<PartChanges> {
  const { repositories, today, timeZone } = parts;
  const kept = await keptAccounts(rows, parts);
  const plan = newPayments(rows, { account: (id) => kept.get(id)?.record });
  const byCustomer = new Map<string, (typeof plan.payments)[number][]>();
  for (const payment of plan.payments) {
    const customerId = kept.get(payment.accountId)?.record.customerId ?? '';
    byCustomer.set(customerId, [...(byCustomer.get(customerId) ?? []), payment]);
  }
  const operations: Operation[] = [];
  const outcomes: Record<string, number> = {};
  const breathe = newBreather();
  for (const [customerId, payments] of byCustomer) {
    const one = await settleCustomer(repositories, customerId, { payments, today, timeZone, terms: parts.contract });
    operations.push(...one.operations);
    for (const outcome of one.settled.outcomes) {
      const name = outcome.kind === 'excess' ? 'excess' : `${outcome.kind} ${outcome.settlement}`;
      outcomes[name] = (outcomes[name] ?? 0) + 1;
    }
    await breathe();
  }
  return { operations, changed: plan.payments.length, unchanged: plan.known, outcomes };
}

/** Works out what a part without errors changes, against the book as it stands now. */
export const partChanges = (part: Part, parts: PartParts): Promise<PartChanges> =>
  part.kind === 'accounts' ? accountOperations(part.rows, parts) : paymentOperations(part.rows, parts);
