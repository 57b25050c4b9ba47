// The acts of a message, in the order said, each with the part of the typed text that does it.
import type { Act, Ambiguity, Locale, Signal } from '../../../data/domain/customer/customerTurn';
import type { UnderstandContext } from '../../talk/services';
import { type Segment, type Segmenter, segmentsOf } from '../segments/segment';
import { extractionWithin } from '../slots/extractSlots';
import type { NormalText } from '../text/normalise';
import { type ClearSegment, merged, type Part, withoutUnclear } from './parts';
import { isPlain, mainAct } from './precedence';
import { type PartReading, type Readers, readPart } from './readPart';

export interface Message {
  readonly source: string;
  readonly normal: NormalText;
  readonly locale: Locale;
  readonly context: UnderstandContext;
}

export interface ReadActs {
  readonly acts: readonly [Act, ...Act[]];
  readonly main: Act;
  readonly signals: readonly Signal[];
  readonly ambiguity: Ambiguity | null;
}

/** From and to in the text as typed, of a stretch of the normalised text. */
function spanOf({ source, normal }: Message, from: number, to: number): [number, number] {
  const start = normal.sourceIndex[from] ?? 0;
  const last = normal.sourceIndex[to - 1] ?? source.length - 1;
  // A character beyond the basic plane has two units.
  const width = (source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return [Math.min(start, source.length), Math.min(source.length, Math.max(start, last + width))];
}

const trimmed = (text: string) => {
  const lead = text.length - text.trimStart().length;
  return { from: lead, to: Math.max(lead, text.trimEnd().length) };
};

const actOf = (message: Message, { reading, from, to }: Part): Act => ({
  intent: reading.intent,
  slots: reading.slots,
  span: spanOf(message, from, to),
  confidence: reading.confidence,
});

export function actsOf(message: Message, readers: Readers, segmenter: Segmenter): ReadActs {
  const { normal, locale, context } = message;
  const whole = readPart(normal.text, locale, context, readers);
  const { aligned } = whole;
  const read = (from: number, to: number) => {
    const extraction = extractionWithin(whole.extraction, from, to);
    return readPart(normal.text.slice(from, to), locale, context, readers, extraction);
  };
  const one: Part = { reading: whole, ...trimmed(normal.text) };
  const segments = whole.answered || whole.heard.promptInjection ? [] : segmentsOf(aligned.text, locale, segmenter);
  const partsOf = (pieces: readonly Segment[]) => {
    let end = 0;
    const places = pieces.map(({ from, to }) => {
      // A cut through what stands for one figure leaves the figure to the first part.
      const start = Math.max(end, aligned.starts[from] ?? 0);
      end = Math.max(start, aligned.ends[to - 1] ?? start);
      return { from: start, to: end };
    });
    return pieces.length < 2 ? [one] : places.map(({ from, to }) => ({ reading: read(from, to), from, to }));
  };
  const clear = withoutUnclear(segments, partsOf(segments), whole, locale);
  const parts = merged(askedAfterStory(partsOf(clear), clear), normal.text, read);
  const acts = withDanger(message, one, withWhatIsTakenBack(parts, whole));
  if (acts.length < 2) {
    const ambiguity = clear.some(({ asking }) => asking !== undefined) ? null : whole.ambiguity;
    return { acts, main: acts[0], signals: whole.signals, ambiguity };
  }
  const main = mainAct(acts, whole);
  const slots: Act['slots'] = Object.assign({}, ...acts.filter(isPlain).map(slotsForMessage), main.slots);
  return {
    acts,
    main: { ...main, slots },
    signals: [...new Set([...whole.signals, ...parts.flatMap(({ reading }) => reading.signals)])],
    ambiguity: parts[acts.indexOf(main)]?.reading.ambiguity ?? null,
  };
}

/** What an act states for the message as a whole: an aspect is one of its own question. */
const slotsForMessage = ({ slots: { aspect: _, ...others } }: Act): Act['slots'] => others;

/** A question that a story leads to is read with the story, but stays the question that it is. */
const askedAfterStory = (parts: readonly Part[], clear: readonly ClearSegment[]): Part[] =>
  parts.map((part, index) => {
    const asking = clear[index]?.asking;
    return asking === undefined || asking.reading.intent === part.reading.intent
      ? part
      : { ...part, reading: asking.reading };
  });

/** "The one I promised for the 15th, cancel that": what is taken back may be named in another part. */
const withWhatIsTakenBack = (parts: readonly Part[], { intent, slots: { what } }: PartReading): Part[] =>
  parts.map((part) =>
    part.reading.intent === 'undo' && intent === 'undo' && what !== undefined
      ? { ...part, reading: { ...part.reading, slots: { ...part.reading.slots, what } } }
      : part,
  );

/** Danger that is heard only in the message as a whole makes it one act: a cut went through the words that told it. */
function withDanger(message: Message, one: Part, parts: readonly Part[]): [Act, ...Act[]] {
  const [first, ...rest] = parts.map((part) => actOf(message, part));
  const missed = one.reading.intent === 'vulnerable' && parts.every(({ reading }) => reading.intent !== 'vulnerable');
  return first === undefined || missed ? [actOf(message, one)] : [first, ...rest];
}
