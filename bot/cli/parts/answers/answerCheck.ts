// Everything that can be wrong with the approved answers as they are: what is over, what our own guard would stop, what nobody can find.
import type { BankProfile } from '../../../../data/domain/bank/bankProfile';
import type { CalendarDate } from '../../../../data/domain/calendar/calendar';
import { blockingBreachesOf, type UtteranceRules } from '../../../../data/domain/conduct/utteranceRules';
import { localeSchema } from '../../../../data/domain/customer/customerTurn';
import type { Answer } from '../../../../data/knowledge/answer';
import { withBankFacts } from '../../../../data/knowledge/bankFacts';
import type { AnswerCase } from './answerCases';

/** Test questions in each language by which an answer must be tried. */
export const questionsLeast = 8;

export interface CheckInput {
  readonly answers: readonly Answer[];
  readonly cases: readonly AnswerCase[];
  readonly rules: UtteranceRules;
  readonly bank: BankProfile;
  readonly today: CalendarDate;
}

function dateProblems({ asOf, endsOn }: Answer, today: CalendarDate): readonly string[] {
  const problems: string[] = [];
  if (asOf > today) problems.push(`asOf: ${asOf} is in the future`);
  if (endsOn !== null && endsOn < today) problems.push(`endsOn: ended on ${endsOn}, it is told no more`);
  return problems;
}

function guardProblems({ short, more }: Answer, { rules, bank }: CheckInput): readonly string[] {
  return localeSchema.options.flatMap((locale) =>
    Object.entries({ short, more }).flatMap(([field, text]) =>
      blockingBreachesOf(withBankFacts(text?.[locale] ?? '', bank), locale, rules).map(
        ({ rule, matched }) => `${field}.${locale}: our own guard stops “${matched}” (${rule.id})`,
      ),
    ),
  );
}

/** What stands in another answer's place has no questions of its own to be found by. */
function questionProblems({ id, insteadOf }: Answer, cases: readonly AnswerCase[]): readonly string[] {
  if (insteadOf !== undefined) return [];
  return localeSchema.options.flatMap((locale) => {
    const count = cases.filter((one) => one.id === id && one.locale === locale).length;
    return count < questionsLeast ? [`${count} test questions in ${locale}, ${questionsLeast} are needed`] : [];
  });
}

/** Problems as "topic.json, id: field: reason"; empty when every answer may be told. */
export const problemsOfAnswers = (input: CheckInput): readonly string[] => {
  const known = new Set(input.answers.map(({ id }) => id));
  const strays = [...new Set(input.cases.map(({ id }) => id))].filter((id) => !known.has(id));
  return [
    ...input.answers.flatMap((answer) =>
      [
        ...dateProblems(answer, input.today),
        ...guardProblems(answer, input),
        ...questionProblems(answer, input.cases),
      ].map((problem) => `${answer.topic}.json, ${answer.id}: ${problem}`),
    ),
    ...strays.map((id) => `test questions ask for ${id}, which is no answer`),
  ];
};
