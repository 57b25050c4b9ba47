// What to do about a field that a schema refuses, in plain words of both languages.
import type { z } from 'zod';
import { fenToYuanText } from '../../data/domain/money/money';
import type { Bilingual } from './contract/common';
import { hasText, staffText, type TextName, type Values } from './text/staffText';

type Issue = z.core.$ZodRawIssue;
type FieldText = TextName<'field'>;

const say = (name: FieldText, values: Values = {}): Bilingual => staffText('field', name, values);
const both = (text: string): Bilingual => ({ 'zh-CN': text, 'en-US': text });

/** A bound as it is typed into the form: fen as yuan, shares as percent. */
function limitText(limit: number, unit: string | undefined): Bilingual {
  const shown =
    unit === 'fen'
      ? fenToYuanText(limit).replace(/\.00$/, '')
      : unit === 'share' || unit === 'sharePerMonth'
        ? String(Number((limit * 100).toFixed(4)))
        : limit.toLocaleString('en-US');
  const names = [...(limit === 1 ? [`limit.${unit}.one`] : []), `limit.${unit}`];
  const name = names.find((one) => hasText('unit', one));
  return name !== undefined && hasText('unit', name) ? staffText('unit', name, { n: shown }) : both(shown);
}

function ofType({ expected, input }: Issue & { code: 'invalid_type' }, unit: string | undefined): FieldText {
  if (input === undefined || input === null || input === '') return 'missing';
  if (expected === 'int') return unit === 'fen' ? 'wholeFen' : 'wholeNumber';
  if (expected === 'number') return 'number';
  if (expected === 'string') return 'text';
  return expected === 'boolean' ? 'yesOrNo' : 'shape';
}

function ofBound(issue: Issue & { code: 'too_small' | 'too_big' }, unit: string | undefined): Bilingual {
  const isSmall = issue.code === 'too_small';
  const limit = Number(isSmall ? issue.minimum : issue.maximum);
  const counted = (few: FieldText, many: FieldText) => say(isSmall ? few : many, { limit: String(limit) });
  if (issue.origin === 'string')
    return isSmall && limit === 1 ? say('missing') : counted('fewCharacters', 'manyCharacters');
  if (issue.origin === 'array') return isSmall && limit === 1 ? say('noEntries') : counted('fewEntries', 'manyEntries');
  const [inclusive, exclusive] = isSmall ? (['atLeast', 'moreThan'] as const) : (['atMost', 'lessThan'] as const);
  return say(issue.inclusive === false ? exclusive : inclusive, { limit: limitText(limit, unit) });
}

function ofFormat({ format, pattern, input }: Issue & { code: 'invalid_format' }): Bilingual {
  if (input === '') return say('missing');
  if (format === 'date') return say('date');
  if (format === 'datetime') return say('moment');
  return pattern !== undefined && hasText('pattern', pattern) ? staffText('pattern', pattern) : say('form');
}

/** More choices than this are not named one by one. */
const namedMax = 8;

function ofChoice(values: readonly unknown[]): Bilingual {
  const named = { 'zh-CN': values.join('、'), 'en-US': values.join(', ') };
  if (values.length === 0 || values.length > namedMax) return say('oneOfTheList');
  return say(values.length === 1 ? 'onlyValue' : 'oneOf', { values: named });
}

/** `unit` is that of the field, where it has one ('fen', 'share', 'months' …). */
export function adviceOn(issue: Issue, unit: string | undefined): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return say(ofType(issue, unit));
    case 'too_small':
    case 'too_big':
      return ofBound(issue, unit);
    case 'invalid_format':
      return ofFormat(issue);
    case 'not_multiple_of':
      return say('multiple', { limit: limitText(Number(issue.divisor), unit) });
    case 'invalid_value':
      return issue.input === undefined ? say('missing') : ofChoice(issue.values);
    case 'unrecognized_keys':
      return say('unknownField', { values: issue.keys.join(', ') });
    case 'invalid_union':
      return issue.discriminator === undefined ? say('wrong') : say('oneOfTheList');
    default:
      return say('wrong');
  }
}
