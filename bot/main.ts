// npm start: reads the configuration, opens the store, seeds an empty book, listens, and says what to do next.
import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { localTime } from '../data/domain/calendar/calendar';
import { warmUpAnswers } from '../data/knowledge/knowledge';
import { type PersonaCard, personaCards } from '../data/seed/persona';
import { seedSampleWeek } from '../data/seed/sampleWeek';
import { seedDemo } from '../data/seed/seedDemo';
import { LowdbStore } from '../data/store/lowdb/lowdbStore';
import { sealingStore } from '../data/store/sealed/sealingStore';
import { understand, warmUp } from '../dialogs/understanding/understand';
import type { House } from './compose/house';
import { KeepOpen } from './compose/keepOpen';
import { welcomeText } from './compose/welcome';
import { type Config, readConfig } from './config/config';
import { keysOnce } from './config/dataKeys';
import { plainError } from './config/plainError';
import { readShippedData } from './config/shippedData';
import { type Log, newLog } from './ops/log';
import { Metrics } from './ops/metrics';
import { refuseSlowRules } from './staff/policies/rulePatterns';

// Measured: the garbage collector otherwise keeps 40 MB more for short-lived objects, and a turn takes the same time.
setFlagsFromString('--semi-space-growth-factor=1');

/** Problems that a person can mend get a sentence; everything else is a fault of ours and keeps its stack. */
function explain(error: unknown, config: Config | null): string | undefined {
  const code = error instanceof Error && 'code' in error && 'syscall' in error ? error.code : undefined;
  const isListening = code !== undefined && Reflect.get(Object(error), 'syscall') === 'listen';
  if (isListening && code === 'EADDRINUSE')
    return `Port ${config?.port} is taken by another program. Stop it, or start with another one: PORT=3979 npm start`;
  if (isListening) return `Port ${config?.port} may not be used (${code}). Start with another one: PORT=3979 npm start`;
  return plainError(error);
}

/** Invented people exist in developer mode only; a bank's own book is never mixed with them. */
const peopleToTry = (config: Config): readonly PersonaCard[] =>
  config.identity.kind === 'developer' ? personaCards : [];

async function open(config: Config, log: Log, metrics: Metrics, onBroken: (reason: string) => void): Promise<House> {
  const data = readShippedData();
  await refuseSlowRules(data);
  const disk = await LowdbStore.open(config.dataDir, {
    onBroken,
    onProblem: (problem) => {
      metrics.count('storeProblems');
      log.error(problem, 'something in the store was wrong');
    },
  });
  const store = await sealingStore(disk, keysOnce(config));
  try {
    await store.markKeys();
    // Restify loads a part of Node that is marked as old; the warning would only puzzle the person who starts this.
    process.noDeprecation = true;
    const { buildHouse } = require('./compose/house') as typeof import('./compose/house');
    process.noDeprecation = false;
    const house = buildHouse({ config, log, metrics, store, data, understand, people: peopleToTry(config) });
    // Once it listens: nobody's first question waits until the finder of answers is made.
    setImmediate(() => {
      const found = warmUpAnswers(data.knowledge);
      if (found.kind === 'failed') log.error({ why: found.why }, 'answers are found by their words alone');
    });
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

/** The first signal ends the process in order; a second one, at once. */
function stopOnSignal(service: KeepOpen): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    service.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function main(): Promise<void> {
  let config: Config | null = null;
  const fail = (error: unknown) => {
    const known = explain(error, config);
    if (known === undefined) throw error;
    process.stderr.write(`${known}\n`);
    process.exitCode = 1;
  };
  try {
    const read = readConfig(process.env);
    config = read;
    const log = newLog(read.logLevel);
    const metrics = new Metrics();
    metrics.watchProcess();
    const gaveUp = (error: unknown) => {
      process.stderr.write(`${explain(error, read) ?? 'The store could not be opened again.'}\n`);
      process.exit(1);
    };
    const service = new KeepOpen({ open: (onBroken) => open(read, log, metrics, onBroken), log, metrics, gaveUp });
    const { house, address } = await service.start();
    stopOnSignal(service);
    // The first customer does not wait for the language model either.
    warmUp();
    process.stdout.write(welcomeText(address, read, peopleToTry(read), await house.firstAdministrator()));
  } catch (error) {
    fail(error);
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
