// A process of its own for the benchmark: loads one reader of messages, times it, and prints what it added as JSON.
import { readFileSync } from 'node:fs';
import script from './script.json';
import { quantile } from './talker';

export interface ReaderFigures {
  /** Milliseconds to load it and have its first answer, and bytes of resident memory that this added. */
  readonly startMs: number;
  readonly addedBytes: number;
  readonly calls: Readonly<Record<string, { readonly median: number; readonly p99: number }>>;
}

const warmUp = 200;
const timedCalls = 3_000;

function timesOf(call: (round: number) => void): { median: number; p99: number } {
  const taken: number[] = [];
  for (let round = 0; round < warmUp + timedCalls; round++) {
    const started = performance.now();
    call(round);
    if (round >= warmUp) taken.push(performance.now() - started);
  }
  return { median: quantile(taken, 0.5), p99: quantile(taken, 0.99) };
}

interface Reader {
  first(): void;
  calls(): ReaderFigures['calls'];
}

/** Ours, on messages that were set aside for choosing thresholds. */
function ours(tuning: readonly string[]): Reader {
  const { loadUnderstanding } = require('../../dialogs/understanding/loadUnderstanding');
  const { understand } = loadUnderstanding();
  const cases = tuning.map((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): { text: string; locale: string; refDate: string; expects?: string } => JSON.parse(line)),
  );
  const read = (one: (typeof cases)[number][number] | undefined) =>
    one && understand(one.text, one.locale, { refDate: one.refDate, expects: one.expects });
  return {
    first() {
      for (const [one] of cases) read(one);
    },
    calls: () =>
      Object.fromEntries(
        cases.map((lines) => [lines[0]?.locale ?? '', timesOf((round) => read(lines[round % lines.length]))]),
      ),
  };
}

/** The recognizers alone, on one date in each language. */
function recognizers(): Reader {
  const { recognizeDateTime } = require('@microsoft/recognizers-text-suite');
  const dates = Object.entries(script.dates);
  return {
    first() {
      for (const [culture, text] of dates) recognizeDateTime(text, culture);
    },
    calls: () =>
      Object.fromEntries(dates.map(([culture, text]) => [culture, timesOf(() => recognizeDateTime(text, culture))])),
  };
}

const [which, ...files] = process.argv.slice(2);
const before = process.memoryUsage().rss;
const started = performance.now();
const reader = which === 'ours' ? ours(files) : recognizers();
reader.first();
const startMs = performance.now() - started;
const addedBytes = process.memoryUsage().rss - before;
process.stdout.write(JSON.stringify({ startMs, addedBytes, calls: reader.calls() } satisfies ReaderFigures));
