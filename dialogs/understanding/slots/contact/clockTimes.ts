// Times of day as people write them: 晚上八点半, 9:30, "half past four", "after 6".
import lexicon from '../../lexicons/slots/clockWords.json';
import { findNumerals } from '../../numerals/findNumerals';
import { type MaskedText, maskNumerals } from '../../quantities/maskedText';

export interface ClockTime {
  /** 0-23 as written; the half of the day is told apart where the words say it. */
  readonly hour: number;
  readonly minute: number;
  readonly half: 'am' | 'pm' | null;
  /** Where it stands in the text with numbers as N. */
  readonly from: number;
  readonly to: number;
}

const patterns = lexicon.patterns.map((pattern) => new RegExp(pattern, 'g'));
const wordsFor = (pattern: string) => new RegExp(`^(?:${pattern})$`);
const morning = wordsFor(lexicon.morning);
const noon = wordsFor(lexicon.noon);
const evening = wordsFor(lexicon.evening);
const am = new RegExp(lexicon.am);
const pm = new RegExp(lexicon.pm);
const amBefore = new RegExp(lexicon.amBefore);
const pmBefore = new RegExp(lexicon.pmBefore);

const quarters = [15, 30, 45];
const dottedTime = /^(\d{1,2})\.(\d{2})$/;

/** Hour and minute of a match; null when they are no time of day. */
function partsOf(match: RegExpExecArray, masked: MaskedText): { hour: number; minute: number } | null {
  const cells = masked.cells.slice(match.index, match.index + match[0].length);
  const numbers = cells.flatMap(({ numeral }) =>
    numeral === null || numeral.min !== numeral.max ? [] : [numeral.min],
  );
  // "2.30", a point in place of the colon.
  const dotted = cells.flatMap(({ numeral }) => dottedTime.exec(numeral?.digits ?? '') ?? []);
  if (dotted.length > 0) return { hour: Number(dotted[1]), minute: Number(dotted[2]) };
  const { one, half, quarter, quarterPast, quarterTo, past, to, hrs, noon: midday } = match.groups ?? {};
  if (midday !== undefined) return { hour: 12, minute: 0 };
  const [first = 1, second] = one === undefined ? numbers : [1, ...numbers];
  if (quarterTo !== undefined) return { hour: first - 1, minute: 45 };
  if (quarterPast !== undefined) return { hour: first, minute: 15 };
  if (past !== undefined) return { hour: second ?? -1, minute: first };
  if (to !== undefined) return { hour: (second ?? 0) - 1, minute: 60 - first };
  if (half !== undefined) return { hour: first, minute: 30 };
  if (quarter !== undefined) return { hour: first, minute: quarters[(second ?? 1) - 1] ?? -1 };
  if (hrs !== undefined && first >= 100) return { hour: Math.floor(first / 100), minute: first % 100 };
  return { hour: first, minute: second ?? 0 };
}

function halfOf(match: RegExpExecArray, text: string, hour: number): ClockTime['half'] {
  const { part = '', half2 } = match.groups ?? {};
  if (half2 !== undefined) return half2.startsWith('p') ? 'pm' : 'am';
  if (noon.test(part)) return hour < 11 || hour === 12 ? 'pm' : 'am';
  if (morning.test(part)) return 'am';
  if (evening.test(part)) return 'pm';
  const after = text.slice(match.index + match[0].length);
  const before = text.slice(0, match.index);
  if (am.test(after) || amBefore.test(before)) return 'am';
  return pm.test(after) || pmBefore.test(before) ? 'pm' : null;
}

const isClock = (hour: number, minute: number) =>
  Number.isInteger(hour) && Number.isInteger(minute) && hour >= 0 && hour <= 24 && minute >= 0 && minute < 60;

/** The text with numbers as N, and every time of day in it, from left to right. */
export function clockTimesIn(normal: string): { text: string; clocks: ClockTime[] } {
  const masked = maskNumerals(normal, findNumerals(normal));
  const { text } = masked;
  const clocks: ClockTime[] = [];
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const parts = partsOf(match, masked);
      const [from, to] = [match.index, match.index + match[0].length];
      const isTaken = clocks.some((clock) => from < clock.to && clock.from < to);
      if (parts === null || isTaken || !isClock(parts.hour, parts.minute)) continue;
      clocks.push({ ...parts, half: halfOf(match, text, parts.hour), from, to });
    }
  return { text, clocks: clocks.sort((a, b) => a.from - b.from) };
}

/** 'HH:MM'; `half` decides where the hour alone could be either. */
export function clockText({ hour, minute }: ClockTime, half: 'am' | 'pm'): string {
  const full = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour % 24;
  return `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
