// What the messages of a month would come to, as the records stand today: nothing is paid, said or signed meanwhile, nothing is
// stored and nothing leaves. Each message goes on the first day on which it may, and counts toward the caps of the days after it.
import { addDays, type CalendarDate } from '../../../data/domain/calendar/calendar';
import type { PastContact } from '../../../data/domain/conduct/mayContact';
import type { Customer } from '../../../data/domain/customer/customer';
import { dueOutreach } from '../../../data/domain/outreach/dueOutreach';
import type { OutreachKind } from '../../../data/domain/outreach/outreachRules';
import { newBreather } from '../../ops/breathe';
import { factsOf } from './factsOf';
import { fateOn, type PreviewParts } from './preview';

export const monthDays = 30;

type CountByKind = Partial<Record<OutreachKind, number>>;

export interface MonthOutlook {
  /** Every day of the month, in order, with what would go. */
  readonly days: readonly { readonly day: CalendarDate; readonly goes: CountByKind }[];
  /** Messages that would not go on any day, by the reason that stood last. */
  readonly notSent: Readonly<Record<string, CountByKind>>;
  readonly customers: number;
  /** False where the book has more customers than were looked through. */
  readonly isWhole: boolean;
}

const add = (counts: CountByKind, kind: OutreachKind): void => {
  counts[kind] = (counts[kind] ?? 0) + 1;
};

interface Tally {
  readonly days: ReadonlyMap<CalendarDate, CountByKind>;
  readonly notSent: Record<string, CountByKind>;
}

async function tallyCustomer(customer: Customer, { days, notSent }: Tally, parts: PreviewParts): Promise<void> {
  const facts = await factsOf(parts.repositories, customer.customerId);
  const gone = new Set<string>();
  const kept = new Map<string, { readonly kind: OutreachKind; readonly why: string }>();
  const contacts: PastContact[] = [];
  for (const [day, goes] of days)
    for (const due of dueOutreach(facts, day, parts.terms)) {
      if (gone.has(due.key)) continue;
      const fate = await fateOn(day, due, customer, parts, contacts);
      if (!fate.goes) {
        kept.set(due.key, { kind: due.kind, why: fate.why });
        continue;
      }
      gone.add(due.key);
      kept.delete(due.key);
      contacts.push({ on: day, channel: fate.way });
      add(goes, due.kind);
    }
  for (const { kind, why } of kept.values()) {
    notSent[why] ??= {};
    add(notSent[why], kind);
  }
}

/** `customersMax`: how much of the book is looked through, in the order of its numbers. */
export async function outlookFrom(
  from: CalendarDate,
  customersMax: number,
  parts: PreviewParts,
): Promise<MonthOutlook> {
  const days = new Map(
    Array.from({ length: monthDays }, (_, offset): [CalendarDate, CountByKind] => [addDays(from, offset), {}]),
  );
  const notSent: Tally['notSent'] = {};
  const breathe = newBreather();
  let customers = 0;
  let isWhole = true;
  for await (const customer of parts.repositories.customers.all()) {
    if (customers === customersMax) {
      isWhole = false;
      break;
    }
    customers += 1;
    await tallyCustomer(customer, { days, notSent }, parts);
    await breathe();
  }
  return { days: [...days].map(([day, goes]) => ({ day, goes })), notSent, customers, isWhole };
}
