// npm run import -- accounts FILE.csv | payments FILE.csv: the bank's book into the store, all of a file or nothing.
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { BookTable } from '../../data/domain/book';
import { localTime } from '../../data/domain/calendar';
import { createRepositories } from '../../data/store/repositories';
import { type BookError, type BookKind, importBook } from '../bookImport';
import { readShippedData } from '../shippedData';
import { commandConfig, openForChange, runCommand } from './openStore';

const errorsShownMax = 50;
/** What csv-parse gives with `info`; its types know only the form without. */
const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));
const say = (text: string) => process.stdout.write(`${text}\n`);

/** The file as cells with their line numbers; a file that is no CSV gives a sentence. */
function readTable(path: string): BookTable {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
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

function showProgress(step: string, done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r  ${step} ${done}/${total}   ${done >= total ? '\n' : ''}`);
  else if (done === 0) process.stderr.write(`  ${step} ${total}\n`);
}

function showErrors(errors: readonly BookError[]): void {
  for (const { line, field, problem } of errors.slice(0, errorsShownMax))
    process.stderr.write(`  line ${line}${field === '' ? '' : `, ${field}`}: ${problem}\n`);
  if (errors.length > errorsShownMax) process.stderr.write(`  … and ${errors.length - errorsShownMax} more\n`);
  process.stderr.write('Nothing was imported. Correct the file and import it again.\n');
}

async function importFile(kind: BookKind, path: string): Promise<number> {
  const config = commandConfig();
  let table: BookTable;
  try {
    table = readTable(path);
  } catch (error) {
    process.stderr.write(`${path} cannot be read as CSV in UTF-8: ${error instanceof Error ? error.message : ''}\n`);
    return 1;
  }
  const { bank } = readShippedData();
  const opened = await openForChange(config);
  try {
    const now = config.fixedNow ?? new Date().toISOString();
    const result = await importBook(kind, table, {
      store: opened.store,
      repositories: createRepositories(opened.store),
      timeZone: bank.timeZone,
      today: localTime(now, bank.timeZone).date,
      now,
      by: 'command line',
      onProgress: showProgress,
    });
    if (!result.ok) {
      showErrors(result.errors);
      return 1;
    }
    const { rows, changed, unchanged, outcomes } = result.plan;
    say(`${rows} rows read: ${changed} new or changed, ${unchanged} as they were.`);
    for (const [name, count] of Object.entries(outcomes)) say(`  ${name}: ${count}`);
    return 0;
  } finally {
    await opened.close();
  }
}

const kindOf = (text: string): BookKind => {
  if (text === 'accounts' || text === 'payments') return text;
  throw new InvalidArgumentError('Say accounts or payments.');
};

new Command('import')
  .description('Takes a file of the bank’s book into the store: all of it, or nothing and a list of what is wrong.')
  .argument('<kind>', 'accounts or payments', kindOf)
  .argument('<file>', 'a CSV file in UTF-8 with a header')
  .action((kind: BookKind, file: string) => runCommand(() => importFile(kind, file)))
  .parse();
