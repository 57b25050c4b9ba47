// Questions with the answer that each should find, one JSON object a line; asked as the assistant would ask, without a conversation.
import { z } from 'zod';
import type { CalendarDate } from '../../../../data/domain/calendar/calendar';
import { localeSchema } from '../../../../data/domain/customer/customerTurn';
import { findAnswer, type Knowledge } from '../../../../data/knowledge/knowledge';
import { readCasesBy } from '../../../../dialogs/understanding/measure/cases';
import type { Understanding } from '../../../../dialogs/understanding/understanding';

const caseSchema = z.object({ text: z.string().min(1), locale: localeSchema, id: z.string().min(1) });
export type AnswerCase = z.infer<typeof caseSchema>;

export const readAnswerCases = (source: string) => readCasesBy(caseSchema, source);

export interface AnswerOutcome extends AnswerCase {
  /** The id of the answer found; null where there was none. */
  readonly found: string | null;
}

export const runAnswerCases = (
  cases: readonly AnswerCase[],
  knowledge: Knowledge,
  understanding: Understanding,
  today: CalendarDate,
): readonly AnswerOutcome[] =>
  cases.map((one) => {
    const { text, locale } = one;
    const readings = understanding.readingsOf(text, locale);
    return { ...one, found: findAnswer(knowledge, { text, locale, today, readings })?.answer.id ?? null };
  });

const isRight = ({ id, found }: AnswerOutcome): boolean => id === found;
const shareOf = (part: number, all: number): number => (all === 0 ? 0 : Math.round((part / all) * 10_000) / 10_000);

export interface Score {
  readonly n: number;
  readonly right: number;
  /** Right of all, 0-1. */
  readonly share: number;
}

export function scoreOf(outcomes: readonly AnswerOutcome[]): Score {
  const right = outcomes.filter(isRight).length;
  return { n: outcomes.length, right, share: shareOf(right, outcomes.length) };
}

export const scoreByLocale = (outcomes: readonly AnswerOutcome[]) => ({
  ...scoreOf(outcomes),
  byLocale: Object.fromEntries(
    localeSchema.options.map((locale) => [locale, scoreOf(outcomes.filter((one) => one.locale === locale))]),
  ),
});
