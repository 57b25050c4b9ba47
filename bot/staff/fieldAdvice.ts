// What to do about a field that a schema refuses, in plain words of both languages; the words stand in fieldTexts.json.
import type { z } from 'zod';
import { fenToYuanText } from '../../data/domain/money/money';
import type { Bilingual } from './contract/common';
import texts from './text/fieldTexts.json';
import patternTexts from './text/patternTexts.json';
import unitTexts from './text/unitTexts.json';

type Issue = z.core.$ZodRawIssue;
type TextName = keyof typeof texts;

const fill = (text: Bilingual, name: string, value: string | Bilingual): Bilingual => {
  const inLanguage = (locale: keyof Bilingual) =>
    text[locale].replace(`{${name}}`, () => (typeof value === 'string' ? value : value[locale]));
  return { 'zh-CN': inLanguage('zh-CN'), 'en-US': inLanguage('en-US') };
};
const both = (text: string): Bilingual => ({ 'zh-CN': text, 'en-US': text });

/** A bound as it is typed into the form: fen as yuan, shares as percent. */
function limitText(limit: number, unit: string | undefined): Bilingual {
  const shown =
    unit === 'fen'
      ? fenToYuanText(limit).replace(/\.00$/, '')
      : unit === 'share' || unit === 'sharePerMonth'
        ? String(Number((limit * 100).toFixed(4)))
        : limit.toLocaleString('en-US');
  const words = new Map(Object.entries(unitTexts));
  const text = (limit === 1 ? words.get(`${unit}.one`) : undefined) ?? words.get(unit ?? '');
  return text === undefined ? both(shown) : fill(text, 'n', shown);
}

function ofType({ expected, input }: Issue & { code: 'invalid_type' }, unit: string | undefined): TextName {
  if (input === undefined || input === null || input === '') return 'missing';
  if (expected === 'int') return unit === 'fen' ? 'wholeFen' : 'wholeNumber';
  if (expected === 'number') return 'number';
  if (expected === 'string') return 'text';
  return expected === 'boolean' ? 'yesOrNo' : 'shape';
}

function ofBound(issue: Issue & { code: 'too_small' | 'too_big' }, unit: string | undefined): Bilingual {
  const isSmall = issue.code === 'too_small';
  const limit = Number(isSmall ? issue.minimum : issue.maximum);
  const counted = (few: TextName, many: TextName) => fill(texts[isSmall ? few : many], 'limit', String(limit));
  if (issue.origin === 'string')
    return isSmall && limit === 1 ? texts.missing : counted('fewCharacters', 'manyCharacters');
  if (issue.origin === 'array') return isSmall && limit === 1 ? texts.noEntries : counted('fewEntries', 'manyEntries');
  const [inclusive, exclusive] = isSmall ? (['atLeast', 'moreThan'] as const) : (['atMost', 'lessThan'] as const);
  return fill(texts[issue.inclusive === false ? exclusive : inclusive], 'limit', limitText(limit, unit));
}

function ofFormat({ format, pattern, input }: Issue & { code: 'invalid_format' }): Bilingual {
  if (input === '') return texts.missing;
  if (format === 'date') return texts.date;
  if (format === 'datetime') return texts.moment;
  return Object.entries(patternTexts).find(([source]) => source === pattern)?.[1] ?? texts.form;
}

/** More choices than this are not named one by one. */
const namedMax = 8;

function ofChoice(values: readonly unknown[]): Bilingual {
  const named = { 'zh-CN': values.join('、'), 'en-US': values.join(', ') };
  if (values.length === 0 || values.length > namedMax) return texts.oneOfTheList;
  return fill(texts[values.length === 1 ? 'onlyValue' : 'oneOf'], 'values', named);
}

/** `unit` is that of the field, where it has one ('fen', 'share', 'months' …). */
export function adviceOn(issue: Issue, unit: string | undefined): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return texts[ofType(issue, unit)];
    case 'too_small':
    case 'too_big':
      return ofBound(issue, unit);
    case 'invalid_format':
      return ofFormat(issue);
    case 'not_multiple_of':
      return fill(texts.multiple, 'limit', limitText(Number(issue.divisor), unit));
    case 'invalid_value':
      return issue.input === undefined ? texts.missing : ofChoice(issue.values);
    case 'unrecognized_keys':
      return fill(texts.unknownField, 'values', issue.keys.join(', '));
    case 'invalid_union':
      return issue.discriminator === undefined ? texts.wrong : texts.oneOfTheList;
    default:
      return texts.wrong;
  }
}
