// Brings any Unicode text to one plain form (NFKC, lower case, no invisible characters), remembering where each character was.

/** Longest text that is read; a longer one keeps its beginning and its end, where requests stand. */
const readAtMost = 1200;
const keepFromEnd = 300;
/** A sign that stands for more letters than this (one sign holds a whole Arabic blessing) is a phrase that nobody types; it is left out. */
const longestForm = 4;

export interface NormalText {
  readonly text: string;
  /** Index in the source of each UTF-16 unit of `text`. */
  readonly sourceIndex: readonly number[];
}

const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Mn}]/u;
const space = /\s/u;
const fullWidthDigit = /[０-９]/;
const nextUnit = (text: string, index: number) => text[index] ?? '';

/** A full-width comma parts clauses unless it stands between full-width digits, as a thousands separator. */
const isFullWidthComma = (source: string, index: number) =>
  source[index] === '，' &&
  !(fullWidthDigit.test(nextUnit(source, index - 1)) && fullWidthDigit.test(nextUnit(source, index + 1)));

/** Plain ASCII and common Chinese characters need no table look-up. */
function plainForm(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x4e00 && code <= 0x9fff) return char;
  if (code >= 0x20 && code < 0x7f) return char.toLowerCase();
  if (code >= 0xd800 && code <= 0xdfff) return '';
  if (space.test(char)) return char === '\n' ? '\n' : ' ';
  if (invisible.test(char)) return '';
  return char
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '');
}

export function normalise(source: string): NormalText {
  const clipped =
    source.length <= readAtMost
      ? source
      : `${source.slice(0, readAtMost - keepFromEnd)}\n${source.slice(-keepFromEnd)}`;
  const shift = source.length - clipped.length;
  let text = '';
  const sourceIndex: number[] = [];
  let index = 0;
  let last = '';
  let run = 0;
  for (const char of clipped) {
    const here = index;
    index += char.length;
    const form = isFullWidthComma(clipped, here) ? '，' : plainForm(char);
    if (form === '' || form.length > longestForm || (form === ' ' && (last === ' ' || text === ''))) continue;
    run = form === last ? run + 1 : 1;
    last = form;
    // "哈哈哈哈哈" and "noooooo" say no more than their first five letters; digits are kept, they are values.
    if (run > 5 && !/\d/.test(form)) continue;
    const origin = here < readAtMost - keepFromEnd ? here : here + shift;
    for (let unit = 0; unit < form.length; unit++) sourceIndex.push(origin);
    text += form;
  }
  return { text, sourceIndex };
}
