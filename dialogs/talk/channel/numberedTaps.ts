// Where a channel has no buttons, what can be tapped stands in the text with numbers: which number each has, and which of them
// "1", "①", "第一个", "回复1" or "the first one" means.
import { z } from 'zod';
import { inBothLanguages } from '../acts/wordPatterns';
import type { ConversationState } from '../conversationState';
import { signingOf } from '../signingOf';
import words from './numberedTaps.json';

const both = inBothLanguages('u');
const nine = z.array(z.string()).length(9);
const read = z
  .strictObject({
    ordinal: both,
    marked: both,
    bare: both,
    last: both,
    numerals: z.strictObject({ 'zh-CN': nine, 'en-US': nine, ordinals: nine }),
  })
  .parse(words);

interface Tap {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const offerNumberOf = ({ id, values }: Tap): number | null =>
  id === 'button.choose' && typeof values.number === 'number' ? values.number : null;

/** The number of each tap, from 1. An offer keeps the number by which it is spoken of; the others follow. */
export function numbersOf(taps: readonly Tap[]): readonly number[] {
  const offers = taps.map(offerNumberOf);
  let next = Math.max(0, ...offers.filter((number) => number !== null));
  return offers.map((number) => number ?? ++next);
}

/** Questions that a small number answers by itself: a day of the month, a number of months or of people. */
const answeredByNumber: readonly NonNullable<ConversationState['expects']>[] = [
  'payday',
  'dueDay',
  'payDate',
  'startDate',
  'callbackAt',
  'instalmentCount',
  'deferMonths',
];

function figureOf(word: string): number {
  const { numerals } = read;
  for (const list of [numerals['zh-CN'], numerals['en-US'], numerals.ordinals]) {
    const at = list.indexOf(word);
    if (at >= 0) return at + 1;
  }
  return Number.parseInt(word, 10);
}

type How = 'bare' | 'marked' | 'ordinal';

/** The number in a message that is nothing but a choice, and how plainly it is one. */
function chosenIn(typed: string): { readonly number: number | 'last'; readonly how: How } | undefined {
  // ① and １ are 1; a full stop or bracket after it is how lists are written.
  const isMark = /^[\u2460-\u2473\u2776-\u277f]/u.test(typed);
  const text = typed
    .normalize('NFKC')
    .replace(/[\u2776-\u277e]/gu, (mark) => String(mark.charCodeAt(0) - 0x2775))
    .toLowerCase()
    .replace(/^[\s([【“"'`]+|[\s)\]】”"'`.。、,，!！~]+$/gu, '')
    .replaceAll('’', "'");
  for (const how of ['ordinal', 'marked', 'bare'] as const)
    for (const locale of ['zh-CN', 'en-US'] as const) {
      const found = read[how][locale]
        .exec(text)
        ?.slice(1)
        .find((one) => one !== undefined);
      if (found !== undefined) return { number: figureOf(found), how: isMark && how === 'bare' ? 'marked' : how };
    }
  const isLast = read.last['zh-CN'].test(text) || read.last['en-US'].test(text);
  return isLast ? { number: 'last', how: 'ordinal' } : undefined;
}

/** The words of the tap that a message chooses by its number; undefined where it chooses none. */
export function tapByNumber(typed: string, state: ConversationState): string | undefined {
  const { taps, expects, negotiation } = state;
  const chosen = chosenIn(typed);
  if (chosen === undefined || taps.length === 0) return undefined;
  const numbers = numbersOf(taps);
  const at = chosen.number === 'last' ? taps.length - 1 : numbers.indexOf(chosen.number);
  const tap = taps[at];
  if (tap === undefined || taps.some(({ title }) => title === typed)) return undefined;
  const isDay = tap.id === 'button.day' || tap.id === 'button.count' || tap.id === 'button.figure';
  if (chosen.how === 'bare' && !isDay && expects !== null && answeredByNumber.includes(expects)) return undefined;
  // "The second one" among plans that are spoken of is a plan, whatever else can be tapped; while one is being signed it is not.
  const isOfPlans = (negotiation?.table ?? []).length > 0 && signingOf(state) === null;
  const hasPlans = taps.some((one) => offerNumberOf(one) !== null);
  if (chosen.how === 'ordinal' && isOfPlans && !hasPlans) return undefined;
  return tap.title;
}
