// The index over approved answers: each way of asking, the words that point to an answer, and what it says.
import MiniSearch from 'minisearch';
import type { Locale } from '../../domain/customer/customerTurn';
import type { Answer } from '../answer';
import { termsOf } from './words';

/** How well an answer fits what was said. */
export interface Match {
  readonly answer: Answer;
  /** Rank weight (BM25) as a share of the best answer's, 0-1. */
  readonly score: number;
  /** How many different terms were asked for. */
  readonly asked: number;
  /** Share of what was said that the answer accounts for, 0-1, rare words weighing more. */
  readonly explained: number;
}

interface Entry {
  readonly id: string;
  readonly answerId: string;
  readonly questions: string;
  readonly keywords: string;
  readonly text: string;
}

export interface AnswerIndex {
  /** All answers that share a term with the text, best first. */
  search(text: string): readonly Match[];
}

/** What an answer says counts less than how people ask for it. */
const boost = { questions: 1, keywords: 0.6, text: 0.3 };

/** Longer messages tell a story; their first part is enough to find an answer by. */
const charactersMax = 400;

/** Each question by itself, since people ask in one of its ways; and all of the answer together. */
function entriesOf({ id, questions, keywords, short, more }: Answer, locale: Locale): readonly Entry[] {
  const asked = questions[locale].map((text, index) => ({
    id: `${id}#${index}`,
    answerId: id,
    questions: text,
    keywords: '',
    text: '',
  }));
  const whole = {
    id,
    answerId: id,
    questions: questions[locale].join('\n'),
    keywords: keywords[locale].join('\n'),
    text: [short[locale], more?.[locale] ?? ''].join('\n'),
  };
  return [...asked, whole];
}

export function createAnswerIndex(answers: readonly Answer[], locale: Locale): AnswerIndex {
  const tokenize = (text: string) => termsOf(text, locale);
  const index = new MiniSearch<Entry>({
    fields: ['questions', 'keywords', 'text'],
    storeFields: ['answerId'],
    tokenize,
    processTerm: (term) => term,
    searchOptions: { boost, combineWith: 'OR', tokenize, processTerm: (term) => term },
  });
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const holders = new Map<string, number>();
  for (const answer of answers) {
    const entries = entriesOf(answer, locale);
    index.addAll(entries);
    const terms = new Set(
      entries.flatMap(({ questions, keywords, text }) => tokenize(`${questions}\n${keywords}\n${text}`)),
    );
    for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  const weightOf = (term: string): number => Math.log(1 + answers.length / (1 + (holders.get(term) ?? 0)));

  function search(said: string): readonly Match[] {
    const text = said.slice(0, charactersMax);
    const asked = [...new Set(tokenize(text))];
    const all = asked.reduce((sum, term) => sum + weightOf(term), 0);
    const best = new Map<string, Match>();
    for (const { answerId, score, queryTerms } of index.search(text)) {
      const answer = byId.get(String(answerId));
      if (answer === undefined) continue;
      const explained = queryTerms.reduce((sum, term) => sum + weightOf(term), 0) / all;
      const before = best.get(answer.id);
      best.set(answer.id, {
        answer,
        score: Math.max(score, before?.score ?? 0),
        asked: asked.length,
        explained: Math.max(explained, before?.explained ?? 0),
      });
    }
    const highest = Math.max(...[...best.values()].map(({ score }) => score));
    return [...best.values()]
      .map((match) => ({ ...match, score: match.score / highest }))
      .sort((a, b) => b.score - a.score);
  }
  return { search };
}

const made = new WeakMap<readonly Answer[], Partial<Record<Locale, AnswerIndex>>>();

/** The index of these answers, made at the first question in its language. */
export function answerIndexOf(answers: readonly Answer[], locale: Locale): AnswerIndex {
  const own = made.get(answers) ?? {};
  const index = own[locale] ?? createAnswerIndex(answers, locale);
  made.set(answers, { ...own, [locale]: index });
  return index;
}
