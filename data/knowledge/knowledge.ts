// Approved answers as data: each with its source, as-of date and, where it has one, the day after which it is not told.
import { z } from 'zod';
import { type CalendarDate, calendarDateSchema } from '../domain/calendar/calendar';
import { type Intent, intentSchema, type Locale } from '../domain/customer/customerTurn';
import shippedSubjects from './subjects.json';

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
  /** First day on which this may be told, where the rule is not older than the bank's use of this assistant. */
  beginsOn: calendarDateSchema.optional(),
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

/** Questions that are answered from the records of the customer, and so have no approved text. */
export const answeredFromRecords = ['ask.offer', 'ask.case', 'ask.queue'] as const satisfies readonly Intent[];

/** How well an answer's keywords fit: the length of all that are found, and where the first one stands. */
interface Fit {
  readonly answer: Answer;
  readonly length: number;
  readonly at: number;
}

/** A longer keyword says more: "lawyer's letter" outweighs "letter". Of two that fit alike, the one said first is meant. */
function fitsOf(answers: readonly Answer[], text: string, locale: Locale): readonly Fit[] {
  const said = plainWords(text);
  const place = (word: string) => said.indexOf(locale === 'en-US' ? ` ${plainWords(word).trim()}` : word.toLowerCase());
  return answers
    .map((answer): Fit => {
      const found = answer.keywords[locale].filter((word) => place(word) >= 0);
      return { answer, length: found.reduce((sum, word) => sum + word.length, 0), at: Math.min(...found.map(place)) };
    })
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length || a.at - b.at);
}

const isTold =
  (today: CalendarDate) =>
  ({ beginsOn, endsOn }: Answer): boolean =>
    (beginsOn === undefined || today >= beginsOn) && (endsOn === null || today <= endsOn);

/** The approved answer to a question, or undefined when there is none that is still true today. */
export function answerTo(
  knowledge: Knowledge,
  intent: Intent,
  text: string,
  locale: Locale,
  today: CalendarDate,
): Answer | undefined {
  const live = knowledge.answers.filter((answer) => answer.intent === intent).filter(isTold(today));
  const [best] = fitsOf(live, text, locale);
  return best?.answer ?? live.find((answer) => answer.keywords[locale].length === 0) ?? live[0];
}

/** How much of a message the keywords of an intent's answers explain, in characters; 0 for none. */
export function fitOf(knowledge: Knowledge, intent: Intent, text: string, locale: Locale): number {
  const own = knowledge.answers.filter((answer) => answer.intent === intent);
  return fitsOf(own, text, locale)[0]?.length ?? 0;
}

const words = z.array(z.string().min(2)).min(1);
/** What each kind of question is about, in a word or two: for messages that no answer's own keywords explain. */
const subjects = z.partialRecord(intentSchema, z.object({ 'zh-CN': words, 'en-US': words })).parse(shippedSubjects);

/** The one kind of question whose subject is named; undefined for none, or for two. */
export function intentOfSubject(text: string, locale: Locale): Intent | undefined {
  const said = plainWords(text);
  const named = intentSchema.options.filter((intent) =>
    subjects[intent]?.[locale].some((word) => said.includes(locale === 'en-US' ? ` ${word}` : word)),
  );
  return named.length === 1 ? named[0] : undefined;
}

/**
 * The question whose answers speak of what was said, for a message that was hardly understood: the intent whose best answer
 * explains most of it, at least `least` characters; undefined where none does, or two do alike.
 */
export function intentExplaining(
  { answers }: Knowledge,
  text: string,
  locale: Locale,
  today: CalendarDate,
  least: number,
): Intent | undefined {
  const [best, second] = fitsOf(answers.filter(isTold(today)), text, locale);
  if (best === undefined || best.length < least) return undefined;
  const isAlike = second !== undefined && second.length === best.length && second.answer.intent !== best.answer.intent;
  return isAlike ? undefined : best.answer.intent;
}

/**
 * The answer to a question that goes on from the last answer ("and from which day?"): one of the same intent whose keywords
 * are in the message; undefined where none are, and the message is about something else.
 */
export function answerGoingOn(
  knowledge: Knowledge,
  last: Answer,
  text: string,
  locale: Locale,
  today: CalendarDate,
): Answer | undefined {
  const near = knowledge.answers.filter(({ intent }) => intent === last.intent).filter(isTold(today));
  return fitsOf(near, text, locale)[0]?.answer;
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
