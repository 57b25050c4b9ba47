// Which language is asked for, by its name: set, never toggled. And values of what was said, in that language.
import type { Locale } from '../../../data/domain/customer/customerTurn';
import { withBankFacts } from '../../../data/knowledge/bankFacts';
import type { Turn } from '../../talk/turn';
import { formatMessage } from '../../text/formatMessage';
import { type MessageId, messageIds, messageText, valueKindsOf } from '../../text/messages';
import words from './languageWords.json';

const locales = ['zh-CN', 'en-US'] as const satisfies readonly Locale[];
export const otherThan = (locale: Locale): Locale => (locale === 'zh-CN' ? 'en-US' : 'zh-CN');

interface Mention {
  readonly locale: Locale;
  readonly at: number;
  readonly isRefused: boolean;
  /** Named as what is read, spoken or to be used: "I only read English; some of your texts are Chinese". */
  readonly isWished: boolean;
}

function mentionsIn(text: string): readonly Mention[] {
  const wished = new RegExp(words.wishedBefore, 'i');
  const [before, after] = [new RegExp(words.refusedBefore, 'i'), new RegExp(words.refusedAfter, 'i')];
  const found = locales.flatMap((locale) =>
    [...text.matchAll(new RegExp(words.names[locale], 'gi'))].map(({ index, 0: name }): Mention => {
      const isRefused = before.test(text.slice(0, index)) || after.test(text.slice(index + name.length));
      return { locale, at: index, isRefused, isWished: wished.test(text.slice(0, index)) };
    }),
  );
  return found.sort((a, b) => a.at - b.at);
}

/** Names a language that is neither of ours, and neither of ours beside it. */
export const namesOtherLanguage = (text: string): boolean =>
  new RegExp(words.others, 'i').test(text) && mentionsIn(text).length === 0;

/** True where one of our languages is named, whatever is said of it. */
export const namesLanguage = (text: string): boolean => mentionsIn(text).length > 0;

/** "Are both languages available?": asked about, and neither wished for. */
export const asksWhichLanguages = (text: string): boolean =>
  new RegExp(words.asksWhich, 'i').test(text) && mentionsIn(text).length === 0;

/** "Sorry my English bad", in English: what is said of one's own skill asks for nothing, and the other language is offered. */
export function excusesOwnLanguage(text: string, written: Locale | null): boolean {
  const [only, ...others] = mentionsIn(text);
  const isPoor = new RegExp(words.poorAfter, 'i').test(text);
  return only !== undefined && others.length === 0 && only.locale === written && isPoor;
}

/** The language that the words ask for: the last one named that is not refused, the other of one refused; undefined for none. */
export function languageNamed(text: string): Locale | undefined {
  if (namesOtherLanguage(text)) return undefined;
  const mentions = mentionsIn(text);
  const wanted =
    mentions.findLast(({ isRefused, isWished }) => isWished && !isRefused) ??
    mentions.findLast(({ isRefused }) => !isRefused);
  if (wanted !== undefined) return wanted.locale;
  const refused = mentions.at(-1);
  return refused === undefined ? undefined : otherThan(refused.locale);
}

/** Messages without values, whose words may stand inside another message: names of readings, kinds of cases. */
const wordIds: readonly MessageId[] = messageIds.filter((id) => Object.keys(valueKindsOf(id)).length === 0);

/** The name of a plan, as a value of another message. */
const planName = new RegExp(words.planName, 'i');

/** A text of ours in one language, in the other one; what is no such text stays as it is. */
function translated(turn: Turn, value: string, to: Locale): string {
  const from = otherThan(to);
  const { bank, knowledge } = turn.services;
  for (const both of [bank.name, bank.repayChannels]) if (both[from] === value) return both[to];
  for (const { short, more, source } of knowledge.answers)
    for (const both of [short, more, source])
      if (both !== null && withBankFacts(both[from], bank) === value) return withBankFacts(both[to], bank);
  const number = planName.exec(value)?.[1];
  if (number !== undefined) return formatMessage(to, 'offer.plan', { number: Number(number) }).text;
  const id = wordIds.find((one) => messageText(from, one, 0) === value);
  return id === undefined ? value.replace(`lang=${from}`, `lang=${to}`) : messageText(to, id, 0);
}

/** The values of a message that was said, so that it can be said again wholly in the language of now (R10). */
export const valuesIn = (turn: Turn, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? translated(turn, value, turn.state.locale) : value,
    ]),
  );
