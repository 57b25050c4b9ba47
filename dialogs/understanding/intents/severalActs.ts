// Several acts in one message: each clause is classified by itself; what else was asked is kept, to be answered afterwards, once.
import type { Intent, Locale } from '../../../data/domain/customer/customerTurn';
import type { Ranking } from './classifier';
import type { FeatureInput } from './features';
import settings from './settings.json';

const ends = /[。！？；.!?;\n，,]+/u;
/** Clauses shorter than this say too little on their own. */
const shortest: Readonly<Record<Locale, number>> = { 'zh-CN': 4, 'en-US': 10 };
const mostClauses = 8;
const mostKept = 3;

export interface ClauseAct {
  readonly intent: Intent;
  readonly probability: number;
  /** The clause holds an amount or a term. */
  readonly hasFigure: boolean;
}

/** The act of each clause; empty when the message is one clause. */
export function clauseActs(features: string, locale: Locale, classify: (input: FeatureInput) => Ranking): ClauseAct[] {
  const clauses = features.split(ends).filter((clause) => clause.trim().length >= shortest[locale]);
  if (clauses.length < 2) return [];
  return clauses.slice(0, mostClauses).flatMap((clause) => {
    const [first] = classify({ text: clause.trim(), locale, expects: undefined, slots: [] });
    return first ? [{ ...first, hasFigure: /[MTKSP]/.test(clause) }] : [];
  });
}

const questions: ReadonlySet<Intent> = new Set([
  'human',
  'contactPreference',
  'verifyCollector',
  'complaint',
  'dispute',
  'negotiate.priceRelief',
]);

/** A question that ends in a wish for an arrangement keeps the wish; told before the question, it is the story that led to it. */
const endsInWish = (acts: readonly ClauseAct[], main: Intent) =>
  (main.startsWith('ask.') || main.startsWith('account.')) && acts.at(-1)?.intent === 'negotiate.start';

/** Only questions and requests are answered afterwards: feelings, greetings and figures are heard with the main act. */
export const isAnswerable = (intent: Intent) =>
  intent.startsWith('ask.') || intent.startsWith('account.') || questions.has(intent);

export function alsoAsked(acts: readonly ClauseAct[], likeliest: Intent, main: Intent): Intent[] {
  // Someone in danger, or who is not the customer, is not told answers about money.
  if (main === 'vulnerable' || main === 'thirdParty' || main === 'outOfScope') return [];
  const wish = endsInWish(acts, main);
  const kept = (intent: Intent) => isAnswerable(intent) || (wish && intent === 'negotiate.start');
  const asked = new Set<Intent>(kept(likeliest) ? [likeliest] : []);
  for (const { intent, probability } of acts)
    if (probability >= settings.sureOfClause && kept(intent)) asked.add(intent);
  asked.delete(main);
  return acts.length === 0 ? [] : [...asked].slice(0, mostKept);
}
