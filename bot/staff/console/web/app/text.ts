// Words of the console in both languages; a key that one language lacks is a type error.
import { IntlMessageFormat } from 'intl-messageformat';
import english from '../../../text/page/en-US.json';
import chinese from '../../../text/page/zh-CN.json';

export type Language = 'zh-CN' | 'en-US';
export type TextKey = keyof typeof chinese;
export type TextValues = Record<string, string | number>;
export type Translate = (key: TextKey, values?: TextValues) => string;

const texts: Record<Language, Record<TextKey, string>> = { 'zh-CN': chinese, 'en-US': english };
const formats = new Map<string, IntlMessageFormat>();

function formatOf(language: Language, key: TextKey): IntlMessageFormat {
  const id = `${language}|${key}`;
  const known = formats.get(id);
  if (known !== undefined) return known;
  const made = new IntlMessageFormat(texts[language][key], language);
  formats.set(id, made);
  return made;
}

export function translate(language: Language, key: TextKey, values?: TextValues): string {
  const text = texts[language][key];
  if (values === undefined && !text.includes('{')) return text;
  return String(formatOf(language, key).format(values));
}

/** A text in both languages at once, as the server sends its own. */
export const inBoth = (key: TextKey, values?: TextValues): Record<Language, string> => ({
  'zh-CN': translate('zh-CN', key, values),
  'en-US': translate('en-US', key, values),
});

/** True for a key made at run time from a server's code, when there are words for it. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(chinese, key);
