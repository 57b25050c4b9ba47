// npm run import -- accounts FILE.csv | payments FILE.csv: the bank's book into the store, all of a file or nothing.
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import type { BookTable } from '../../data/domain/book/book';
import { localTime } from '../../data/domain/calendar/calendar';
import { createRepositories } from '../../data/store/repositories';
import { readShippedData } from '../config/shippedData';
import { readBookFile } from '../staff/book/bookFile';
import { type BookError, type BookKind, importBook } from '../staff/book/bookImport';
import { commandConfig, openForChange, runCommand } from './openStore';

const errorsShownMax = 50;
const say = (text: string) => process.stdout.write(`${text}\n`);

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
    table = readBookFile(readFileSync(path));
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
