// Who would get what on a day, by which way, and who would not and why: nothing is stored and nothing leaves.
import { type CalendarDate, instantAt, localTime } from '../../../data/domain/calendar/calendar';
import type { ContactRules } from '../../../data/domain/conduct/contactRules';
import type { PastContact } from '../../../data/domain/conduct/mayContact';
import type { Customer } from '../../../data/domain/customer/customer';
import { type DueMessage, dueOutreach, type OutreachTerms, quietOn } from '../../../data/domain/outreach/dueOutreach';
import type { OutreachWay } from '../../../data/domain/outreach/outreachRecord';
import type { Repositories } from '../../../data/store/repositories';
import { newBreather } from '../../ops/breathe';
import type { ContactGate } from '../contactGate';
import { factsOf } from './factsOf';
import type { Way } from './way';

/** What would become of a message on a day. */
export type Fate =
  | {
      readonly goes: true;
      readonly way: OutreachWay;
      /** The time of that day before which it may not; null where it goes at once. */
      readonly notBefore: string | null;
    }
  | {
      readonly goes: false;
      readonly why: string;
      /** When it may go after all, in the bank's time; null where no end is in sight or the message is over by then. */
      readonly nextAllowed: string | null;
    };

/** One message of the day: how it would go, or why it would not. */
export type PreviewLine = DueMessage & Fate;

export interface PreviewParts {
  readonly repositories: Repositories;
  readonly gate: ContactGate;
  readonly terms: OutreachTerms;
  /** In the order in which they are tried. */
  readonly ways: readonly Pick<Way, 'way' | 'reach'>[];
  rulesOn(day: CalendarDate): ContactRules;
  clock(): string;
}

/** The moment that a day is asked about: now where it is today, else the first minute of its hours. */
export function momentOf(
  day: CalendarDate,
  { terms: { timeZone }, rulesOn, clock }: Pick<PreviewParts, 'terms' | 'rulesOn' | 'clock'>,
): string {
  const now = clock();
  return localTime(now, timeZone).date === day ? now : instantAt(day, rulesOn(day).hours.from, timeZone);
}

async function linesOf(customer: Customer, day: CalendarDate, parts: PreviewParts): Promise<PreviewLine[]> {
  const { repositories, terms } = parts;
  const lines: PreviewLine[] = [];
  for (const due of dueOutreach(await factsOf(repositories, customer.customerId), day, terms))
    lines.push({ ...due, ...(await fateOn(day, due, customer, parts)) });
  return lines;
}

export async function* previewOn(day: CalendarDate, parts: PreviewParts): AsyncGenerator<PreviewLine> {
  const breathe = newBreather();
  for await (const customer of parts.repositories.customers.all()) {
    yield* await linesOf(customer, day, parts);
    await breathe();
  }
}

/** At least so many messages a page, where there are so many. */
const pageLines = 50;
/** Customers looked through for one page; `next` goes on where this stopped. */
const scannedMax = 2000;

export interface PreviewPage {
  readonly items: readonly { readonly line: PreviewLine; readonly customer: Customer }[];
  readonly next: string | null;
}

/** A part of the day's messages, customer by customer; `after` is the `next` of the part before. */
export async function previewPage(
  day: CalendarDate,
  after: string | undefined,
  parts: PreviewParts,
): Promise<PreviewPage> {
  const items: PreviewPage['items'][number][] = [];
  const breathe = newBreather();
  let next: string | null | undefined = after;
  let scanned = 0;
  do {
    const page = await parts.repositories.customers.list({ limit: 50, after: next });
    for (const { record: customer } of page.items) {
      for (const line of await linesOf(customer, day, parts)) items.push({ line, customer });
      await breathe();
    }
    scanned += page.items.length;
    next = page.next;
    if (next === null) return { items, next };
  } while (items.length < pageLines && scanned < scannedMax);
  return { items, next };
}

const not = (why: string, nextAllowed: string | null = null): Fate => ({ goes: false, why, nextAllowed });

/** `imagined`: contacts that would have been made before, where several days are thought through. */
export async function fateOn(
  day: CalendarDate,
  due: DueMessage,
  customer: Customer,
  parts: PreviewParts,
  imagined: readonly PastContact[] = [],
): Promise<Fate> {
  const { repositories, gate, terms, ways } = parts;
  const known = await repositories.outreach.get(due.key);
  if (known !== undefined && known.status !== 'waiting')
    return not(known.status === 'sent' || known.status === 'leaving' ? 'alreadySent' : (known.why ?? known.status));
  if (quietOn(terms.rules, day) !== null) return not('quietDay');
  const { purpose } = terms.rules.kinds[due.kind];
  const { customerId } = customer;
  let later: Fate | null = null;
  let refused: Fate | null = null;
  for (const { way, reach } of ways) {
    const reached = await reach(customer);
    if (reached.kind === 'none') continue;
    const contact = { customerId, address: reached.address, channel: way, purpose };
    const asked = await gate.ask(contact, momentOf(day, parts), imagined);
    if (asked.ok) return { goes: true, way, notBefore: null };
    const { nextAllowed: next } = asked;
    if (next?.date === day) later ??= { goes: true, way, notBefore: next.clock };
    refused ??= not(asked.reason, next === null || next.date > due.until ? null : `${next.date} ${next.clock}`);
  }
  return later ?? refused ?? not('noAddress');
}
