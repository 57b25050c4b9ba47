// Approved answers as data: each with its source, as-of date and, where it has one, the day after which it is not told.
import { z } from 'zod';
import { type CalendarDate, calendarDateSchema } from '../domain/calendar/calendar';
import { type Intent, intentSchema, type Locale } from '../domain/customer/customerTurn';

const bilingual = z.object({ 'zh-CN': z.string().min(1), 'en-US': z.string().min(1) });

export const answerSchema = z.object({
  id: z.string().regex(/^[a-z][A-Za-z]*$/),
  /** The question this answers. Several answers of one intent are chosen among by `keywords`. */
  intent: intentSchema,
  /** Words in the customer's message that make this answer the better one; none for the intent's main answer. */
  keywords: z.object({ 'zh-CN': z.array(z.string()), 'en-US': z.array(z.string()) }),
  text: bilingual,
  source: bilingual,
  asOf: calendarDateSchema,
  /** Last day on which this may be told. */
  endsOn: calendarDateSchema.nullable(),
  /** False when the bank's counsel should confirm the rule before use. */
  confirmed: z.boolean(),
});
export type Answer = z.infer<typeof answerSchema>;

export const knowledgeSchema = z.array(answerSchema).superRefine((answers, context) => {
  const ids = new Set<string>();
  for (const answer of answers) {
    if (ids.has(answer.id)) context.addIssue({ code: 'custom', message: `two answers have the id ${answer.id}` });
    ids.add(answer.id);
  }
});

export interface Knowledge {
  readonly answers: readonly Answer[];
}

/** The approved answer to a question, or undefined when there is none that is still true today. */
export function answerTo(
  knowledge: Knowledge,
  intent: Intent,
  text: string,
  locale: Locale,
  today: CalendarDate,
): Answer | undefined {
  const said = plainWords(text);
  const live = knowledge.answers.filter(
    (answer) => answer.intent === intent && (answer.endsOn === null || today <= answer.endsOn),
  );
  const found = (word: string) =>
    said.includes(locale === 'en-US' ? ` ${plainWords(word).trim()}` : word.toLowerCase());
  // A longer keyword says more: "lawyer's letter" outweighs "letter".
  const hits = (answer: Answer) =>
    answer.keywords[locale].filter(found).reduce((length, word) => length + word.length, 0);
  const best = [...live].sort((a, b) => hits(b) - hits(a))[0];
  const main = live.find((answer) => answer.keywords[locale].length === 0);
  return best !== undefined && hits(best) > 0 ? best : (main ?? best);
}

/** Lower case, one kind of apostrophe, one space between words: an English keyword then matches at a word's start only. */
const plainWords = (text: string): string =>
  ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[^\p{L}\p{N}%'\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()} `;
