// The places of a message at which a new act may begin: between its words, with the marks that stand there.
import type { Locale } from '../../../data/domain/customer/customerTurn';
import joiners from '../lexicons/joiners.json';

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A Chinese character, a word, or the capital letter that stands for a figure. */
const token = /[A-Z0-9]|[a-z']+|[^\s\p{P}\p{S}A-Z0-9a-z]|[\p{So}]\uFE0F?/gu;

export const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(token), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

const opening: Readonly<Record<Locale, RegExp>> = {
  'zh-CN': new RegExp(`^[\\s\\p{P}\\p{S}]*${joiners['zh-CN']}`, 'u'),
  'en-US': new RegExp(`^[\\s\\p{P}\\p{S}]*${joiners['en-US']}(?![a-z'])`, 'u'),
};
const marks = /^[\s\p{P}]+/u;

/** The joining word that a text opens with, without marks; empty when there is none. */
export const joinerAt = (text: string, locale: Locale): string =>
  (opening[locale].exec(text)?.[0] ?? '').replace(/[\s\p{P}]/gu, '');

/** How many characters of marks and joining words stand before what an act says; never the whole text. */
export function leadingLength(text: string, locale: Locale): number {
  const joined = opening[locale].exec(text)?.[0].length ?? 0;
  const after = joined + (marks.exec(text.slice(joined))?.[0].length ?? 0);
  return after >= text.length ? (marks.exec(text)?.[0].length ?? 0) % Math.max(1, text.length) : after;
}
