// npm run simulate: how well a policy bargains, on seeded customers or on the bank's own book.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { drawPopulation } from '../../data/domain/simulation/population/drawPopulation';
import { inRepository } from '../config/repositoryRoot';
import { DataFileError, readPopulationFile } from '../config/shippedData';
import { resultPage } from '../staff/simulate/page/resultPage';
import { readBookFile, readPolicyFile } from '../staff/simulate/readFiles';
import { type PopulationsToRun, runSimulation, simulatedToday } from '../staff/simulate/runSimulation';
import { resultTable } from '../staff/simulate/table';

interface Options {
  population: string;
  policy: string;
  against?: string;
  seeds: number[];
  customers: number;
  channel: 'acts' | 'text';
  book?: string;
  payments?: string;
  html: string;
  stress: boolean;
  drawn: number[];
  json?: boolean;
}

const tell = (text: string) => process.stderr.write(text);

const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
  return value;
};

function seedList(text: string): number[] {
  const seeds = text.split(',').map((part) => wholeNumber(0, 2_000_000_000)(part.trim()));
  if (new Set(seeds).size < seeds.length) throw new InvalidArgumentError('each seed once');
  return seeds;
}

/** How many, from the seed 1 on, or the first and the last. */
function drawnSeeds(text: string): number[] {
  const [first = '', last] = text.split('-').map((part) => part.trim());
  const most = wholeNumber(0, 1_000_000);
  const [from, to] = last === undefined ? [1, most(first)] : [most(first), most(last)];
  if (to - from >= 200) throw new InvalidArgumentError('at most 200 populations');
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** On a terminal one line that fills; elsewhere a line for every tenth. */
function progress(label: string): (share: number) => void {
  let shown = -1;
  return (share) => {
    const step = process.stderr.isTTY ? Math.floor(share * 100) : Math.floor(share * 10) * 10;
    if (step <= shown) return;
    shown = step;
    tell(process.stderr.isTTY ? `\r${label} ${step} %${share >= 1 ? '\n' : ''}` : `${label} ${step} %\n`);
  };
}

/** A file, or `random:SEED` for one whose parameters are drawn. */
function populationsOf(option: string): PopulationsToRun {
  const drawn = /^random:(\d{1,9})$/.exec(option);
  if (drawn === null) return readPopulationFile(option);
  return { base: drawPopulation(Number(drawn[1])), stress: {} };
}

async function simulate(options: Options): Promise<void> {
  const population = populationsOf(options.population);
  const policy = readPolicyFile(options.policy);
  const against = options.against === undefined ? undefined : readPolicyFile(options.against);
  const book = options.book === undefined ? undefined : readBookFile(options.book, options.payments, simulatedToday);
  if (book !== undefined) tell(`${book.length} accounts of the book are past due.\n`);
  const { customers, seeds, channel, stress: withStress, drawn } = options;
  const run = await runSimulation({
    population,
    policy,
    against,
    customers,
    seeds,
    book,
    withStress,
    drawn,
    channel,
    onProgress: progress('Simulating'),
  });
  mkdirSync(dirname(options.html), { recursive: true });
  writeFileSync(options.html, resultPage(run));
  tell(`Page with pictures: ${options.html}\n`);
  if (options.json === true)
    process.stdout.write(
      `${JSON.stringify({ ...run.result, ...(run.against === null ? {} : { against: run.against }) })}\n`,
    );
  else
    process.stdout.write(
      `${resultTable(run.result)}\n${run.against === null ? '' : `\nAgainst:\n${resultTable(run.against)}\n`}`,
    );
}

const program = new Command('simulate')
  .description(
    'Lets seeded customers bargain with a policy, beside nine other ways to bargain and an all-knowing oracle.',
  )
  .option(
    '--population <file>',
    'the customers, or random:SEED for a population whose parameters are drawn',
    inRepository('data', 'policy', 'population.json'),
  )
  .option('--policy <file>', 'the offer limits', inRepository('data', 'policy', 'offerLimits.json'))
  .option('--against <file>', 'a second set of offer limits for the same customers')
  .option('--seeds <list>', 'seeds, separated by commas', seedList, [1, 2, 3])
  .option('--customers <number>', 'customers for each seed', wholeNumber(1, 1_000_000), 2000)
  .addOption(
    new Option('--channel <channel>', 'structured acts, or typed text through the real dialogs')
      .choices(['acts', 'text'])
      .default('acts'),
  )
  .option('--book <file>', "the bank's own accounts (CSV) instead of drawn ones")
  .option('--payments <file>', 'with --book: payments (CSV), which tell what people could pay lately')
  .option('--html <file>', 'where the page with pictures goes', inRepository('reports', 'simulation.html'))
  .option('--no-stress', 'leave the stress sets out')
  .option(
    '--drawn <seeds>',
    'populations to draw besides, of 500 customers each: 20 for the seeds 1 to 20, or 101-120; 0 for none',
    drawnSeeds,
    drawnSeeds('20'),
  )
  .option('--json', 'one JSON object as the last line instead of the table');

program.action(async (options: Options) => {
  try {
    await simulate(options);
  } catch (error) {
    tell(
      `${error instanceof DataFileError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  }
});
program.parseAsync().catch((error: unknown) => {
  tell(`${String(error)}\n`);
  process.exitCode = 1;
});
