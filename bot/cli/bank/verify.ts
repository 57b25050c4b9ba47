// npm run verify: reads everything in the data folder and says what is damaged, missing or not the latest.
import { Command } from 'commander';
import type { StoreProblem } from '../../../data/store/documentStore';
import { createRepositories } from '../../../data/store/repositories';
import { commandConfig, type OpenedStore, openForReading, runCommand } from '../parts/openStore';

const say = (text: string) => process.stdout.write(`${text}\n`);

const sentence = ({ kind, where, detail, quarantinedTo }: StoreProblem): string =>
  `  ${kind} in ${where}: ${detail}${quarantinedTo === null ? '' : ` (kept in ${quarantinedTo})`}`;

async function verifyStore({ store }: OpenedStore): Promise<number> {
  await store.verify();
  const problems = store.problems();
  const chain = await createRepositories(store).audit.verifyChain();
  if (chain.kind === 'whole') say(`The audit log is whole: ${chain.entries} entries, last hash ${chain.lastHash}.`);
  else say(`The audit log is broken at entry ${chain.sequence}: ${chain.reason}.`);
  if (problems.length === 0) say('Every file is as it was written.');
  else say(`${problems.length} problems:\n${problems.map(sentence).join('\n')}`);
  return chain.kind === 'whole' && problems.length === 0 ? 0 : 1;
}

new Command('verify')
  .description('Reads everything in the data folder and says what is damaged, missing or not the latest.')
  .addHelpText('after', '\nNote the last hash elsewhere: it shows later whether entries were cut off or written anew.')
  .allowExcessArguments(false)
  .action(() =>
    runCommand(async () => {
      const opened = await openForReading(commandConfig());
      return verifyStore(opened).finally(() => opened.close());
    }),
  )
  .parse();
