// Masks what must not be kept in the clear (promise P12): card, identity and phone numbers, codes, mail and other addresses,
// names, and words about health. For what is stored and logged; understanding reads the words as they were typed.
import { maskHealth } from './health';
import { maskNames } from './names';
import { maskEveryDigit, maskNumbers } from './numbers';
import { maskPlaces } from './places';

/** Longer words than these are cut before anything is looked for. */
const readMax = 4000;

/** Letters and figures in their plain form, nothing invisible; the marks of a sentence stay as they were typed. */
const plain = (text: string): string =>
  text
    .slice(0, readMax)
    .replace(/[^，。！？；：、（）\n]+/g, (run) => run.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '');

/**
 * The words as they may be stored. Amounts such as 26,431.20, dates and counts stay readable. `names` are those of the
 * customer who is known to speak. When in doubt, more is hidden.
 */
export const maskPersonal = (text: string, names: readonly string[] = []): string =>
  maskNumbers(maskNames(maskHealth(maskPlaces(plain(text))), names));

/** For answers to "last four of card and ID", and for one-time codes: no digit is kept either. */
export const maskDigits = (text: string, names: readonly string[] = []): string =>
  maskEveryDigit(maskPersonal(text, names));
