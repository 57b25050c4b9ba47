// A process of its own for the benchmark: loads one reader of messages, times it, and prints what it added as JSON.
import { readFileSync } from 'node:fs';
import script from '../turns/script.json';
import { quantile } from '../turns/talker';

export interface Took {
  readonly median: number;
  readonly p99: number;
}

export interface ReaderFigures {
  /** Milliseconds to load it and have its first answers. */
  readonly startMs: number;
  /** Bytes of resident memory that this added, and that were added when all messages had been read. */
  readonly addedBytes: number;
  readonly addedAfterBytes: number;
  /** Milliseconds a message, by what was read. */
  readonly calls: Readonly<Record<string, Took>>;
}

const warmUp = 200;
const timedCalls = 2_000;

/** What one call takes; `call` gets a number that grows, to read something else each time. */
type Calls = Readonly<Record<string, (round: number) => void>>;

function timesOf(call: (round: number) => void): Took {
  const taken: number[] = [];
  for (let round = 0; round < warmUp + timedCalls; round++) {
    const started = performance.now();
    call(round);
    if (round >= warmUp) taken.push(performance.now() - started);
  }
  return { median: quantile(taken, 0.5), p99: quantile(taken, 0.99) };
}

/** The same date is not read twice in a row. */
const dates = Object.entries(script.dates).map(([locale, text]) => ({
  locale,
  text: (round: number) => text.replace('{day}', String((round % 28) + 1)),
}));

interface Message {
  readonly text: string;
  readonly locale: string;
  readonly refDate: string;
  readonly expects?: string;
}

const messagesOf = (file: string): Message[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Ours, on messages that were set aside for choosing thresholds, and on the dates. */
function ours(messages: readonly (readonly Message[])[]): Calls {
  const { loadUnderstanding } = require('../../../dialogs/understanding/loadUnderstanding');
  const { understand } = loadUnderstanding();
  const onMessages = messages.map((some) => {
    const read = (round: number) => {
      const one = some[round % some.length];
      if (one !== undefined) understand(one.text, one.locale, { refDate: one.refDate, expects: one.expects });
    };
    return [some[0]?.locale ?? '', read] as const;
  });
  const onDates = dates.map(({ locale, text }) => {
    const read = (round: number) => understand(text(round), locale, { refDate: '2026-11-23' });
    return [`date ${locale}`, read] as const;
  });
  return Object.fromEntries([...onMessages, ...onDates]);
}

/** The recognizers alone, asked for dates only. */
function recognizers(): Calls {
  const { recognizeDateTime } = require('@microsoft/recognizers-text-suite');
  const onDates = dates.map(({ locale, text }) => {
    const read = (round: number) => recognizeDateTime(text(round), locale.toLowerCase());
    return [`date ${locale}`, read] as const;
  });
  return Object.fromEntries(onDates);
}

/** What is in use, as far as the engine can tell apart what is not. */
function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

const [which, ...files] = process.argv.slice(2);
const messages = files.map(messagesOf);
const before = resident();
const started = performance.now();
const calls = which === 'ours' ? ours(messages) : recognizers();
for (const call of Object.values(calls)) call(0);
const startMs = performance.now() - started;
const addedBytes = resident() - before;
const timed = Object.fromEntries(Object.entries(calls).map(([what, call]) => [what, timesOf(call)]));
const figures: ReaderFigures = { startMs, addedBytes, addedAfterBytes: resident() - before, calls: timed };
process.stdout.write(JSON.stringify(figures));
