// The index over approved answers: the ways of asking, the words that point to an answer, and what it says.
import MiniSearch from 'minisearch';
import type { Locale } from '../../domain/customer/customerTurn';
import type { Answer } from '../answer';
import { createWordModel } from './wordModel';
import { sameQuestion, termsOf } from './words';

/** How well an answer fits what was said. */
export interface Match {
  readonly answer: Answer;
  /** Rank weight (BM25) as a share of the best answer's, 0-1. */
  readonly score: number;
  /** True where the question is one of its own, as it was written down. */
  readonly isItsOwn: boolean;
  /** How likely it is by the words alone, 0-1. */
  readonly likely: number;
  /** How many different terms were asked for. */
  readonly asked: number;
  /** Share of what was said that the answer accounts for, 0-1, rare words weighing more. */
  readonly explained: number;
}

interface Entry {
  readonly id: string;
  readonly questions: string;
  readonly keywords: string;
  readonly text: string;
}

export interface AnswerIndex {
  /** All answers that share a term with the text, best first. */
  search(text: string): readonly Match[];
}

/** What an answer says counts less than how people ask for it. */
const boost = { questions: 1, keywords: 1, text: 0.3 };

/** Longer messages tell a story; their first part is enough to find an answer by. */
const charactersMax = 400;

const entryOf = ({ id, questions, keywords, short, more }: Answer, locale: Locale): Entry => ({
  id,
  questions: questions[locale].join('\n'),
  keywords: keywords[locale].join('\n'),
  text: [short[locale], more?.[locale] ?? ''].join('\n'),
});

export function createAnswerIndex(answers: readonly Answer[], locale: Locale): AnswerIndex {
  const tokenize = (text: string) => termsOf(text, locale);
  const index = new MiniSearch<Entry>({
    fields: ['questions', 'keywords', 'text'],
    tokenize,
    processTerm: (term) => term,
    searchOptions: { boost, combineWith: 'OR', tokenize, processTerm: (term) => term },
  });
  const model = createWordModel(answers, locale);
  const writtenDown = new Map(
    answers.flatMap(({ id, questions }) => questions[locale].map((question) => [sameQuestion(question), id] as const)),
  );
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const holders = new Map<string, number>();
  for (const answer of answers) {
    const entry = entryOf(answer, locale);
    index.add(entry);
    for (const term of new Set(tokenize(`${entry.questions}\n${entry.keywords}\n${entry.text}`)))
      holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  const weightOf = (term: string): number => Math.log(1 + answers.length / (1 + (holders.get(term) ?? 0)));

  function look(said: string): readonly Match[] {
    const text = said.slice(0, charactersMax);
    const asked = [...new Set(tokenize(text))];
    const all = asked.reduce((sum, term) => sum + weightOf(term), 0);
    const likely = model.probabilities(text);
    const own = writtenDown.get(sameQuestion(said));
    // What the index multiplies by the number of terms found is undone: a long question is no better one.
    const found = index.search(text).map((one) => ({ ...one, plain: one.score / Math.max(1, one.queryTerms.length) }));
    const highest = Math.max(...found.map(({ plain }) => plain));
    return found
      .flatMap(({ id, plain, queryTerms }): Match[] => {
        const answer = byId.get(String(id));
        if (answer === undefined) return [];
        const explained = queryTerms.reduce((sum, term) => sum + weightOf(term), 0) / all;
        const share = likely.get(answer.id) ?? 0;
        const isItsOwn = own === answer.id;
        return [{ answer, isItsOwn, score: plain / highest, likely: share, asked: asked.length, explained }];
      })
      .sort((a, b) => b.score - a.score);
  }
  // Whether a message is a question, and what its answer is, are two questions about the same words.
  let last: { readonly said: string; readonly matches: readonly Match[] } | null = null;
  return {
    search(said) {
      if (last?.said !== said) last = { said, matches: look(said) };
      return last.matches;
    },
  };
}

const made = new WeakMap<readonly Answer[], Partial<Record<Locale, AnswerIndex>>>();

/** The index of these answers, made at the first question in its language. */
export function answerIndexOf(answers: readonly Answer[], locale: Locale): AnswerIndex {
  const own = made.get(answers) ?? {};
  const index = own[locale] ?? createAnswerIndex(answers, locale);
  made.set(answers, { ...own, [locale]: index });
  return index;
}
