// Which parts of a message stand as acts of their own: one that says nothing clear joins its neighbour, two that do the same are one.
import type { Intent, Locale } from '../../../data/domain/customer/customerTurn';
import { thresholds } from '../intents/thresholds';
import questionWords from '../lexicons/questionWords.json';
import stories from '../lexicons/stories.json';
import { withoutCodes } from '../quantities/codes';
import type { Segment } from '../segments/segment';
import type { PartReading } from './readPart';

export interface Part {
  readonly reading: PartReading;
  /** Where it stands in the normalised text. */
  readonly from: number;
  readonly to: number;
}

const storyOnly: Readonly<Record<Locale, RegExp>> = {
  'zh-CN': new RegExp(stories.only['zh-CN']),
  'en-US': new RegExp(stories.only['en-US']),
};
const saysNothing = new RegExp(stories.nothing, 'u');
const saysOnlyWhen = new RegExp(stories.when, 'u');
const told: Readonly<Record<Locale, RegExp>> = {
  'zh-CN': new RegExp(stories.told['zh-CN']),
  'en-US': new RegExp(stories.told['en-US']),
};
const refusedPlan: Readonly<Record<Locale, RegExp>> = {
  'zh-CN': new RegExp(stories.refused['zh-CN']),
  'en-US': new RegExp(stories.refused['en-US']),
};
const questionWord: Readonly<Record<Locale, RegExp>> = {
  'zh-CN': new RegExp(questionWords['zh-CN'].join('|')),
  'en-US': new RegExp(`\\b(?:${questionWords['en-US'].join('|')})\\b(?!')`),
};
/** Questions of a kind that the state of a debt sounds like: "转给外包公司催" by itself asks why. */
const soundsLikeStory: ReadonlySet<Intent> = new Set([
  'ask.consequences',
  'ask.outsourcing',
  'ask.legalAction',
  'ask.creditReport',
  'ask.partialPayment',
  'ask.installmentPolicy',
  'ask.collectionContact',
  'ask.interestAndFees',
]);

const asks = ({ reading }: Part, locale: Locale) => questionWord[locale].test(reading.aligned.text);

/** "I cannot clear it at once" is no hardship yet; a lost job or an illness is. */
const soundsLikeHardship = ({ intent, heard }: PartReading) => intent === 'hardship' && !heard.hardship;

const tellsHowThingsStand = ({ reading }: Part, locale: Locale) =>
  (soundsLikeStory.has(reading.intent) || soundsLikeHardship(reading)) && told[locale].test(reading.aligned.text);

/** "They refused me a plan" wishes for none. */
const tellsOfRefusal = ({ reading }: Part, locale: Locale) =>
  reading.intent === 'negotiate.start' && refusedPlan[locale].test(reading.aligned.text);

/** Whether a part tells how things stand, without a word that asks, and a later part does the asking. */
const leadsToQuestion = (part: Part, later: readonly Part[], locale: Locale) =>
  (tellsHowThingsStand(part, locale) || tellsOfRefusal(part, locale)) &&
  !asks(part, locale) &&
  later.some((other) => asks(other, locale));

/** Whether a part asks or wishes something by itself, seen in the light of the whole message. */
function isClear({ reading }: Part, whole: PartReading, locale: Locale): boolean {
  // Where the whole message has one plain meaning, a part must be plainer to add another.
  const needed = whole.likelihood >= thresholds.sureOfWhole ? thresholds.sureOfPartOfSure : thresholds.sureOfPart;
  if (reading.confidence < needed) return false;
  if (storyOnly[locale].test(reading.aligned.text) || saysNothing.test(withoutCodes(reading.extraction.normal)))
    return false;
  if (saysOnlyWhen.test(reading.aligned.text)) return false;
  // "打错了，800": what sounds like a stranger, or like danger, in a part only, is something else in the message.
  if (reading.intent === 'thirdParty')
    return whole.heard.thirdParty || whole.strangerLikelihood >= thresholds.thirdPartyFloor;
  return !(reading.intent === 'vulnerable' && whole.heard.figureOfSpeech && !whole.heard.vulnerable);
}

/** A stretch of the message that is one act; where a story leads to a question, the part that asks it. */
export interface ClearSegment extends Segment {
  readonly asking?: Part;
}

/** A part that is not clear belongs to the next one, as a story to its wish; the last one to the one before. */
export function withoutUnclear(
  segments: readonly Segment[],
  parts: readonly Part[],
  whole: PartReading,
  locale: Locale,
): ClearSegment[] {
  const result: ClearSegment[] = [];
  let from: number | null = null;
  let told = false;
  segments.forEach((segment, index) => {
    const part = parts[index];
    const before = result.at(-1);
    const isLast = index === segments.length - 1;
    const tells = part !== undefined && leadsToQuestion(part, parts.slice(index + 1), locale);
    if (part !== undefined && !tells && isClear(part, whole, locale)) {
      const joined = { from: from ?? segment.from, to: segment.to };
      result.push(told && asks(part, locale) ? { ...joined, asking: part } : joined);
      from = null;
      told = false;
    } else if (isLast && before !== undefined && from === null)
      result[result.length - 1] = { from: before.from, to: segment.to };
    else if (isLast) result.push({ from: from ?? segment.from, to: segment.to });
    else {
      from ??= segment.from;
      told ||= tells;
    }
  });
  return result;
}

/** Two neighbours that do the same are one act; two questions about offers may be about two things. */
const isSame = (a: Part, b: Part) =>
  a.reading.intent === b.reading.intent &&
  (a.reading.intent !== 'ask.offer' || a.reading.slots.aspect === b.reading.slots.aspect);

const asksBack = /^[^\p{L}\p{N}]*[?？]/u;
const hasFigure = /[MTKB]/;

/** "2000 a month? no way": the figure that is thrown back is the one refused, not an offer. */
const refusesFigure = (a: Part, b: Part, text: string) =>
  a.reading.intent === 'negotiate.terms' &&
  (b.reading.intent === 'negotiate.reject' || b.reading.intent === 'deny') &&
  asksBack.test(text.slice(a.to)) &&
  !hasFigure.test(b.reading.aligned.text);

const contrast = /^[\s\p{P}]*(?:but|only|但是?|不过|可是|只是)/u;

/** "OK but only 600 a month": a conditional yes is a counter-offer, and no yes beside it. */
const isConditional = (a: Part, b: Part, text: string) =>
  a.reading.intent === 'affirm' && b.reading.intent === 'negotiate.terms' && contrast.test(text.slice(a.to));

/** "Can a colleague | ring me on Thursday at ten": whom to be rung by and when are one wish, where nothing parts them. */
const isOneCall = (a: Part, b: Part, text: string) =>
  a.reading.intent === 'human' &&
  b.reading.slots.callbackAt !== undefined &&
  !/[\p{P}\n]/u.test(text.slice(a.to, b.from));

const optionOnly = /^\s*O\s*(?:的|呢|'s)?\s*$/;

/** "第三个方案 | 的利息总额": a plan named in front of a question about it is not chosen, where nothing parts them. */
const isNamedFirst = (a: Part, b: Part, text: string) =>
  a.reading.intent === 'negotiate.accept' &&
  b.reading.intent === 'ask.offer' &&
  optionOnly.test(a.reading.aligned.text) &&
  !/[\p{P}\n]/u.test(text.slice(a.to, b.from));

/** Neighbours that are one act are joined; `text` is the normalised message. */
export function merged(parts: readonly Part[], text: string, read: (from: number, to: number) => PartReading): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const before = result.at(-1);
    if (before !== undefined && refusesFigure(before, part, text)) {
      const reading: PartReading = { ...part.reading, intent: 'negotiate.reject', slots: {} };
      result[result.length - 1] = { reading, from: before.from, to: part.to };
      continue;
    }
    if (before !== undefined && isConditional(before, part, text)) {
      result[result.length - 1] = { ...part, from: before.from };
      continue;
    }
    if (before !== undefined && isOneCall(before, part, text)) {
      result[result.length - 1] = { ...part, from: before.from };
      continue;
    }
    if (before !== undefined && isNamedFirst(before, part, text)) {
      const { offerNumber } = before.reading.slots;
      const reading: PartReading = { ...part.reading, slots: { offerNumber, ...part.reading.slots } };
      result[result.length - 1] = { reading, from: before.from, to: part.to };
      continue;
    }
    if (before === undefined || !isSame(before, part)) {
      result.push(part);
      continue;
    }
    const reading = read(before.from, part.to);
    const same = reading.intent === part.reading.intent;
    result[result.length - 1] = {
      reading: same ? reading : { ...part.reading, slots: { ...before.reading.slots, ...part.reading.slots } },
      from: before.from,
      to: part.to,
    };
  }
  return result;
}
