// npm start: reads the configuration, opens the store, seeds an empty book, listens, and says what to do next.
import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { localTime } from '../data/domain/calendar/calendar';
import { type PersonaCard, personaCards } from '../data/seed/persona';
import { seedSampleWeek } from '../data/seed/sampleWeek';
import { seedDemo } from '../data/seed/seedDemo';
import { StoreInUse } from '../data/store/documentStore';
import { LowdbStore } from '../data/store/lowdb/lowdbStore';
import { understand, warmUp } from '../dialogs/understanding/understand';
import type { House } from './compose/house';
import { welcomeText } from './compose/welcome';
import { type Config, ConfigError, readConfig } from './config/config';
import { DataFileError, readShippedData } from './config/shippedData';
import { newLog } from './ops/log';

// Measured: the garbage collector otherwise keeps 40 MB more for short-lived objects, and a turn takes the same time.
setFlagsFromString('--semi-space-growth-factor=1');

/** Problems that a person can mend get a sentence; everything else is a fault of ours and keeps its stack. */
function explain(error: unknown, port: number): string | undefined {
  if (error instanceof ConfigError || error instanceof DataFileError || error instanceof StoreInUse)
    return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop it, or start with another one: PORT=3979 npm start`;
  if (code === 'EACCES') return `Port ${port} or the data folder may not be used by this user.`;
  return undefined;
}

/** Invented people exist in developer mode only; a bank's own book is never mixed with them. */
const peopleToTry = (config: Config): readonly PersonaCard[] =>
  config.identity.kind === 'developer' ? personaCards : [];

async function open(config: Config): Promise<House> {
  const log = newLog(config.logLevel);
  const data = readShippedData();
  const store = await LowdbStore.open(config.dataDir, {
    onProblem: (problem) => log.warn(problem, 'something in the store was wrong'),
  });
  try {
    // Restify loads a part of Node that is marked as old; the warning would only puzzle whoever starts this.
    process.noDeprecation = true;
    const { buildHouse } = require('./compose/house') as typeof import('./compose/house');
    process.noDeprecation = false;
    const house = buildHouse({ config, log, store, data, understand, people: peopleToTry(config) });
    if (config.identity.kind === 'developer') {
      const { date } = localTime(house.clock(), data.bank.timeZone);
      if ((await seedDemo(store, date)) === 'seeded') await seedSampleWeek(store, date);
    }
    return house;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The first signal ends the process in order; one that is impatient, at once. */
function stopOnSignal(house: House): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    house.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function main(): Promise<void> {
  let port = 3978;
  try {
    const config = readConfig(process.env);
    port = config.port;
    const house = await open(config);
    stopOnSignal(house);
    const address = await house.listen().catch(async (error: unknown) => {
      await house.stop();
      throw error;
    });
    // The first customer does not wait for the language model either.
    warmUp();
    process.stdout.write(welcomeText(address, config, peopleToTry(config), await house.firstAdministrator()));
  } catch (error) {
    const known = explain(error, port);
    if (known === undefined) throw error;
    process.stderr.write(`${known}\n`);
    process.exitCode = 1;
  }
}

new Command('npm start')
  .description('Starts the assistant: customer page, staff console and bot endpoint on one port.')
  .addHelpText(
    'after',
    '\nSettings are environment variables, such as PORT and DATA_DIR: see Configuration in README.md.',
  )
  .action(main)
  .parseAsync();
