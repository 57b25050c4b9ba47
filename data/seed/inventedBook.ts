// A bank's book of any size, invented and always the same for the same count: for benchmarks, never for a real folder.
import type { Account } from '../domain/account/account';
import type { CalendarDate } from '../domain/calendar/calendar';
import type { Customer } from '../domain/customer/customer';
import type { DocumentStore } from '../store/documentStore';
import { createRepositories } from '../store/repositories';
import { personas } from './persona';
import { accountRecord } from './personaRecords';

const perTransaction = 500;

const tailsOfPeople = new Set(personas.flatMap(({ accounts }) => accounts.map(({ cardTail }) => cardTail)));

/** Nobody invented shares a card ending with a person to try, who is verified by the endings alone. */
function cardTailOf(n: number): string {
  const tail = String((n * 7_919) % 10_000).padStart(4, '0');
  return tailsOfPeople.has(tail) ? cardTailOf(n + 1) : tail;
}

/** The n-th customer, with one account; card endings repeat, as they do in a bank. */
export function inventedCustomer(n: number, today: CalendarDate): { customer: Customer; account: Account } {
  const customerId = `X-${n}`;
  const accountId = `XA-${n}`;
  const cardTail = cardTailOf(n);
  const account = accountRecord(
    {
      accountId,
      cardTail,
      product: 'standard',
      daysPastDue: 1 + ((n * 37) % 720),
      principalFen: 50_000 + ((n * 104_729) % 8_000_000),
      interestFen: (n * 7_013) % 700_000,
      feesFen: (n * 331) % 90_000,
      payments: [{ daysAgo: 1 + (n % 90), amountFen: 10_000 + (n % 1000) }],
      salaryCreditsFen: [],
      documentedMonthlyCapacityFen: null,
      agency: null,
      flags: [],
    },
    customerId,
    today,
  );
  const customer: Customer = {
    customerId,
    idTail: String((n * 3_571) % 10_000).padStart(4, '0'),
    locale: 'zh-CN',
    accountIds: [accountId],
    phone: `139${String(n).padStart(8, '0')}`,
    displayName: `X ${n}`,
  };
  return { customer, account };
}

/** Adds `count` invented customers; says how many are in after each part. */
export async function seedInvented(
  store: DocumentStore,
  count: number,
  today: CalendarDate,
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  const { customers, accounts } = createRepositories(store);
  for (let from = 1; from <= count; from += perTransaction) {
    const numbers = Array.from({ length: Math.min(perTransaction, count - from + 1) }, (_, i) => from + i);
    const records = numbers.map((n) => inventedCustomer(n, today));
    await store.transaction(
      records.flatMap(({ customer, account }) => [customers.putOperation(customer), accounts.putOperation(account)]),
    );
    onProgress(from + numbers.length - 1);
  }
}
