// Takes one file of the bank's book in: read, held against the book, then stored part by part. All of it or nothing.
import { localTime } from '../../../data/domain/calendar/calendar';
import type { ContractTerms } from '../../../data/domain/money/contractTerms';
import { type Operation, VersionConflict } from '../../../data/store/documentStore';
import { newBreather } from '../../ops/breathe';
import type { RowError } from '../contract/book';
import { type StaffParts, staffAudit } from '../staffParts';
import { type ImportRecord, type KeptImport, partAt, partGone, partPut, recordPut, withPart } from './importRecord';
import { partChanges, partErrors } from './partOperations';
import { errorsKeptMax, rowErrors } from './rowErrors';
import { openRows, type RowSource } from './rowSource';

export type ImportParts = Pick<StaffParts, 'store' | 'repositories' | 'clock'> & {
  readonly timeZone: string;
  readonly contract: ContractTerms;
  /** Aborted when the process ends: work stops between two parts, and the next start goes on. */
  readonly signal: AbortSignal;
};

/** Called as the work goes on, with the share done (0-1). */
export type OnProgress = (share: number) => void;

/** A customer's turn in the same moment makes a part be worked out again. */
const attemptsMax = 20;
/** Parts of a refused file that are removed together. */
const removedTogether = 200;
/** How far reading and checking reach, share 0-1; storing is the rest. */
const checkedShare = 0.4;

type Checked =
  | { readonly ok: true; readonly rows: number; readonly parts: number }
  | { readonly ok: false; readonly rows: number; readonly errors: readonly RowError[]; readonly errorCount: number };

const todayOf = ({ timeZone }: ImportParts, { startedAt }: ImportRecord) => localTime(startedAt, timeZone).date;

async function forgetParts({ store }: ImportParts, importId: string, count: number): Promise<void> {
  for (let from = 1; from <= count; from += removedTogether) {
    const numbers = Array.from({ length: Math.min(removedTogether, count - from + 1) }, (_, index) => from + index);
    await store.transaction(numbers.map((number) => partGone(importId, number)));
  }
}

/** Holds every part against the book. Parts that are right are kept aside until it is known that all of them are. */
async function check(
  parts: ImportParts,
  record: ImportRecord,
  source: RowSource,
  onProgress: OnProgress,
): Promise<Checked> {
  const { head } = source;
  if (!head.ok) return head;
  const inFile = new Set(head.reversed);
  const errors: RowError[] = [];
  let [errorCount, kept, seen] = [0, 0, 0];
  for (let part = await source.next(); part !== null; part = await source.next()) {
    parts.signal.throwIfAborted();
    const found = await partErrors(part, inFile, { ...parts, today: todayOf(parts, record) });
    errorCount += found.length;
    errors.push(...rowErrors(found).slice(0, errorsKeptMax - errors.length));
    if (errorCount === 0) {
      kept += 1;
      await parts.store.transaction([partPut(record.id, kept, part)]);
    }
    seen += part.rows.length;
    onProgress((checkedShare * seen) / head.rows);
  }
  if (errorCount === 0) return { ok: true, rows: head.rows, parts: kept };
  await forgetParts(parts, record.id, kept);
  return { ok: false, rows: head.rows, errors, errorCount };
}

/** The end of an import and the line about it in the audit log: stored together with what ended it. */
export function ending(parts: ImportParts, before: KeptImport, changes: Partial<ImportRecord>): Operation[] {
  const now = parts.clock();
  const record: ImportRecord = { ...before.record, ...changes, endedAt: now };
  const { id, kind, startedBy, status, rows, changed, unchanged, errorCount, outcomes } = record;
  const decision = { status, rows, changed, unchanged, errorCount, outcomes };
  return [
    recordPut({ record, version: before.version }),
    staffAudit(parts, { username: startedBy, now }, 'book.importEnded', { importId: id, kind }, decision),
  ];
}

/** One part and the record of how far storing has come, in one transaction. */
async function storePart(parts: ImportParts, { record, version }: KeptImport, number: number): Promise<KeptImport> {
  const { total } = record.parts ?? { total: number };
  const place = partAt(record.id, number);
  const stored = await parts.store.get(place.collection, place.id);
  if (stored === undefined) throw new Error('A part of a book file that was found right is missing.');
  const part = place.read(stored.value);
  for (let attempt = 1; ; attempt++) {
    const changes = await partChanges(part, { ...parts, today: todayOf(parts, record) });
    const counted: ImportRecord = { ...withPart(record, changes), parts: { total, stored: number } };
    const rest =
      number === total
        ? ending(parts, { record: counted, version }, { status: 'done', progress: 1 })
        : [recordPut({ record: counted, version })];
    try {
      const written = [...changes.operations, partGone(record.id, number), ...rest];
      await parts.store.transaction(written);
      return { record: counted, version: version + 1 };
    } catch (error) {
      if (!(error instanceof VersionConflict) || attempt === attemptsMax) throw error;
    }
  }
}

/** Stores what is still to be stored of a file that was found right; goes on where an earlier process ended. */
export async function storeParts(parts: ImportParts, found: KeptImport, onProgress: OnProgress): Promise<void> {
  const { total = 0, stored = 0 } = found.record.parts ?? {};
  const breathe = newBreather();
  let now = found;
  for (let number = stored + 1; number <= total; number++) {
    parts.signal.throwIfAborted();
    now = await storePart(parts, now, number);
    await breathe();
    onProgress(checkedShare + ((1 - checkedShare) * number) / total);
  }
}

/** Removes what a process that ended while it checked had kept aside. */
export async function forgetUnchecked(parts: ImportParts, importId: string): Promise<void> {
  for (;;) {
    const page = await parts.store.query('bookImportParts', 'importId', importId, { limit: removedTogether });
    if (page.items.length === 0) return;
    await parts.store.transaction(
      page.items.map(({ id }) => ({ kind: 'remove', collection: 'bookImportParts', id, expectedVersion: 'any' })),
    );
  }
}

export async function takeIn(
  parts: ImportParts,
  begun: KeptImport,
  bytes: Uint8Array,
  onProgress: OnProgress,
): Promise<void> {
  const { record, version } = begun;
  const source = await openRows({ kind: record.kind, bytes, today: todayOf(parts, record) });
  try {
    const checked = await check(parts, record, source, onProgress);
    if (!checked.ok) {
      const { rows, errors, errorCount } = checked;
      await parts.store.transaction(ending(parts, begun, { status: 'refused', rows, errors: [...errors], errorCount }));
      return;
    }
    const right: ImportRecord = { ...record, rows: checked.rows, parts: { total: checked.parts, stored: 0 } };
    await parts.store.transaction([recordPut({ record: right, version })]);
    await storeParts(parts, { record: right, version: version + 1 }, onProgress);
  } finally {
    await source.close();
  }
}
