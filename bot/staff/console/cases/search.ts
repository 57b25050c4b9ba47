// Finds cases: what is still to be done first, nearest time limit on top; closed ones after that, page by page.
import type { CaseRecord } from '../../../../data/domain/case/case';
import type { Page, PageRequest } from '../../../../data/store/documentStore';
import type { Cases } from '../../../../data/store/repositories/cases';
import type { Kept } from '../../../../data/store/repositories/repository';
import type { CaseQuery } from '../../contract/cases';
import { detail, invalid } from '../../problems';

type KeptCase = Kept<CaseRecord>;
type Status = CaseRecord['status'];

const pageSize = 50;
/** Closed cases looked through for one page of answers; `next` goes on where this stopped. */
const scannedMax = 2000;
const unfinished: readonly Status[] = ['waiting', 'taken', 'open'];

export interface FoundCases {
  readonly items: readonly KeptCase[];
  readonly next: string | null;
}

/** Where a list goes on: after a key among unfinished cases, or after the store's own cursor among closed ones. */
type Place =
  | { readonly list: 'unfinished'; readonly after: string }
  | { readonly list: 'closed'; readonly after: string };

const written = ({ list, after }: Place): string => `${list === 'unfinished' ? 'u' : 'c'}.${after}`;
const pack = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

function placeOf(cursor: string | undefined): Place {
  if (cursor === undefined) return { list: 'unfinished', after: '' };
  const [kind, after = ''] = [cursor.slice(0, 2), cursor.slice(2)];
  if (!/^[\w-]*$/.test(after) || (kind !== 'u.' && kind !== 'c.')) throw invalid(detail('after', 'badRequest'));
  return kind === 'u.'
    ? { list: 'unfinished', after: Buffer.from(after, 'base64url').toString('utf8') }
    : { list: 'closed', after };
}

const urgencyKey = ({ record: { priority, dueOn, caseNumber } }: KeptCase): string =>
  `${dueOn} ${priority === 'urgent' ? 0 : 1} ${caseNumber}`;

/** Whether a case is asked for: by status, kind, and a number, an id or words of the customer. */
export function matches({ status, kind, q }: CaseQuery): (one: KeptCase) => boolean {
  const words = (q ?? '').trim().toLowerCase();
  return ({ record }) => {
    if (status !== undefined && record.status !== status) return false;
    if (kind !== undefined && record.kind !== kind) return false;
    const { caseNumber, customerId, agencyId, conversationId, lastWords } = record;
    const said = [caseNumber, customerId ?? '', agencyId ?? '', conversationId, lastWords];
    return words === '' || said.some((text) => text.toLowerCase().includes(words));
  };
}

async function everyCase(read: (page: PageRequest) => Promise<Page<KeptCase>>): Promise<readonly KeptCase[]> {
  const found: KeptCase[] = [];
  let after: string | undefined;
  do {
    const page = await read({ limit: 1000, after });
    found.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

async function unfinishedCases(cases: Cases, query: CaseQuery): Promise<readonly KeptCase[]> {
  const wanted = query.status === undefined ? unfinished : unfinished.filter((status) => status === query.status);
  const found = await Promise.all(wanted.map((status) => everyCase((page) => cases.withStatus(status, page))));
  return found
    .flat()
    .filter(matches(query))
    .sort((a, b) => (urgencyKey(a) < urgencyKey(b) ? -1 : 1));
}

async function closedCases(cases: Cases, query: CaseQuery, from: string, room: number): Promise<FoundCases> {
  if (query.status !== undefined && query.status !== 'closed') return { items: [], next: null };
  const items: KeptCase[] = [];
  let after = from === '' ? undefined : from;
  for (let scanned = 0; scanned < scannedMax && items.length < room; ) {
    // No more are read than there is room for: the store's cursor then stands right behind the last one shown.
    const limit = Math.max(1, room - items.length);
    const page = await cases.withStatus('closed', { limit, after });
    items.push(...page.items.filter(matches(query)));
    if (page.next === null) return { items, next: null };
    after = page.next;
    scanned += limit;
  }
  return { items, next: written({ list: 'closed', after: after ?? '' }) };
}

/** One page of cases. */
export async function findCases(cases: Cases, query: CaseQuery): Promise<FoundCases> {
  const place = placeOf(query.after);
  if (place.list === 'closed') return closedCases(cases, query, place.after, pageSize);
  const left = (await unfinishedCases(cases, query)).filter((one) => urgencyKey(one) > place.after);
  const items = left.slice(0, pageSize);
  const last = items.at(-1);
  if (left.length > pageSize && last !== undefined)
    return { items, next: written({ list: 'unfinished', after: pack(urgencyKey(last)) }) };
  const closed = await closedCases(cases, query, '', pageSize - items.length);
  return { items: [...items, ...closed.items], next: closed.next };
}
