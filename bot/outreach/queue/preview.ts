// Who would get what on a day, by which way, and who would not and why: nothing is stored and nothing leaves.
import { type CalendarDate, instantAt, localTime } from '../../../data/domain/calendar/calendar';
import type { ContactRules } from '../../../data/domain/conduct/contactRules';
import type { Customer } from '../../../data/domain/customer/customer';
import { type DueMessage, dueOutreach, type OutreachTerms, quietOn } from '../../../data/domain/outreach/dueOutreach';
import type { OutreachWay } from '../../../data/domain/outreach/outreachRecord';
import type { Repositories } from '../../../data/store/repositories';
import { newBreather } from '../../ops/breathe';
import type { ContactGate } from '../contactGate';
import { factsOf } from './factsOf';
import type { Way } from './way';

/** One message of the day: how it would go, or why it would not. */
export type PreviewLine = DueMessage &
  (
    | { readonly goes: true; readonly way: OutreachWay }
    | {
        readonly goes: false;
        readonly why: string;
        /** When it may go after all, in the bank's time; null where no end is in sight or the message is over by then. */
        readonly nextAllowed: string | null;
      }
  );

export interface PreviewParts {
  readonly repositories: Repositories;
  readonly gate: ContactGate;
  readonly terms: OutreachTerms;
  readonly ways: readonly Pick<Way, 'way' | 'reach'>[];
  rulesOn(day: CalendarDate): ContactRules;
  clock(): string;
}

/** The moment that a day is asked about: now where it is today, else the first minute of its hours. */
function momentOf(day: CalendarDate, { terms: { timeZone }, rulesOn, clock }: PreviewParts): string {
  const now = clock();
  return localTime(now, timeZone).date === day ? now : instantAt(day, rulesOn(day).hours.from, timeZone);
}

export async function* previewOn(day: CalendarDate, parts: PreviewParts): AsyncGenerator<PreviewLine> {
  const { repositories, terms } = parts;
  const at = momentOf(day, parts);
  const breathe = newBreather();
  for await (const customer of repositories.customers.all()) {
    const facts = await factsOf(repositories, customer.customerId);
    for (const due of dueOutreach(facts, day, terms)) yield { ...due, ...(await fate(due, customer, day, at, parts)) };
    await breathe();
  }
}

type Fate = { goes: true; way: OutreachWay } | { goes: false; why: string; nextAllowed: string | null };

const not = (why: string, nextAllowed: string | null = null): Fate => ({ goes: false, why, nextAllowed });

async function fate(
  due: DueMessage,
  customer: Customer,
  day: CalendarDate,
  at: string,
  { repositories, gate, terms, ways }: PreviewParts,
): Promise<Fate> {
  const known = await repositories.outreach.get(due.key);
  if (known !== undefined && known.status !== 'waiting')
    return not(known.status === 'sent' || known.status === 'leaving' ? 'alreadySent' : (known.why ?? known.status));
  const quiet = quietOn(terms.rules, day);
  if (quiet !== null) return not('quietDay');
  let refused: Fate | null = null;
  for (const { way, reach } of ways) {
    const reached = await reach(customer);
    if (reached.kind === 'none') continue;
    const { purpose } = terms.rules.kinds[due.kind];
    const { customerId } = customer;
    const asked = await gate.ask({ customerId, address: reached.address, channel: way, purpose }, at);
    if (asked.ok) return { goes: true, way };
    const { nextAllowed: next } = asked;
    refused ??= not(asked.reason, next === null || next.date > due.until ? null : `${next.date} ${next.clock}`);
  }
  return refused ?? not('noAddress');
}
