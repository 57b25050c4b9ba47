// Message id + typed values → words, and the list of figures that those words may contain (for the outbound guard).
import IntlMessageFormat from 'intl-messageformat';
import type { CalendarDate } from '../../data/domain/calendar/calendar';
import type { Locale } from '../../data/domain/customer/customerTurn';
import { fenToYuanText } from '../../data/domain/money/money';
import { type MessageId, type MessageValues, messageText, valueKindsOf } from './messages';
import type { ValueKind } from './valueKinds';

/** One message as it will be read: its words, and every figure text that they may contain. */
export interface Spoken {
  readonly id: MessageId;
  readonly text: string;
  /** The typed values by name, as they are shown; days as in the calendar. */
  readonly values: Readonly<Record<string, string>>;
  /** The formatted values and the literal text of the approved template. */
  readonly sources: readonly string[];
}

const compiled = new Map<string, IntlMessageFormat>();

function compile(locale: Locale, text: string): IntlMessageFormat {
  const key = `${locale}/${text}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  compiled.set(key, format);
  return format;
}

type Elements = ReturnType<IntlMessageFormat['getAst']>;
/** The kind of ICU element that is words and nothing else. */
const isWords = 0;

/** The words of an approved text without its values: those of every branch of a choice too, "最后一天" among them. */
const literalOf = (elements: Elements): string =>
  elements
    .map((element) => {
      if ('options' in element)
        return Object.values(element.options)
          .map(({ value }) => literalOf(value))
          .join(' ');
      return element.type === isWords ? element.value : ' ';
    })
    .join('');

/** 0.036 → "3.6%": at most two decimals, none that are zero. */
export const rateText = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

const dayOf = (locale: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const days: Readonly<Record<Locale, Intl.DateTimeFormat>> = { 'zh-CN': dayOf('zh-CN'), 'en-US': dayOf('en-GB') };

/** A day as people write it (R10): 16 December 2026, and in Chinese by year, month and day. */
export const dayText = (locale: Locale, date: CalendarDate): string =>
  days[locale].format(new Date(`${date}T00:00:00Z`));

function valueText(locale: Locale, kind: ValueKind, value: unknown): string | number {
  if (kind === 'date') return dayText(locale, String(value));
  if (kind === 'money') return fenToYuanText(Number(value));
  if (kind === 'saidMoney') return fenToYuanText(Number(value)).replace(/\.00$/, '');
  if (kind === 'rate') return rateText(Number(value));
  // Numbers stay numbers, so that ICU plural and select can read them; texts pass through.
  return typeof value === 'number' ? value : String(value);
}

const isDay = (id: MessageId, name: string): boolean => valueKindsOf(id)[name] === 'date';

/** The words of message `id` in `locale`; `timesSaidBefore` picks the wording, so that nothing is put twice alike. */
export const formatMessage = <Id extends MessageId>(
  locale: Locale,
  id: Id,
  values: MessageValues<Id>,
  timesSaidBefore = 0,
): Spoken => formatSaved(locale, id, values, timesSaidBefore);

/** The same for values read back from saved state: a value that is missing there is an error. */
export function formatSaved(
  locale: Locale,
  id: MessageId,
  values: Readonly<Record<string, unknown>>,
  timesSaidBefore = 0,
): Spoken {
  const shown: Record<string, string | number> = {};
  for (const [name, kind] of Object.entries(valueKindsOf(id))) {
    const value = values[name];
    if (value === undefined) throw new Error(`Message ${id} needs the value "${name}" (${kind}).`);
    shown[name] = valueText(locale, kind, value);
  }
  const template = messageText(locale, id, timesSaidBefore);
  const formatted = compile(locale, template).format(shown);
  const literal = literalOf(compile(locale, template).getAst());
  const texts = Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, String(value)]));
  // A day is kept as it stands in the calendar, whatever the language writes.
  const kept = Object.entries(texts).map(([name, text]) => [name, isDay(id, name) ? String(values[name]) : text]);
  return { id, text: String(formatted), values: Object.fromEntries(kept), sources: [...Object.values(texts), literal] };
}
