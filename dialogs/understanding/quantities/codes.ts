// Digits that are no figure: the endings of card and ID side by side, and a one-time code that comes when nobody asks for one.
import lexicon from '../lexicons/codeWords.json';

export interface Code {
  /** Where the digits stand in the normalised text. */
  readonly from: number;
  readonly to: number;
}

const endings = new RegExp(lexicon.endings, 'gd');
const sixDigits = new RegExp(lexicon.sixDigits, 'd');
const filling = new RegExp(lexicon.filling, 'g');
const consent = new RegExp(lexicon.consent, 'g');
/** Sums of money go in hundreds; none begins with a nought. */
const isRound = (digits: string) => /^[1-9].*00$/.test(digits);

function endingsIn(text: string): Code[] {
  return [...text.matchAll(endings)].flatMap(({ 0: both, indices }) => {
    const [from, to] = indices?.[0] ?? [0, 0];
    return both.split(/\s/).every(isRound) ? [] : [{ from, to }];
  });
}

/** Six digits that are no round sum, and what stands beside them. */
function sixDigitsIn(text: string): { readonly code: Code; readonly beside: string } | null {
  const [from, to] = sixDigits.exec(text)?.indices?.[0] ?? [0, 0];
  if (from === to || isRound(text.slice(from, to))) return null;
  return { code: { from, to }, beside: `${text.slice(0, from)} ${text.slice(to)}`.replace(filling, '') };
}

const saysSomething = (text: string) => /[\p{L}\p{N}]/u.test(text);

/** Whether a normalised text is a one-time code and says nothing else. */
export function isLateCode(text: string): boolean {
  const found = sixDigitsIn(text);
  return found !== null && !saysSomething(found.beside);
}

/** Every code in a normalised text; a one-time code may stand beside a word of consent. */
export function codesIn(text: string): Code[] {
  const found = sixDigitsIn(text);
  const late = found !== null && !saysSomething(found.beside.replace(consent, '')) ? [found.code] : [];
  return [...endingsIn(text), ...late];
}

export const withoutCodes = (text: string): string =>
  codesIn(text).reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
