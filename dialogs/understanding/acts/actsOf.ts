// The acts of a message, in the order said, each with the part of the typed text that does it.
import type { Act, Ambiguity, Locale, Signal } from '../../../data/domain/customer/customerTurn';
import type { UnderstandContext } from '../../talk/services';
import settings from '../intents/settings.json';
import { type Segment, type Segmenter, segmentsOf } from '../segments/segment';
import type { NormalText } from '../text/normalise';
import { mainAct } from './precedence';
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

interface Part {
  readonly reading: PartReading;
  readonly from: number;
  readonly to: number;
}

const actOf = (message: Message, { reading, from, to }: Part): Act => ({
  intent: reading.intent,
  slots: reading.slots,
  span: spanOf(message, from, to),
  confidence: reading.confidence,
});

/** Two neighbours that do the same are one act; two questions about offers may be about two things. */
const isSame = (a: Part, b: Part) =>
  a.reading.intent === b.reading.intent &&
  (a.reading.intent !== 'ask.offer' || a.reading.slots.aspect === b.reading.slots.aspect);

/** A part that says nothing clear by itself belongs to the next one, as a story to its wish; the last one to the one before. */
function withoutUnclear(segments: readonly Segment[], parts: readonly Part[]): Segment[] {
  const result: Segment[] = [];
  let from: number | null = null;
  segments.forEach((segment, index) => {
    const part = parts[index];
    const clear = part !== undefined && part.reading.confidence >= settings.sureOfPart;
    const before = result.at(-1);
    if (clear) {
      result.push({ from: from ?? segment.from, to: segment.to });
      from = null;
    } else if (index === segments.length - 1 && before !== undefined && from === null)
      result[result.length - 1] = { from: before.from, to: segment.to };
    else if (index === segments.length - 1) result.push({ from: from ?? segment.from, to: segment.to });
    else from ??= segment.from;
  });
  return result;
}

function merged(parts: readonly Part[], read: (from: number, to: number) => PartReading): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const before = result.at(-1);
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

export function actsOf(message: Message, readers: Readers, segmenter: Segmenter): ReadActs {
  const { normal, locale, context } = message;
  const whole = readPart(normal.text, locale, context, readers);
  const { aligned } = whole;
  const read = (from: number, to: number) => readPart(normal.text.slice(from, to), locale, context, readers);
  const one: Part = { reading: whole, ...trimmed(normal.text) };
  const segments = whole.answered || whole.heard.promptInjection ? [] : segmentsOf(aligned.text, locale, segmenter);
  const partsOf = (pieces: readonly Segment[]) =>
    pieces.length < 2 ? [one] : pieces.map((piece) => partOf(piece, aligned, read));
  const clear = withoutUnclear(segments, partsOf(segments));
  const parts = merged(partsOf(clear), read);
  const acts = withDanger(message, one, parts);
  if (parts.length < 2) return { acts, main: acts[0], signals: whole.signals, ambiguity: whole.ambiguity };
  const main = mainAct(acts);
  const slots: Act['slots'] = Object.assign({}, ...acts.map((act) => act.slots), main.slots);
  return {
    acts,
    main: { ...main, slots },
    signals: [...new Set([...whole.signals, ...parts.flatMap(({ reading }) => reading.signals)])],
    ambiguity: parts[acts.indexOf(main)]?.reading.ambiguity ?? null,
  };
}

/** Danger heard in the whole message and in none of its parts is an act of the whole message. */
function withDanger(message: Message, one: Part, parts: readonly Part[]): [Act, ...Act[]] {
  const acts = parts.map((part) => actOf(message, part));
  const [first, ...rest] = acts;
  if (first === undefined) return [actOf(message, one)];
  const missed = one.reading.intent === 'vulnerable' && acts.every(({ intent }) => intent !== 'vulnerable');
  return missed ? [actOf(message, one), first, ...rest] : [first, ...rest];
}

function partOf(
  { from, to }: Segment,
  aligned: PartReading['aligned'],
  read: (from: number, to: number) => PartReading,
): Part {
  const start = aligned.starts[from] ?? 0;
  const end = aligned.ends[to - 1] ?? start;
  return { reading: read(start, end), from: start, to: end };
}
