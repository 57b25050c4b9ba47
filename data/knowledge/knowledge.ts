// Approved answers, found: by what was asked, what it was understood as, what was told last, and who asks.
import type { CalendarDate } from '../domain/calendar/calendar';
import type { Intent, Locale } from '../domain/customer/customerTurn';
import { type Answer, isTold, type Knowledge } from './answer';
import { type Circumstances, conditionsHeld, nothingKnown } from './conditions';
import { keywordsFound } from './keywords';
import { answerIndexOf, type Match } from './search/answerIndex';

export type { Knowledge } from './answer';

/** Questions that are answered from the records of the customer, and so have no approved text. */
export const answeredFromRecords = ['ask.offer', 'ask.case', 'ask.queue'] as const satisfies readonly Intent[];

/** What was asked, and what is known about it. */
export interface Question {
  readonly text: string;
  readonly locale: Locale;
  readonly today: CalendarDate;
  /** What it may be understood as, each with its probability, 0-1. */
  readonly readings: readonly { readonly intent: Intent; readonly probability: number }[];
  /** The answer that was told just before. */
  readonly last?: Answer | undefined;
  readonly who?: Circumstances | undefined;
}

export interface Found {
  readonly answer: Answer;
  /** Share of the question that the answer accounts for, 0-1. */
  readonly explained: number;
  /** True where the question is one of its own, as it was written down. */
  readonly isItsOwn: boolean;
}

/** How much more an answer counts that the question was understood as, or that goes on in the topic told last. */
const readingWeight = 0.6;
const topicWeight = 0.4;

/** How much what the words alone make likely counts beside the index. */
const likelyWeight: Readonly<Record<Locale, number>> = { 'zh-CN': 2, 'en-US': 4 };

/** What the general answer of its intent has in advance: it is meant where little more than the matter is named. */
const generalBonus: Readonly<Record<Locale, number>> = { 'zh-CN': 15, 'en-US': 7 };

/** How much the words that point to an answer count, where they are all of the message. */
const keywordWeight = 0.7;

/** More than anything else can add up to: what was written down as a way of asking is one. */
const itsOwnBonus = 100;

/** Share of a question below which the general answer of its intent is meant, or none; more where it was not understood. */
const explainedLeast = 0.1;
const explainedLeastElsewhere = 0.3;

/** Characters from which a message tells a story, and the share of it that an answer of its own must account for then. */
const storyFrom: Readonly<Record<Locale, number>> = { 'zh-CN': 32, 'en-US': 100 };
const explainedLeastOfStory = 0.6;

/** Probability from which a message was understood at all. */
const understoodFrom = 0.4;

/** Probability from which a question is about its intent, however it was put. */
const sureOfIntent = 0.6;

/** Matches of what may be told today, best first, each weighed by what the question was understood as. */
function ranked({ answers }: Knowledge, { text, locale, today, readings, last }: Question): readonly Match[] {
  const probabilityOf = ({ intent }: Answer): number =>
    readings.find((reading) => reading.intent === intent)?.probability ?? 0;
  const pointing = keywordsFound(answers, text, locale);
  const shareOf = ({ id }: Answer): number => Math.min(1, (2 * (pointing.get(id) ?? 0)) / Math.max(4, text.length));
  const weighed = ({ answer, isItsOwn, score, likely, asked }: Match): number => {
    const probability = probabilityOf(answer);
    const nearness = 1 + readingWeight * probability + (answer.topic === last?.topic ? topicWeight : 0);
    const bonus = answer.general === true ? (generalBonus[locale] * probability) / asked : 0;
    return (
      (score + likelyWeight[locale] * likely + keywordWeight * shareOf(answer)) * nearness +
      bonus +
      (isItsOwn ? itsOwnBonus : 0)
    );
  };
  const matches = answerIndexOf(answers, locale)
    .search(text)
    .filter(({ answer }) => isTold(today)(answer));
  return matches.map((match) => ({ ...match, score: weighed(match) })).sort((a, b) => b.score - a.score);
}

/** The answer itself, the one that stands in its place for the one who asks, or none where it does not belong to them. */
function fitting({ answers }: Knowledge, answer: Answer, who: Circumstances, today: CalendarDate): Answer | undefined {
  const instead = answers
    .filter(isTold(today))
    .find(({ insteadOf, conditions }) => insteadOf === answer.id && conditionsHeld(conditions, who) === 'holds');
  if (instead !== undefined) return instead;
  return conditionsHeld(answer.conditions, who) === 'fails' ? undefined : answer;
}

/** The approved answer to a question, or undefined when there is none. */
export function findAnswer(knowledge: Knowledge, question: Question): Found | undefined {
  const { today, readings, who = nothingKnown } = question;
  const isUnderstood = readings.some(
    ({ intent, probability }) => intent !== 'outOfScope' && probability >= understoodFrom,
  );
  const sure = readings.find(({ probability }) => probability >= sureOfIntent);
  const isStory = sure !== undefined && question.text.length > storyFrom[question.locale];
  const least = isStory ? explainedLeastOfStory : isUnderstood ? explainedLeast : explainedLeastElsewhere;
  for (const { answer, explained, isItsOwn } of ranked(knowledge, question)) {
    if (explained < least) break;
    const told = fitting(knowledge, answer, who, today);
    if (told !== undefined) return { answer: told, explained, isItsOwn };
  }
  const general = knowledge.answers.find(
    (answer) => answer.general === true && answer.intent === sure?.intent && isTold(today)(answer),
  );
  const told = general === undefined ? undefined : fitting(knowledge, general, who, today);
  return told === undefined ? undefined : { answer: told, explained: 0, isItsOwn: false };
}
