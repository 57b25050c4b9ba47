// A file of the bank's book as cells with their line numbers; one that is no CSV in UTF-8 throws, with the line.
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { BookTable } from '../../../data/domain/book/book';

/** What csv-parse gives with `info`; its types know only the form without. */
const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

export function readBookFile(bytes: Uint8Array): BookTable {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const records = recordsSchema.parse(
    parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }),
  );
  const [header, ...rows] = records;
  return { header: header?.record ?? [], rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })) };
}
