// npm run understand:compare: trains three intent recognisers on the same lines, asks them the same test messages, prints a table.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Locale } from '../../../data/domain/customer/customerTurn';
import { trainingFolder } from '../../../dialogs/understanding/learn/modelPlace';
import { locales, readTraining, type TrainingLine } from '../../../dialogs/understanding/learn/trainingData';
import { loadUnderstanding } from '../../../dialogs/understanding/loadUnderstanding';
import { readCases, type UnderstandingCase } from '../../../dialogs/understanding/measure/cases';
import { type Contender, contenders, type Recogniser } from '../../../dialogs/understanding/measure/contenders';

const say = (text: string) => process.stdout.write(`${text}\n`);
const tell = (text: string) => process.stderr.write(`${text}\n`);

interface Result {
  readonly name: string;
  readonly locale: Locale;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly trainSeconds: number;
  readonly millisecondsEach: number;
}

const percent = (value: number) => (value * 100).toFixed(1);

function macroF1(wanted: readonly string[], given: readonly string[]): number {
  const names = [...new Set(wanted)];
  const scores = names.map((name) => {
    const right = wanted.filter((intent, index) => intent === name && given[index] === name).length;
    const all = wanted.filter((intent) => intent === name).length + given.filter((intent) => intent === name).length;
    return all === 0 ? 0 : (2 * right) / all;
  });
  return scores.reduce((sum, score) => sum + score, 0) / names.length;
}

async function ask(
  name: string,
  locale: Locale,
  cases: readonly UnderstandingCase[],
  recognise: Recogniser,
  trainSeconds: number,
): Promise<Result> {
  const given: string[] = [];
  const began = performance.now();
  for (const { text, expects } of cases) given.push(await recognise({ locale, text, expects }));
  const millisecondsEach = (performance.now() - began) / cases.length;
  const wanted = cases.map(({ intent }) => intent);
  const right = wanted.filter((intent, index) => intent === given[index]).length;
  return {
    name,
    locale,
    accuracy: right / cases.length,
    macroF1: macroF1(wanted, given),
    trainSeconds,
    millisecondsEach,
  };
}

async function run(
  contender: Contender,
  locale: Locale,
  lines: readonly TrainingLine[],
  cases: readonly UnderstandingCase[],
): Promise<Result> {
  tell(`${contender.name}, ${locale}: training on ${lines.length} lines…`);
  const began = performance.now();
  const recognise = await contender.train(lines, locale);
  return ask(contender.name, locale, cases, recognise, (performance.now() - began) / 1000);
}

async function main(): Promise<void> {
  const training = readTraining(trainingFolder());
  const { understand } = loadUnderstanding();
  const results: Result[] = [];
  for (const locale of locales) {
    const { cases } = readCases(readFileSync(join('test', 'understanding', `${locale}.jsonl`), 'utf8'));
    const lines = training.filter((line) => line.locale === locale);
    for (const contender of contenders) results.push(await run(contender, locale, lines, cases));
    const whole: Recogniser = ({ text, expects }) =>
      understand(text, locale, { refDate: '2026-11-23', expects }).intent;
    results.push(await ask('the linear model with precedence and safety words (kept)', locale, cases, whole, 0));
  }
  say('| recogniser | language | accuracy % | macro-F1 % | training s | ms a message |');
  say('|---|---|---|---|---|---|');
  for (const { name, locale, accuracy, macroF1: f1, trainSeconds, millisecondsEach } of results)
    say(
      `| ${name} | ${locale} | ${percent(accuracy)} | ${percent(f1)} | ${trainSeconds === 0 ? 'at build' : trainSeconds.toFixed(0)} | ${millisecondsEach.toFixed(2)} |`,
    );
}

new Command('understand:compare')
  .description(
    'Trains intent recognisers on the same lines and prints how well each reads the test messages. Some minutes.',
  )
  .action(main)
  .parseAsync()
  .catch((error: unknown) => {
    tell(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
