// The record of one import as it is stored: what the console shows, and how far storing has come.
import { z } from 'zod';
import type { Operation } from '../../../data/store/documentStore';
import { type BookImport, bookImportSchema, type ImportKind } from '../contract/book';
import type { Part } from './readRows';

export const importsCollection = 'bookImports';
const partsCollection = 'bookImportParts';

export const importRecordSchema = bookImportSchema.extend({
  /**
   * Null until every row has been found right. From then on the file is taken in, part by part, whatever happens: a
   * process that ends in the middle goes on from here at its next start.
   */
  parts: z.object({ total: z.number().int(), stored: z.number().int() }).nullable().default(null),
  /** Work of several kinds counted: promises and instalments by how they came out. */
  outcomes: z.record(z.string(), z.number().int()).default({}),
});
export type ImportRecord = z.infer<typeof importRecordSchema>;

/** With the version to expect when it is stored next. */
export interface KeptImport {
  readonly record: ImportRecord;
  readonly version: number;
}

export const newImport = (id: string, kind: ImportKind, startedBy: string, startedAt: string): ImportRecord => ({
  id,
  kind,
  status: 'running',
  progress: 0,
  startedBy,
  startedAt,
  endedAt: null,
  rows: 0,
  changed: 0,
  unchanged: 0,
  errors: [],
  errorCount: 0,
  settled: { kept: 0, partKept: 0, broken: 0 },
  parts: null,
  outcomes: {},
});

export const recordPut = ({ record, version }: KeptImport): Operation => ({
  kind: 'put',
  collection: importsCollection,
  id: record.id,
  value: record,
  expectedVersion: version === 0 ? null : version,
});

/** Counts that one more part adds. */
export function withPart(
  record: ImportRecord,
  part: Pick<BookImport, 'changed' | 'unchanged'> & { readonly outcomes: Readonly<Record<string, number>> },
): ImportRecord {
  const outcomes = { ...record.outcomes };
  for (const [name, count] of Object.entries(part.outcomes)) outcomes[name] = (outcomes[name] ?? 0) + count;
  const sum = (how: string) => (outcomes[`promise ${how}`] ?? 0) + (outcomes[`instalment ${how}`] ?? 0);
  return {
    ...record,
    changed: record.changed + part.changed,
    unchanged: record.unchanged + part.unchanged,
    outcomes,
    settled: { kept: sum('kept'), partKept: sum('partKept'), broken: sum('broken') },
  };
}

const partId = (importId: string, number: number): string => `${importId}/${String(number).padStart(6, '0')}`;

/** Rows that were found right, kept until they are stored. `number` counts from 1. */
export const partPut = (importId: string, number: number, part: Part): Operation => ({
  kind: 'put',
  collection: partsCollection,
  id: partId(importId, number),
  value: { importId, part },
  expectedVersion: null,
});

export const partGone = (importId: string, number: number): Operation => ({
  kind: 'remove',
  collection: partsCollection,
  id: partId(importId, number),
  expectedVersion: 'any',
});

/** Parts are written and read by this program alone; their cells were checked before they were written. */
const storedPartSchema = z.object({
  part: z.custom<Part>((value) => typeof value === 'object' && value !== null && 'rows' in value && 'kind' in value),
});

export const partAt = (importId: string, number: number) => ({
  collection: partsCollection,
  id: partId(importId, number),
  read: (value: unknown): Part => storedPartSchema.parse(value).part,
});
