// npm run answers: shows which approved answer a question finds, measures a file of questions, or checks all answers.
import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { type Locale, localeSchema } from '../../../data/domain/customer/customerTurn';
import { withBankFacts } from '../../../data/knowledge/bankFacts';
import { nothingKnown } from '../../../data/knowledge/conditions';
import { findAnswer, type Knowledge } from '../../../data/knowledge/knowledge';
import { loadUnderstanding } from '../../../dialogs/understanding/loadUnderstanding';
import { inRepository } from '../../config/repositoryRoot';
import { readShippedData } from '../../config/shippedData';
import { type AnswerCase, readAnswerCases, runAnswerCases, scoreByLocale } from '../parts/answers/answerCases';
import { problemsOfAnswers } from '../parts/answers/answerCheck';
import { casesIn, choiceOf, endWith, guessLocale, say, today, warn } from '../parts/typedMessage';

interface Options {
  file?: string;
  check?: boolean;
  report?: boolean;
  locale?: Locale;
  days?: number;
  arrangement?: boolean;
}

/** So many readings of a question are shown. */
const readingsShown = 2;

/** Share of the test questions that must find their answer first. */
const shareLeast = 0.93;

function daysNamed(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('a number of days');
  return Number(text);
}

/** Asks each question, tells those that find another answer where a report is wanted, and counts. */
function ask(cases: readonly AnswerCase[], knowledge: Knowledge, { report }: Options) {
  const outcomes = runAnswerCases(cases, knowledge, loadUnderstanding(), today());
  if (report === true)
    for (const { text, id, found } of outcomes)
      if (id !== found) say(`${id} wanted, ${found ?? 'no answer'} found: ${text}`);
  return scoreByLocale(outcomes);
}

function measure(file: string, options: Options): number {
  const cases = casesIn(file, readAnswerCases);
  if (cases.length === 0) {
    warn(`${file} holds no readable question.`);
    return 1;
  }
  say(JSON.stringify(ask(cases, readShippedData().knowledge, options)));
  return 0;
}

function check(options: Options): number {
  const { knowledge, utteranceRules: rules, bank } = readShippedData();
  const files = localeSchema.options.map((locale) =>
    inRepository('test', 'data', 'knowledge', 'questions', `${locale}.jsonl`),
  );
  const cases = files.filter((file) => existsSync(file)).flatMap((file) => casesIn(file, readAnswerCases));
  const problems = problemsOfAnswers({ answers: knowledge.answers, cases, rules, bank, today: today() });
  for (const problem of problems) say(problem);
  const score = ask(cases, knowledge, options);
  if (score.share < shareLeast)
    say(`${score.share} of the test questions find their answer first, ${shareLeast} are needed`);
  say(JSON.stringify({ answers: knowledge.answers.length, problems: problems.length, ...score }));
  return problems.length === 0 && score.share >= shareLeast ? 0 : 1;
}

function show(text: string, { locale = guessLocale(text), days, arrangement }: Options): number {
  const { knowledge, bank } = readShippedData();
  const readings = loadUnderstanding().readingsOf(text, locale);
  const who = { ...nothingKnown, daysPastDue: days ?? null, arrangement: arrangement ?? null };
  const found = findAnswer(knowledge, { text, locale, today: today(), readings, who });
  for (const { intent, probability } of readings.slice(0, readingsShown))
    say(`understood   ${intent}  (${(probability * 100).toFixed(0)} %)`);
  if (found === undefined) say('no approved answer: the customer is told so and offered a person');
  else {
    const { answer, probability } = found;
    say(`answer       ${answer.id}  (${answer.topic}.json; right with ${(probability * 100).toFixed(0)} %)`);
    say(withBankFacts(answer.short[locale], bank));
    say(`source       ${answer.source[locale]}, as of ${answer.asOf}${answer.confirmed ? '' : ', counsel to confirm'}`);
  }
  return 0;
}

function run(words: readonly string[], options: Options): number {
  const text = words.join(' ').trim();
  if (options.check === true) return check(options);
  if (options.file !== undefined) return measure(options.file, options);
  if (text !== '') return show(text, options);
  warn('Give a question in quotation marks, --file questions.jsonl or --check.');
  return 1;
}

new Command('answers')
  .description('Shows which approved answer a question finds, measures a file of questions, or checks all answers.')
  .argument('[text...]', 'a question')
  .option('--file <path>', 'questions as JSON lines {"text","locale","id"}; the last line printed is one JSON object')
  .option('--check', 'both languages, source, dates, our own guard, and whether each answer is found')
  .option('--report', 'with --file or --check: each question that finds another answer')
  .option(
    '--locale <locale>',
    'zh-CN or en-US; guessed from the script when left out',
    choiceOf(localeSchema, 'zh-CN or en-US'),
  )
  .option('--days <count>', 'days past due of the one who asks', daysNamed)
  .option('--arrangement', 'an instalment agreement is in force')
  .action((words: string[], options: Options) => endWith(() => run(words, options)))
  .parse();
