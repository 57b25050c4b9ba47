// Words of the console in both languages; a key that one language lacks is a type error.
import english from '../../../text/en-US/page.json';
import { formatText, type Language } from '../../../text/formatText';
import chinese from '../../../text/zh-CN/page.json';

export type { Language };
export type TextKey = keyof typeof chinese;
export type TextValues = Record<string, string | number>;
export type Translate = (key: TextKey, values?: TextValues) => string;

const texts: Record<Language, Record<TextKey, string>> = { 'zh-CN': chinese, 'en-US': english };

export const translate = (language: Language, key: TextKey, values?: TextValues): string =>
  formatText(language, texts[language][key], values);

/** A text in both languages at once, as the server sends its own. */
export const inBoth = (key: TextKey, values?: TextValues): Record<Language, string> => ({
  'zh-CN': translate('zh-CN', key, values),
  'en-US': translate('en-US', key, values),
});

/** True for a key made at run time from a server's code, when there are words for it. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(chinese, key);
