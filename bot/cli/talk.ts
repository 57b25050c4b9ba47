// npm run talk -- --file cases.jsonl: plays conversations against the real assistant and judges the words that a customer sees.
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { readerOfEnvironment } from './parts/readerOfEnvironment';
import { type PlayedCase, playCase } from './parts/talk/playCase';
import { talkResult } from './parts/talk/score';
import { readTalkCases, type TalkCase, TalkCaseError } from './parts/talk/talkCase';

interface Options {
  readonly file: string[];
  readonly show?: boolean;
  readonly kind?: string;
  readonly reader?: boolean;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const warn = (text: string) => process.stderr.write(`${text}\n`);

function show({ talk, steps }: PlayedCase, onlyFaulty: boolean): void {
  if (onlyFaulty && steps.every(({ faults }) => faults.length === 0)) return;
  say(`── ${talk.kind} · ${talk.id}${talk.persona === undefined ? '' : ` · ${talk.persona}`}`);
  for (const step of steps) {
    say(`> ${step.say}`);
    say(step.words.replaceAll(/^/gm, '  '));
    if (step.faults.length === 0) continue;
    say(`  (${step.said.join(', ')})`);
    for (const fault of step.faults) say(`  ✗ ${fault}`);
  }
  say('');
}

function casesOf(path: string): TalkCase[] {
  try {
    return readTalkCases(readFileSync(path, 'utf8'));
  } catch (error) {
    throw error instanceof TalkCaseError ? new TalkCaseError(`${path}, ${error.message}`) : error;
  }
}

async function run({ file, show: showsAll, kind, reader }: Options): Promise<void> {
  const cases = file.flatMap(casesOf).filter((one) => kind === undefined || one.kind === kind);
  const secondReader = reader === true ? readerOfEnvironment() : null;
  const played: PlayedCase[] = [];
  for (const one of cases) {
    const done = await playCase(one, { secondReader });
    played.push(done);
    show(done, showsAll !== true);
    if (process.stderr.isTTY) process.stderr.write(`\r${played.length} of ${cases.length}`);
  }
  say(JSON.stringify(talkResult(played)));
}

const program = new Command('talk')
  .description(
    'Plays conversations against the real assistant, on its own store and clock, and judges the visible words.\n' +
      'A case is one line: {"id","locale","kind","persona","steps":[{"say","must":[regex…],"mustNot":[regex…]}]}.\n' +
      'In "say", {code} is the newest one-time code, {card} and {id} the endings of the persona. The last line printed is the result.',
  )
  .requiredOption('--file <path...>', 'one or more files of cases')
  .option('--show', 'print every conversation; without it, only those with a fault')
  .option('--kind <kind>', 'only conversations of this kind')
  .option('--reader', 'with the second reader of READER_URL and READER_MODEL')
  .allowExcessArguments(false);

program.action((options: Options) =>
  run(options).catch((error: unknown) => {
    warn(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }),
);
program.parse();
