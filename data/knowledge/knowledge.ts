// Approved answers, found: by what was asked, what it was understood as, what was told last, and who asks.
import type { CalendarDate } from '../domain/calendar/calendar';
import { type Intent, type Locale, localeSchema } from '../domain/customer/customerTurn';
import { type Answer, isTold, type Knowledge } from './answer';
import { type Circumstances, conditionsHeld, nothingKnown } from './conditions';
import { finderOf } from './search/finder';
import { type LoadedQuestions, questionModel } from './search/loadQuestionModel';
import type { Asked } from './search/questionFeatures';

export type { Knowledge } from './answer';

/** Questions that are answered from the records of the customer, and so have no approved text. */
export const answeredFromRecords = ['ask.offer', 'ask.case', 'ask.queue'] as const satisfies readonly Intent[];

/** What was asked, and what is known about it. */
export interface Question extends Asked {
  readonly locale: Locale;
  readonly today: CalendarDate;
  /** The answer that was told just before. */
  readonly last?: Answer | undefined;
  readonly who?: Circumstances | undefined;
}

export interface Found {
  readonly answer: Answer;
  /** That it is the answer to the question, 0-1. */
  readonly probability: number;
}

/** Probability below which an answer is no answer. */
const probabilityLeast = 0.15;

/** Probability from which a question is about its intent, however it was put. */
const sureOfIntent = 0.6;

/** The answer itself, the one that stands in its place for the one who asks, or none where it does not belong to them. */
function fitting({ answers }: Knowledge, answer: Answer, who: Circumstances, today: CalendarDate): Answer | undefined {
  const instead = answers
    .filter(isTold(today))
    .find(({ insteadOf, conditions }) => insteadOf === answer.id && conditionsHeld(conditions, who) === 'holds');
  if (instead !== undefined) return instead;
  return conditionsHeld(answer.conditions, who) === 'fails' ? undefined : answer;
}

/**
 * The approved answer to a question, or undefined when there is none: the likeliest that may be told today to the one who asks, or
 * what is general about a matter that was named for certain.
 */
export function findAnswer(knowledge: Knowledge, question: Question): Found | undefined {
  const { today, readings, last, locale, who = nothingKnown } = question;
  const { answers } = knowledge;
  for (const { answer, probability } of finderOf(answers, locale).find(question, last?.topic)) {
    if (probability < probabilityLeast) break;
    const told = isTold(today)(answer) ? fitting(knowledge, answer, who, today) : undefined;
    if (told !== undefined) return { answer: told, probability };
  }
  const sure = readings.find(({ probability }) => probability >= sureOfIntent);
  const general = answers.find(
    (answer) => answer.general === true && answer.intent === sure?.intent && isTold(today)(answer),
  );
  const told = general === undefined ? undefined : fitting(knowledge, general, who, today);
  return told === undefined ? undefined : { answer: told, probability: 0 };
}

/** How likely a question asks for an approved answer of each intent, 0-1; what is no question in general has none. */
export function intentsAsked({ answers }: Knowledge, question: Question): ReadonlyMap<Intent, number> {
  const likely = finderOf(answers, question.locale).find(question, question.last?.topic);
  return likely.reduce(
    (shares, { answer: { intent }, probability }) => shares.set(intent, (shares.get(intent) ?? 0) + probability),
    new Map<Intent, number>(),
  );
}

/** Makes what finds these answers, so that the first question does not wait; says whether the trained model could be used. */
export function warmUpAnswers({ answers }: Knowledge): LoadedQuestions {
  for (const locale of localeSchema.options) finderOf(answers, locale);
  return questionModel();
}
