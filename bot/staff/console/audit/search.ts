// From the question of a page to a look back through the audit log: which index answers it, and what is left to compare.
import { localTime } from '../../../../data/domain/calendar/calendar';
import type { AuditEntry as Entry } from '../../../../data/store/repositories/audit';
import { type AuditLook, AuditSearch } from '../../../../data/store/repositories/auditSearch';
import type { AuditEntry, AuditPage, AuditQuery } from '../../contract/audit';
import { detail, invalid } from '../../problems';
import type { StaffParts } from '../../staffParts';

const shown = 50;
/** Milliseconds after which a page is answered with what was found; it goes on from there when asked to. */
const patienceMs = 400;
const indexedReadMin = 1000;

export const auditEntryOf = ({ sequence, event, hash }: Entry): AuditEntry => ({ sequence, ...event, hash });

function belowOf(cursor: string | undefined, last: number): number {
  if (cursor === undefined) return last + 1;
  if (!/^\d{1,12}$/.test(cursor)) throw invalid(detail('after', 'badRequest'));
  return Math.min(Number(cursor), last + 1);
}

/** The index that leaves least to read. Words that are no key of any index are quicker found in the text than by type. */
async function indexFor(
  search: AuditSearch,
  { conversation, customer, type, q }: AuditQuery,
): Promise<AuditLook['by']> {
  if (conversation !== undefined) return { index: 'conversationId', key: conversation };
  const subject = q?.trim() ?? '';
  if (subject !== '')
    for (const index of ['subjects', 'conversationId', 'customerId', 'type'] as const)
      if (await search.occurs(index, subject)) return { index, key: subject };
  if (customer !== undefined) return { index: 'customerId', key: customer };
  return type === undefined || subject !== '' ? undefined : { index: 'type', key: type };
}

function matcher(query: AuditQuery, by: AuditLook['by'], dayOf: (at: string) => string) {
  const { from, to, type, conversation, customer } = query;
  const words = (query.q ?? '').trim().toLowerCase();
  const isIndexed = by !== undefined && by.key.toLowerCase() === words;
  return ({ event }: Entry): boolean => {
    if (type !== undefined && event.type !== type) return false;
    if (conversation !== undefined && event.conversationId !== conversation) return false;
    if (customer !== undefined && event.customerId !== customer) return false;
    const day = from === undefined && to === undefined ? '' : dayOf(event.at);
    if ((from !== undefined && day < from) || (to !== undefined && day > to)) return false;
    return words === '' || isIndexed || JSON.stringify(event).toLowerCase().includes(words);
  };
}

/** A key that no index can hold has no entries. */
const isKey = (text: string | undefined): boolean =>
  text === undefined || (!text.includes('\u0000') && text.isWellFormed());

export async function searchAudit({ store, data }: StaffParts, query: AuditQuery): Promise<AuditPage> {
  const began = performance.now();
  const search = new AuditSearch(store);
  // The page shows what came with its first answer.
  const types = query.after === undefined ? [...(await search.types())] : [];
  const { from, to, conversation, customer, type, q } = query;
  if (![conversation, customer, type, q].every(isKey)) return { items: [], next: null, searchedAll: true, types };
  const dayOf = (at: string) => localTime(at, data.bank.timeZone).date;
  const last = await search.lastSequence();
  const by = await indexFor(search, query);
  const until = to === undefined ? last + 1 : await search.firstFrom(`${to}~`, dayOf);
  const found = await search.look({
    by,
    below: Math.min(belowOf(query.after, last), until),
    from: from === undefined ? 1 : await search.firstFrom(from, dayOf),
    limit: shown,
    words: by === undefined && q !== undefined && q.trim() !== '' ? q.trim() : undefined,
    // An index leads to the end in a few steps; only what goes entry by entry is cut short.
    giveUp: (read) => read > (by === undefined ? 0 : indexedReadMin) && performance.now() - began > patienceMs,
    matches: matcher(query, by, dayOf),
  });
  const { items, next, searchedAll } = found;
  return { items: items.map(auditEntryOf), next: next === null ? null : String(next), searchedAll, types };
}
