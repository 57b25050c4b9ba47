// The language that a message is written in, whatever the phone is set to.
import type { Locale } from '../../../data/domain/customer/customerTurn';

const hanChar = /\p{Script=Han}/gu;
const latinWord = /[a-z]{2,}/g;
/** Short forms that Chinese writers use among Chinese words, and that say nothing about the language on their own. */
const wordless = /^(?:ok|okay|rmb|cny|app|hi|hello|bye|vip|qq|sms|pos|atm|id|no|yes|hr)$/;

/** Null when the message has no words: a figure, an emoji. */
export function languageOf(text: string): Locale | null {
  const han = text.match(hanChar)?.length ?? 0;
  const latin = text.match(latinWord) ?? [];
  if (han === 0) return latin.length === 0 ? null : 'en-US';
  const english = latin.filter((word) => !wordless.test(word)).length;
  // A Chinese sentence borrows a word or two; an English one names a bank in characters.
  return english >= 4 && english * 2 > han ? 'en-US' : 'zh-CN';
}
