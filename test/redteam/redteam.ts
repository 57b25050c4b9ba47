// npm run redteam: plays attempts to break the assistant's promises against the whole of it, and says which of them it broke.
import { Command, InvalidArgumentError } from 'commander';
import { type Attempt, readAttempts } from './attempt';
import { fuzz } from './fuzz';
import type { PlayedAttempt } from './playAttempt';
import { resultOf, shortened, tryAttempt } from './runAttempts';

interface Options {
  readonly file?: string[];
  readonly kind?: string;
  readonly id?: string;
  readonly show?: boolean;
  readonly fuzz?: number;
  readonly seed: number;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${text}`);
};

function show({ attempt: { kind, id }, story, breaches }: PlayedAttempt): void {
  say([`── ${kind} · ${id}`, ...story, ...breaches.map((one) => `✗ ${one}`), ''].join('\n'));
}

async function playAll(attempts: readonly Attempt[], showsAll: boolean): Promise<readonly PlayedAttempt[]> {
  const played: PlayedAttempt[] = [];
  for (const attempt of attempts) {
    const one = await tryAttempt(attempt);
    played.push(one);
    if (showsAll || one.breaches.length > 0) show(one);
    progress(`${played.length} of ${attempts.length}`);
  }
  return played;
}

async function shortestOf(played: readonly PlayedAttempt[]): Promise<PlayedAttempt | undefined> {
  const broken = played.filter(({ breaches }) => breaches.length > 0);
  const [fewest] = broken.sort((a, b) => a.attempt.steps.length - b.attempt.steps.length);
  return fewest === undefined ? undefined : shortened(fewest);
}

async function runFuzz(talks: number, seed: number): Promise<number> {
  const result = await fuzz(talks, seed, (done) => progress(`${done} of ${talks}`));
  for (const broken of result.breaches) say(`The shortest conversation that breaks something:\n${broken}\n`);
  say(JSON.stringify(result));
  return result.breaches.length === 0 ? 0 : 1;
}

async function runAttempts({ file, kind, id, show: showsAll }: Options): Promise<number> {
  const attempts = readAttempts(file).filter(
    (one) => (kind === undefined || one.kind === kind) && (id === undefined || one.id === id),
  );
  const played = await playAll(attempts, showsAll === true);
  const result = resultOf(played);
  for (const [name, { n, held }] of Object.entries(result.byKind)) say(`${name.padEnd(14)}${held} of ${n} held`);
  const shortest = await shortestOf(played);
  if (shortest !== undefined) {
    say('\nThe shortest conversation that breaks something:');
    show(shortest);
  }
  say(JSON.stringify(result));
  return result.breaches.length === 0 ? 0 : 1;
}

const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1 up.');
  return number;
};

new Command('redteam')
  .description(
    'Plays attempts (threats induced, figures outside limits, other people’s data, guessing …) against the real assistant.\n' +
      'An attempt is one line of JSON; test/redteam/README.md says how to write one. The last line printed is the result.',
  )
  .option('--file <path...>', 'other attempts than the shipped ones')
  .option('--kind <kind>', 'only attempts of this kind')
  .option('--id <id>', 'only this attempt')
  .option('--show', 'print every conversation; without it, only those in which something did not hold')
  .option(
    '--fuzz <talks>',
    'so many random talks instead, each checked for every promise at every message',
    wholeNumber,
  )
  .option('--seed <number>', 'other random talks', wholeNumber, 20261130)
  .allowExcessArguments(false)
  .action((options: Options) =>
    (options.fuzz === undefined ? runAttempts(options) : runFuzz(options.fuzz, options.seed)).then(
      (code) => {
        process.exitCode = code;
      },
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 1;
      },
    ),
  )
  .parse();
