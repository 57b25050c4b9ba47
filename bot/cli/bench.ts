// npm run bench: how fast and how big, on this machine, in one run. A benchmark to look at, not a test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { writeBook } from '../bench/book';
import { auditCount, waitingCount, writeBusyBank } from '../bench/busyBank';
import { moveMs, rankCandidates } from '../bench/candidates';
import {
  auditSearches,
  firstLoadBytes,
  queueOpens,
  searchTakes,
  type Timed,
  wordsToAgent,
} from '../bench/consoleSpeed';
import { type Running, readerFigures, residentBytes, spawnAssistant, startEcho } from '../bench/processes';
import { closeTalker, firstAnswer, startSink } from '../bench/talker';
import { compareTurns } from '../bench/turns';
import { inRepository } from '../repositoryRoot';
import { readShippedData } from '../shippedData';

interface Line {
  readonly what: string;
  readonly value: string;
  readonly target: string;
  readonly met: boolean;
}

const codes = '6688 1234';
const patienceMs = 60_000;
const ms = (value: number): string => `${value.toFixed(2)} ms`;
const progress = (text: string) =>
  process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${text}${process.stderr.isTTY ? '' : '\n'}`);

class Bench {
  private readonly folders: string[] = [];
  private readonly running: Running[] = [];
  readonly lines: Line[] = [];

  constructor(
    readonly serviceUrl: string,
    readonly conversations: number,
  ) {}

  /** A new empty folder, taken away at the end. */
  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'assistant-bench-'));
    this.folders.push(folder);
    return folder;
  }

  async book(accounts: number): Promise<string> {
    const folder = this.folder();
    const today = new Date().toISOString().slice(0, 10);
    await writeBook(folder, accounts, today, (done) => {
      if (done % 10_000 === 0 || done === accounts) progress(`Writing a book of ${accounts} accounts: ${done}`);
    });
    return folder;
  }

  /** Starts the assistant and gives it with the milliseconds to its first answer. */
  async assistant(folder: string): Promise<{ bot: Running; startMs: number }> {
    const started = performance.now();
    const bot = await spawnAssistant(folder);
    this.running.push(bot);
    if (!(await firstAnswer(bot.port, this.serviceUrl, patienceMs))) throw new Error('the assistant did not answer');
    return { bot, startMs: performance.now() - started };
  }

  async echo(): Promise<Running> {
    const bot = await startEcho();
    this.running.push(bot);
    return bot;
  }

  line(what: string, value: string, target: string, met: boolean): void {
    this.lines.push({ what, value, target, met });
  }

  async stop(bot: Running): Promise<void> {
    this.running.splice(this.running.indexOf(bot), 1);
    await bot.stop();
  }

  async close(): Promise<void> {
    await Promise.all(this.running.map((one) => one.stop()));
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }
}

async function againstEcho(bench: Bench): Promise<void> {
  const folder = await bench.book(10_000);
  const { bot, startMs } = await bench.assistant(folder);
  bench.line('start to first answer (10,000 accounts)', `${Math.round(startMs)} ms`, '≤ 3000 ms', startMs <= 3000);
  const echo = await bench.echo();
  progress('Turns against the echo bot…');
  const [ours, theirs] = await compareTurns(
    { port: bot.port, codes },
    { port: echo.port, codes },
    bench.serviceUrl,
    bench.conversations,
  );
  const ratio = ours.median / theirs.median;
  bench.line('median turn, echo bot', ms(theirs.median), '', true);
  bench.line('median turn, assistant', `${ms(ours.median)} (p95 ${ms(ours.p95)})`, '', true);
  bench.line('assistant / echo', ratio.toFixed(2), '≤ 3', ratio <= 3);
  const megabytes = (await residentBytes(bot.port)) / 1e6;
  bench.line('resident memory (10,000 accounts)', `${Math.round(megabytes)} MB`, '≤ 250 MB', megabytes <= 250);
  await bench.stop(echo);
  await bench.stop(bot);
}

async function growth(bench: Bench): Promise<void> {
  const [small, large] = [await bench.book(100), await bench.book(100_000)];
  const { bot: few } = await bench.assistant(small);
  const { bot: many } = await bench.assistant(large);
  progress('Turns at 100 and at 100,000 accounts…');
  const [atFew, atMany] = await compareTurns(
    { port: few.port, codes },
    { port: many.port, codes },
    bench.serviceUrl,
    bench.conversations,
  );
  const ratio = atMany.median / atFew.median;
  bench.line('median turn, 100 accounts', ms(atFew.median), '', true);
  bench.line('median turn, 100,000 accounts', ms(atMany.median), '', true);
  bench.line('growth', ratio.toFixed(2), '≤ 1.2', ratio <= 1.2);
}

/** The engine alone: one answer, and how ranking grows with the number of candidates. */
async function engine(bench: Bench): Promise<void> {
  progress('The engine alone…');
  const { offerLimits } = readShippedData();
  const move = moveMs(offerLimits);
  bench.line('one move of the engine, shipped limits', ms(move), '≤ 1 ms', move <= 1);
  for (const wanted of [1_000, 10_000, 200_000, 1_000_000]) {
    const { candidates, listMs, rankMs } = rankCandidates(offerLimits, wanted);
    const target = wanted === 200_000 ? '≤ 20 ms' : '';
    const what = `${candidates.toLocaleString('en-US')} candidates ranked`;
    bench.line(what, `${ms(rankMs)} (listed in ${ms(listMs)})`, target, rankMs <= 20);
  }
}

/** The reading of messages alone, beside the recognizers on one date in each language. */
async function reading(bench: Bench): Promise<void> {
  progress('Reading messages…');
  const tuning = ['zh-CN', 'en-US'].map((locale) =>
    inRepository('dialogs', 'understanding', 'tuning', `${locale}.jsonl`),
  );
  const ours = await readerFigures('ours', tuning);
  const theirs = await readerFigures('recognizers', []);
  const kept = (median: number, p99: number) => median <= 2 && p99 <= 8;
  for (const [locale, { median, p99 }] of Object.entries(ours.calls))
    bench.line(`a message read, ${locale}`, `${ms(median)} (p99 ${ms(p99)})`, '≤ 2 ms, p99 ≤ 8 ms', kept(median, p99));
  for (const [culture, { median, p99 }] of Object.entries(theirs.calls))
    bench.line(`a date by the recognizers, ${culture}`, `${ms(median)} (p99 ${ms(p99)})`, '', true);
  const { startMs, addedBytes } = ours;
  bench.line('start added by reading', `${Math.round(startMs)} ms`, '≤ 300 ms', startMs <= 300);
  bench.line('memory added by reading', `${Math.round(addedBytes / 1e6)} MB`, '≤ 80 MB', addedBytes <= 80e6);
}

/** What staff wait for, with a thousand conversations in the queue and a hundred thousand decisions on record. */
async function staff(bench: Bench): Promise<void> {
  const folder = bench.folder();
  const now = new Date().toISOString();
  await writeBusyBank(folder, now, (done) => {
    if (done % 10_000 === 0) progress(`Writing ${auditCount.toLocaleString('en-US')} decisions: ${done}`);
  });
  const { bot } = await bench.assistant(folder);
  const timed = (what: string, { median, worst }: Timed, most: number) =>
    bench.line(what, `${ms(median)} (worst ${ms(worst)})`, `≤ ${most} ms`, median <= most);
  progress('The console…');
  timed(`queue of ${waitingCount.toLocaleString('en-US')} waiting opens`, await queueOpens(bot.port), 300);
  timed('a customer’s words reach the agent', await wordsToAgent(bot.port, bench.serviceUrl), 250);
  for (const [what, path] of Object.entries(auditSearches))
    timed(`audit search: ${what}`, await searchTakes(bot.port, path), 500);
  const bytes = await firstLoadBytes(bot.port);
  bench.line('console, first load gzipped', `${Math.round(bytes / 1000)} kB`, '≤ 1000 kB', bytes <= 1e6);
  await bench.stop(bot);
}

/** Every part of the benchmark; a new one is a function here. */
const parts: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  engine,
  reading,
  turns: againstEcho,
  growth,
  staff,
};

async function run(only: readonly string[], conversations: number): Promise<void> {
  const sink = await startSink();
  const bench = new Bench(sink.serviceUrl, conversations);
  try {
    for (const [name, part] of Object.entries(parts)) if (only.length === 0 || only.includes(name)) await part(bench);
  } finally {
    await bench.close();
    closeTalker();
    sink.close();
  }
  progress('');
  const width = Math.max(...bench.lines.map((line) => line.what.length));
  for (const { what, value, target, met } of bench.lines)
    process.stdout.write(
      `${what.padEnd(width)}  ${value.padEnd(28)} ${target === '' ? '' : `${target}  ${met ? 'met' : 'MISSED'}`}\n`,
    );
}

new Command('bench')
  .description('Measures turns, growth, start, memory, reading and the console on this machine.')
  .argument('[parts...]', `any of ${Object.keys(parts).join(', ')}; all of them unless told`)
  .option('--conversations <count>', 'conversations of eight turns on each side', '60')
  .action((only: string[], options: { conversations: string }) => run(only, Number(options.conversations)))
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
