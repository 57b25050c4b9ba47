// Several acts in one message: what else was asked is kept, to be answered afterwards, once.
import type { Intent, Locale } from '../../../data/domain/customerTurn';
import questionWords from '../lexicons/questionWords.json';
import type { Ranking } from './classifier';
import type { FeatureInput } from './features';
import settings from './settings.json';

const ends = /[。！？；.!?;\n，,]+/u;
const shortest: Readonly<Record<Locale, number>> = { 'zh-CN': 4, 'en-US': 10 };
const mostClauses = 8;
const mostKept = 3;

/** Only questions and requests are answered afterwards: feelings, greetings and figures are heard with the main act. */
const answerable = (intent: Intent) =>
  intent.startsWith('ask.') ||
  intent.startsWith('account.') ||
  ['human', 'contactPreference', 'verifyCollector', 'complaint', 'dispute', 'negotiate.priceRelief'].includes(intent);

const questionPattern: Readonly<Record<Locale, RegExp>> = {
  'zh-CN': new RegExp(questionWords['zh-CN'].join('|'), 'u'),
  'en-US': new RegExp(`\\b(${questionWords['en-US'].join('|')})\\b`, 'iu'),
};
const asks = (clause: string, locale: Locale): boolean => questionPattern[locale].test(clause);

export function alsoAsked(
  text: string,
  locale: Locale,
  main: Intent,
  classify: (input: FeatureInput) => Ranking,
): Intent[] {
  // Someone in danger, or who is not the customer, is not told answers about money.
  if (main === 'vulnerable' || main === 'thirdParty' || main === 'outOfScope') return [];
  const clauses = text.split(ends).filter((clause) => clause.trim().length >= shortest[locale]);
  if (clauses.length < 2) return [];
  const asked = new Set<Intent>();
  for (const clause of clauses.slice(0, mostClauses)) {
    const [first] = classify({ text: clause.trim().replace(/\d+/g, 'M'), locale, expects: undefined, slots: [] });
    // "It went to an agency" tells how things are; only what is asked gets an answer of its own.
    if (first?.intent.startsWith('ask.') && !asks(clause, locale)) continue;
    if (first && first.intent !== main && first.probability >= settings.sureOfClause && answerable(first.intent))
      asked.add(first.intent);
  }
  return [...asked].slice(0, mostKept);
}
