// npm run import -- accounts FILE.csv | payments FILE.csv: the bank's book into the store, all of a file or nothing.
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { createRepositories } from '../../../data/store/repositories';
import { clockOf } from '../../config/clockOf';
import { readShippedData } from '../../config/shippedData';
import { newLog } from '../../ops/log';
import { BookImports } from '../../staff/book/imports';
import type { BookImport, ImportKind } from '../../staff/contract/book';
import { commandConfig, openForChange, runCommand } from '../parts/openStore';

const errorsShownMax = 50;
const say = (text: string) => process.stdout.write(`${text}\n`);

function showProgress(share: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r  ${Math.floor(share * 100)} %   ${share >= 1 ? '\n' : ''}`);
}

function showErrors({ errors, errorCount }: BookImport): void {
  for (const { line, field, problem, message } of errors.slice(0, errorsShownMax))
    process.stderr.write(`  line ${line}${field === '' ? '' : `, ${field}`}: ${problem}. ${message['en-US']}\n`);
  if (errorCount > errorsShownMax) process.stderr.write(`  … and ${errorCount - errorsShownMax} more\n`);
  process.stderr.write('Nothing was imported. Correct the file and import it again.\n');
}

function showEnd(one: BookImport, outcomes: Readonly<Record<string, number>>): number {
  if (one.status === 'done') {
    say(`${one.rows} rows read: ${one.changed} new or changed, ${one.unchanged} as they were.`);
    for (const [name, count] of Object.entries(outcomes)) say(`  ${name}: ${count}`);
    return 0;
  }
  if (one.status === 'refused') showErrors(one);
  else if (one.status === 'failed') process.stderr.write('The import broke off. Nothing was imported.\n');
  else process.stderr.write('The import broke off. Every row was found right; the next start stores the rest.\n');
  return 1;
}

async function importFile(kind: ImportKind, path: string): Promise<number> {
  const config = commandConfig();
  const bytes = readFileSync(path);
  const { bank, contract } = readShippedData();
  const opened = await openForChange(config);
  try {
    const { store } = opened;
    const imports = new BookImports({
      store,
      repositories: createRepositories(store),
      timeZone: bank.timeZone,
      contract,
      clock: clockOf(config),
      log: newLog(config.logLevel),
    });
    await imports.resume();
    await imports.ended();
    const { id } = await imports.start(kind, bytes, 'command line');
    imports.listeners.listen(id, (event) => {
      if (event.type === 'progress') showProgress(event.progress);
    });
    await imports.ended();
    const ended = await imports.get(id);
    return ended === undefined ? 1 : showEnd(ended, await imports.outcomesOf(id));
  } finally {
    await opened.close();
  }
}

const kindOf = (text: string): ImportKind => {
  if (text === 'accounts' || text === 'payments') return text;
  throw new InvalidArgumentError('Say accounts or payments.');
};

new Command('import')
  .description('Takes a file of the bank’s book into the store: all of it, or nothing and a list of what is wrong.')
  .argument('<kind>', 'accounts or payments', kindOf)
  .argument('<file>', 'a CSV file in UTF-8 with a header')
  .addHelpText(
    'after',
    `
payments: paymentId, accountId, paidOn, amount, channel; a row that takes a payment back has a negative amount and, in
the column reverses, the id of the payment. The bank's own columns begin with x_ and are left aside.`,
  )
  .action((kind: ImportKind, file: string) => runCommand(() => importFile(kind, file)))
  .parse();
