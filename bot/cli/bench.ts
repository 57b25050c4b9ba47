// npm run bench: how fast and how big, on this machine, in one run. A benchmark to look at, not a test.
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { Bench, type Line, progress } from '../bench/bench';
import { parts } from '../bench/parts';
import { closeTalker, startSink } from '../bench/turns/talker';

/** One part; where it cannot run, its line says why and the others go on. */
async function runPart(bench: Bench, name: string): Promise<boolean> {
  try {
    await parts[name]?.(bench);
    return true;
  } catch (error) {
    bench.line(name, `could not run: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    await bench.tidy();
  }
}

function print(lines: readonly Line[]): void {
  const widest = (of: (line: Line) => string, most: number) =>
    Math.max(0, ...lines.map((line) => of(line).length).filter((length) => length <= most));
  const width = widest(({ what }) => what, 60);
  const valueWidth = widest(({ value }) => value, 40);
  for (const { what, value, target, met } of lines) {
    const verdict = target === '' ? '' : `${target}  ${met ? 'met' : 'MISSED'}`;
    process.stdout.write(`${`${what.padEnd(width)}  ${value.padEnd(valueWidth)}  ${verdict}`.trimEnd()}\n`);
  }
}

async function run(wanted: readonly string[], conversations: number): Promise<void> {
  const sink = await startSink();
  const bench = new Bench(sink.serviceUrl, conversations);
  try {
    for (const name of Object.keys(parts))
      if ((wanted.length === 0 || wanted.includes(name)) && !(await runPart(bench, name))) process.exitCode = 1;
  } finally {
    closeTalker();
    sink.close();
  }
  progress('');
  print(bench.lines);
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 on is needed');
  return number;
}

const names = Object.keys(parts);
new Command('bench')
  .description(`Measures this machine: ${names.join(', ')}. A few minutes for all of it.`)
  .addArgument(new Argument('[parts...]', 'the parts to measure; all of them unless told').choices(names))
  .addOption(new Option('--only <parts...>', 'the same, said as an option').choices(names))
  .addOption(new Option('--conversations <count>', 'of eight turns, on each side').argParser(positive).default(60))
  .action((told: string[], { only = [], conversations }: { only?: string[]; conversations: number }) =>
    run([...told, ...only], conversations),
  )
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
