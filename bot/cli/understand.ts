// npm run understand: measures understanding on a file of cases, or shows how one message is understood.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { calendarDateSchema } from '../../data/domain/calendar/calendar';
import {
  type Act,
  type CustomerTurn,
  type Expects,
  expectsSchema,
  type Locale,
  localeSchema,
} from '../../data/domain/customer/customerTurn';
import { loadUnderstanding } from '../../dialogs/understanding/loadUnderstanding';
import { readCases, type UnderstandingCase } from '../../dialogs/understanding/measure/cases';
import { evaluate, runCases } from '../../dialogs/understanding/measure/evaluate';
import { htmlReport, textReport } from '../../dialogs/understanding/measure/report';
import { acceptReading } from '../../dialogs/understanding/secondReading/accept';
import { isUnsure } from '../../dialogs/understanding/secondReading/reading';
import type { Understanding } from '../../dialogs/understanding/understanding';
import { readerOfEnvironment } from './parts/readerOfEnvironment';
import { casesIn, choiceOf, endWith, guessLocale, say, today, warn } from './parts/typedMessage';

interface Options {
  file?: string;
  locale?: Locale;
  refDate?: string;
  expects?: Expects;
  report?: boolean;
  json?: boolean;
  reader?: boolean;
}

function describeAct({ intent, slots, span: [from, to], confidence }: Act, text: string): string {
  const stated = Object.keys(slots).length === 0 ? '' : `  ${JSON.stringify(slots)}`;
  return `${intent}  (${(confidence * 100).toFixed(0)} %)${stated}  “${text.slice(from, to)}”`;
}

function describe(turn: CustomerTurn, text: string): string {
  const lines = [`intent      ${turn.intent}  (${(turn.confidence * 100).toFixed(0)} %)`];
  for (const [name, value] of Object.entries(turn.slots)) lines.push(`slot        ${name} = ${JSON.stringify(value)}`);
  for (const act of turn.acts.length > 1 ? turn.acts : []) lines.push(`act         ${describeAct(act, text)}`);
  if (turn.signals.length > 0) lines.push(`signals     ${turn.signals.join(', ')}`);
  if (turn.ambiguity?.kind === 'intent') lines.push(`unsure      ${turn.ambiguity.first} or ${turn.ambiguity.second}`);
  if (turn.ambiguity?.kind === 'figure' || turn.ambiguity?.kind === 'day')
    lines.push(`unsure      ${turn.ambiguity.slot}: ${turn.ambiguity.readings.join(' or ')}`);
  lines.push(`language    ${turn.language ?? 'none'}`);
  return lines.join('\n');
}

/** Every case read with the second reader where ours is unsure; its answers are looked up by text when the cases are run. */
async function secondReadings(
  cases: readonly UnderstandingCase[],
  { understand }: Understanding,
): Promise<Understanding['understand']> {
  const reader = readerOfEnvironment();
  const turns = new Map<string, CustomerTurn>();
  for (const { text, locale, refDate, expects } of cases) {
    const own = understand(text, locale, { refDate, expects });
    const outcome = isUnsure(own) ? await reader.read({ text, locale, lastQuestion: expects ?? '' }) : null;
    const accepted = outcome?.kind === 'read' ? acceptReading(own, outcome.acts, text) : null;
    turns.set(`${expects ?? ''}|${text}`, accepted?.kind === 'accepted' ? accepted.turn : own);
  }
  return (text, locale, context) => turns.get(`${context.expects ?? ''}|${text}`) ?? understand(text, locale, context);
}

async function measureFile(file: string, { report, reader }: Options, understanding: Understanding): Promise<number> {
  const cases = casesIn(file, readCases);
  if (cases.length === 0) {
    warn(`${file} holds no readable case.`);
    return 1;
  }
  const understand = reader === true ? await secondReadings(cases, understanding) : understanding.understand;
  const outcomes = runCases(cases, understand);
  const evaluation = evaluate(outcomes);
  if (report === true) {
    say(textReport(outcomes));
    mkdirSync('reports', { recursive: true });
    const page = join('reports', 'understanding.html');
    writeFileSync(page, htmlReport(outcomes, evaluation, understanding.modelVersion));
    say(`\nPage: ${page}`);
  }
  say(JSON.stringify(evaluation));
  return 0;
}

async function run(words: readonly string[], options: Options): Promise<number> {
  const text = words.join(' ');
  const understanding = loadUnderstanding();
  if (options.file !== undefined) return measureFile(options.file, options, understanding);
  if (text.trim() === '') {
    warn('Give a message in quotation marks, or --file cases.jsonl.');
    return 1;
  }
  const context = { refDate: options.refDate ?? today(), expects: options.expects };
  const turn = understanding.understand(text, options.locale ?? guessLocale(text), context);
  say(options.json === true ? JSON.stringify(turn) : describe(turn, text));
  return 0;
}

const program = new Command('understand')
  .description('Shows how a message is understood, or measures a file of cases (one JSON object a line).')
  .argument('[text...]', 'a message')
  .option('--file <path>', 'cases to measure; the last line printed is one JSON object')
  .option('--report', 'with --file: per-intent results, confusions, and reports/understanding.html')
  .option(
    '--locale <locale>',
    'zh-CN or en-US; guessed from the script when left out',
    choiceOf(localeSchema, 'zh-CN or en-US'),
  )
  .option(
    '--ref-date <date>',
    'the day that dates are counted from',
    choiceOf(calendarDateSchema, 'a day as YYYY-MM-DD'),
  )
  .option(
    '--expects <slot>',
    'what the assistant last asked for',
    choiceOf(expectsSchema, 'a slot name, offer or confirm'),
  )
  .option('--reader', 'with --file: also ask the second reader of READER_URL and READER_MODEL where ours is unsure')
  .option('--json', 'the turn as JSON');

program.action((words: string[], options: Options) => endWith(() => run(words, options)));
program.parse();
