// Words that point to an answer wherever they are said: what settles between two readings, and what goes on from an answer.
import { z } from 'zod';
import type { CalendarDate } from '../domain/calendar/calendar';
import { type Intent, intentSchema, type Locale } from '../domain/customer/customerTurn';
import { type Answer, isTold, type Knowledge } from './answer';
import { plain } from './search/words';
import shippedSubjects from './subjects.json';

/** How well an answer's keywords fit: the length of all that are found, and where the first one stands. */
interface Fit {
  readonly answer: Answer;
  readonly length: number;
  readonly at: number;
}

/** A keyword as it is looked for among plain words, and its own length in characters. */
interface Keyword {
  readonly sought: string;
  readonly length: number;
}

type Known = WeakMap<Answer, readonly Keyword[]>;
const known: Readonly<Record<Locale, Known>> = { 'zh-CN': new WeakMap(), 'en-US': new WeakMap() };

/** The keywords of an answer, made plain once: every message is searched for all of them. */
function keywordsOf(answer: Answer, locale: Locale): readonly Keyword[] {
  const before = known[locale].get(answer);
  if (before !== undefined) return before;
  const keywords = answer.keywords[locale].map((word) => ({
    sought: locale === 'en-US' ? ` ${plainWords(word).trim()}` : word.toLowerCase(),
    length: word.length,
  }));
  known[locale].set(answer, keywords);
  return keywords;
}

/** A longer keyword says more: "lawyer's letter" outweighs "letter". Of two that fit alike, the one said first is meant. */
function fitsOf(answers: readonly Answer[], text: string, locale: Locale): readonly Fit[] {
  const said = plainWords(text);
  return answers
    .map((answer): Fit => {
      const found = keywordsOf(answer, locale)
        .map(({ length, sought }) => ({ length, at: said.indexOf(sought) }))
        .filter(({ at }) => at >= 0);
      const length = found.reduce((sum, one) => sum + one.length, 0);
      return { answer, length, at: Math.min(...found.map(({ at }) => at)) };
    })
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length || a.at - b.at);
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
  const asked = answers.filter(({ intent }) => intent.startsWith('ask.')).filter(isTold(today));
  const [best, second] = fitsOf(asked, text, locale);
  if (best === undefined || best.length < least) return undefined;
  const isAlike = second !== undefined && second.length === best.length && second.answer.intent !== best.answer.intent;
  return isAlike ? undefined : best.answer.intent;
}

/** Lower case, one kind of apostrophe, one space between words: an English keyword then matches at a word's start only. */
const plainWords = (text: string): string =>
  ` ${plain(text)
    .replace(/[^\p{L}\p{N}%'\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()} `;
