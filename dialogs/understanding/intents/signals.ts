// Words that must not be missed, or that ride along: danger, a stranger, hardship, anger, attempts to command the assistant.
import type { Locale, Signal } from '../../../data/domain/customer/customerTurn';
import english from '../lexicons/signals.en-US.json';
import chinese from '../lexicons/signals.zh-CN.json';

/** Expressions, any of which is enough: one a line of the file, so that each can be read and changed by itself. */
type Words = readonly string[];
interface Sought {
  readonly guard: Words;
  readonly words: Words;
}
type Source = Readonly<Record<'vulnerable' | 'thirdParty' | 'hardship' | 'anger' | 'promptInjection', Sought>>;
type SignalName = keyof Source;
/**
 * `figureOfSpeech`: something that only sounds like danger ("dying to pay this off") was taken out.
 * `onlyBereaved`: what was heard as danger tells of a death, and of nothing else.
 */
export type Signals = Readonly<Record<SignalName | 'figureOfSpeech' | 'onlyBereaved', boolean>>;

const names: readonly SignalName[] = ['vulnerable', 'thirdParty', 'hardship', 'anger', 'promptInjection'];

const anyOf = (words: Words, flags = ''): RegExp => new RegExp(words.join('|'), flags);

/** Look-alikes ("笑死我了", "dying to pay this off") are taken out before the words are sought. */
function finder({ guard, words }: Sought): (text: string) => boolean {
  const sought = anyOf(words);
  if (guard.length === 0) return (text) => sought.test(text);
  const guarded = anyOf(guard, 'g');
  return (text) => sought.test(text.replace(guarded, ' '));
}

const compile = (source: Source) => names.map((name) => ({ name, found: finder(source[name]) }));
const finders: Readonly<Record<Locale, ReturnType<typeof compile>>> = {
  'zh-CN': compile(chinese),
  'en-US': compile(english),
};
const soundsLike: Readonly<Record<Locale, RegExp>> = {
  'zh-CN': anyOf(chinese.vulnerable.guard),
  'en-US': anyOf(english.vulnerable.guard),
};
const bereaved: Readonly<Record<Locale, RegExp>> = {
  'zh-CN': anyOf(chinese.bereaved, 'g'),
  'en-US': anyOf(english.bereaved, 'g'),
};
const dangerIn: Readonly<Record<Locale, (text: string) => boolean>> = {
  'zh-CN': finder(chinese.vulnerable),
  'en-US': finder(english.vulnerable),
};
const none: Signals = {
  onlyBereaved: false,
  figureOfSpeech: false,
  vulnerable: false,
  thirdParty: false,
  hardship: false,
  anger: false,
  promptInjection: false,
};

/** Chinese is written without spaces; stray ones inside it would hide a word. */
const closeUp = (text: string) => text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

export function signalsOf(text: string, locale: Locale): Signals {
  const chineseText = locale === 'zh-CN' ? closeUp(text) : text;
  const found = { ...none, figureOfSpeech: soundsLike[locale].test(chineseText) };
  for (const finderOf of finders[locale]) found[finderOf.name] = finderOf.found(chineseText);
  // English words inside a Chinese message count too.
  if (locale === 'zh-CN' && /[a-z]{3}/.test(text))
    for (const finderOf of finders['en-US']) found[finderOf.name] ||= finderOf.found(text);
  found.onlyBereaved = found.vulnerable && !dangerIn[locale](chineseText.replace(bereaved[locale], ' '));
  return found;
}

/** Signals that a turn carries beside its intent. */
export const ridingAlong = (signals: Signals): Signal[] =>
  (['hardship', 'vulnerable', 'promptInjection', 'anger'] as const).filter((name) => signals[name]);
