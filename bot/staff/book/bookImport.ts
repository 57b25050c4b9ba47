// Takes a file of the bank's book into the store: read, checked, then stored in one transaction, or not at all.

import { type Settled, settle } from '../../../data/domain/arrangement/settle';
import { type BookError, type BookTable, type Plan, planAccounts, planPayments } from '../../../data/domain/book/book';
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { Instant } from '../../../data/domain/calendar/instant';
import type { DocumentStore, Operation } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';
import type { Kept } from '../../../data/store/repositories/repository';

export type BookKind = 'accounts' | 'payments';

export interface ImportParts {
  readonly store: DocumentStore;
  readonly repositories: Repositories;
  readonly timeZone: string;
  readonly today: CalendarDate;
  readonly now: Instant;
  /** Who imports, for the audit log. */
  readonly by: string;
  /** Told now and then; `total` is known from the start. */
  onProgress?(step: 'reading' | 'settling' | 'storing', done: number, total: number): void;
}

export interface ImportReport {
  readonly rows: number;
  readonly changed: number;
  readonly unchanged: number;
  /** How promises and instalments came out, by kind. */
  readonly outcomes: Readonly<Record<string, number>>;
}
export type ImportResult = Plan<ImportReport>;

/** Values of a column that a file names, each once. */
function valuesOf(table: BookTable, column: string): string[] {
  const at = table.header.findIndex((name) => name.trim() === column);
  return at < 0
    ? []
    : [...new Set(table.rows.map((row) => row.cells[at]?.trim() ?? ''))].filter((value) => value !== '');
}

/** Lets other work of the process have its turn: a large file takes a while. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function keptById<T>(
  ids: readonly string[],
  kept: (id: string) => Promise<Kept<T> | undefined>,
  tick: (done: number) => void,
) {
  const found = new Map<string, Kept<T>>();
  for (const [index, id] of ids.entries()) {
    // An id too strange to be a key cannot be in the store; the row itself is judged by the plan.
    const one = id.length <= 1024 ? await kept(id) : undefined;
    if (one !== undefined) found.set(id, one);
    if (index % 500 === 0) {
      tick(index);
      await breathe();
    }
  }
  return found;
}

const auditOf = ({ repositories, now, by }: ImportParts, kind: BookKind, report: ImportReport): Operation =>
  repositories.audit.appendOperation({
    type: 'bookImported',
    conversationId: '',
    turnNumber: 0,
    at: now,
    customerId: null,
    inputs: { kind, by },
    decision: { ...report },
  });

/** The accounts that a file speaks of, as they are kept. */
function keptAccounts(table: BookTable, { repositories, onProgress }: ImportParts) {
  const ids = valuesOf(table, 'accountId');
  return keptById(
    ids,
    (id) => repositories.accounts.kept(id),
    (done) => onProgress?.('reading', done, ids.length),
  );
}

async function accountOperations(
  table: BookTable,
  parts: ImportParts,
): Promise<Plan<ImportReport & { operations: Operation[] }>> {
  const { repositories, today } = parts;
  const accounts = await keptAccounts(table, parts);
  const people = await keptById(
    valuesOf(table, 'customerId'),
    (id) => repositories.customers.kept(id),
    () => undefined,
  );
  const agencies = new Set(
    (await repositories.agencies.list({ limit: 1000 })).items.map(({ record }) => record.agencyId),
  );
  const planned = planAccounts(
    table,
    {
      account: (id) => accounts.get(id)?.record,
      customer: (id) => people.get(id)?.record,
      hasAgency: (id) => agencies.has(id),
    },
    today,
  );
  if (!planned.ok) return planned;
  const { plan } = planned;
  const operations = [
    ...plan.customers.map((one) =>
      repositories.customers.putOperation(one, people.get(one.customerId)?.version ?? null),
    ),
    ...plan.accounts.map((one) =>
      repositories.accounts.putOperation(one, accounts.get(one.accountId)?.version ?? null),
    ),
  ];
  return {
    ok: true,
    plan: {
      rows: plan.rows,
      changed: plan.accounts.length,
      unchanged: plan.rows - plan.accounts.length,
      outcomes: {},
      operations,
    },
  };
}

/** What one customer's new payments settle, as operations that expect the versions they were worked out on. */
async function settledOperations(
  customerId: string,
  payments: Parameters<typeof settle>[0]['payments'],
  parts: ImportParts,
): Promise<{ settled: Settled; operations: Operation[] }> {
  const { accounts, promises, arrangements } = parts.repositories;
  const versions = new Map<string, number>();
  const read = async <T>(ids: readonly string[], kept: (id: string) => Promise<Kept<T> | undefined>): Promise<T[]> => {
    const found: T[] = [];
    for (const id of ids) {
      const one = await kept(id);
      if (one === undefined) continue;
      versions.set(id, one.version);
      found.push(one.record);
    }
    return found;
  };
  const settled = settle({
    accounts: await read(
      (await accounts.ofCustomer(customerId)).map((one) => one.accountId),
      (id) => accounts.kept(id),
    ),
    promises: await read(
      (await promises.ofCustomer(customerId)).map((one) => one.promiseId),
      (id) => promises.kept(id),
    ),
    arrangements: await read(
      (await arrangements.ofCustomer(customerId)).map((one) => one.agreementNumber),
      (id) => arrangements.kept(id),
    ),
    payments,
    today: parts.today,
    timeZone: parts.timeZone,
  });
  const expected = (id: string) => versions.get(id) ?? null;
  const operations = [
    ...settled.accounts.map((one) => accounts.putOperation(one, expected(one.accountId))),
    ...settled.promises.map((one) => promises.putOperation(one, expected(one.promiseId))),
    ...settled.arrangements.map((one) => arrangements.putOperation(one, expected(one.agreementNumber))),
  ];
  return { settled, operations };
}

async function paymentOperations(
  table: BookTable,
  parts: ImportParts,
): Promise<Plan<ImportReport & { operations: Operation[] }>> {
  const { today, onProgress } = parts;
  const accounts = await keptAccounts(table, parts);
  const planned = planPayments(table, { account: (id) => accounts.get(id)?.record }, today);
  if (!planned.ok) return planned;
  const { plan } = planned;
  const byCustomer = new Map<string, (typeof plan.payments)[number][]>();
  for (const payment of plan.payments) {
    const customerId = accounts.get(payment.accountId)?.record.customerId ?? '';
    byCustomer.set(customerId, [...(byCustomer.get(customerId) ?? []), payment]);
  }
  const operations: Operation[] = [];
  const outcomes: Record<string, number> = {};
  let done = 0;
  for (const [customerId, payments] of byCustomer) {
    const one = await settledOperations(customerId, payments, parts);
    operations.push(...one.operations);
    for (const outcome of one.settled.outcomes) {
      const name = outcome.kind === 'excess' ? 'excess' : `${outcome.kind} ${outcome.settlement}`;
      outcomes[name] = (outcomes[name] ?? 0) + 1;
    }
    done += 1;
    if (done % 200 === 0) {
      onProgress?.('settling', done, byCustomer.size);
      await breathe();
    }
  }
  return {
    ok: true,
    plan: { rows: plan.rows, changed: plan.payments.length, unchanged: plan.known, outcomes, operations },
  };
}

/** All of the file or none of it; the same file again changes nothing. */
export async function importBook(kind: BookKind, table: BookTable, parts: ImportParts): Promise<ImportResult> {
  const planned = kind === 'accounts' ? await accountOperations(table, parts) : await paymentOperations(table, parts);
  if (!planned.ok) return planned;
  const { operations, ...report } = planned.plan;
  if (operations.length === 0) return { ok: true, plan: report };
  parts.onProgress?.('storing', 0, operations.length);
  await parts.store.transaction([...operations, auditOf(parts, kind, report)]);
  parts.onProgress?.('storing', operations.length, operations.length);
  return { ok: true, plan: report };
}

export type { BookError };
