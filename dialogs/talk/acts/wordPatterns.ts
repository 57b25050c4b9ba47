// The words that people use are data: each entry of such a file is a regular expression, for one language or for both.
import { z } from 'zod';

/** Schema of one expression; ends in a RegExp. */
export const wordPattern = (flags = 'i') => z.string().transform((source) => new RegExp(source, flags));

/** Schema of the expressions of both languages for one idea. */
export function inBothLanguages(flags = 'i') {
  const pattern = wordPattern(flags);
  return z.strictObject({ 'zh-CN': pattern, 'en-US': pattern });
}

/** "Whats", "whens", "thats": typed in haste without the apostrophe. */
const hasty = /\b(what|when|where|who|how|why|that|there)s\b/gi;

/** One writing of what was typed, for all widths and apostrophes: the words kept as data are looked for in it. */
export const oneWriting = (text: string): string => text.normalize('NFKC').replaceAll('’', "'").replace(hasty, "$1's");
