// Puts values into a text: ICU messages with plurals and choices, each read once. The pages of the console use it too.
import { IntlMessageFormat } from 'intl-messageformat';

export type Language = 'zh-CN' | 'en-US';
export type TextValues = Readonly<Record<string, string | number>>;

const formats = new Map<string, IntlMessageFormat>();

function formatOf(language: Language, text: string): IntlMessageFormat {
  const id = `${language}|${text}`;
  const known = formats.get(id);
  if (known !== undefined) return known;
  const made = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  formats.set(id, made);
  return made;
}

/** Throws where a value is missing that the text asks for. */
export const formatText = (language: Language, text: string, values: TextValues = {}): string =>
  text.includes('{') ? String(formatOf(language, text).format(values)) : text;

/** The names of the values that stand in a text, outside its plurals and choices. */
export const valueNamesOf = (language: Language, text: string): readonly string[] =>
  formatOf(language, text)
    .getAst()
    .flatMap((part) => ('value' in part && part.type !== 0 ? [part.value] : []));
