// The window of the day that a wish about contact speaks of: 晚上八点以后, "between 9 and 5", "before noon".
import lexicon from '../../lexicons/slots/contact.json';
import { type ClockTime, clockText, clockTimesIn } from './clockTimes';

export interface ContactWindow {
  readonly from?: string;
  readonly until?: string;
}

const after = new RegExp(lexicon.after);
const before = new RegExp(lexicon.before);
const afterWord = new RegExp(lexicon.afterWord);
const beforeWord = new RegExp(lexicon.beforeWord);
const rangeWord = new RegExp(lexicon.rangeWord);
const night = new RegExp(lexicon.night);

/** "After six" is in the evening and "after nine" in the morning, where nothing else says so. */
const eveningUpTo = 8;
/** "Before six" is in the afternoon, "before seven" in the morning. */
const afternoonUpTo = 6;

const halfFrom = ({ half, hour }: ClockTime, late: boolean) =>
  half ?? (hour <= eveningUpTo || hour === 12 || (late && hour < 12) ? 'pm' : 'am');
const halfUntil = ({ half, hour }: ClockTime) => half ?? (hour <= afternoonUpTo || hour === 12 ? 'pm' : 'am');

/** Nine to five begins in the morning, two to four in the afternoon; the end takes the half of the day that keeps it after the beginning. */
function range(first: ClockTime, second: ClockTime, late: boolean): ContactWindow {
  const begins = first.half ?? (second.half !== null && first.hour < second.hour ? second.half : null);
  const half = begins ?? (first.hour < eveningUpTo || first.hour === 12 || (late && first.hour < 12) ? 'pm' : 'am');
  const from = clockText(first, half);
  const sameHalf = clockText(second, half);
  const until = second.half !== null && second.half !== half ? clockText(second, second.half) : sameHalf;
  if (until > from) return { from, until };
  // Ten at night until eight in the morning; nine in the morning until five.
  return { from, until: clockText(second, half === 'pm' ? 'am' : 'pm') };
}

/** Undefined when the text names no window. */
export function contactWindow(normal: string): ContactWindow | undefined {
  const { text, clocks } = clockTimesIn(normal);
  const [first, second] = clocks;
  if (first === undefined) return undefined;
  // Two windows have no form of their own.
  if (clocks.length > 3) return undefined;
  const late = night.test(text);
  if (second !== undefined && rangeWord.test(text.slice(first.to, second.from))) return range(first, second, late);
  let found: { from?: string; until?: string } = {};
  for (const clock of clocks) {
    const behind = text.slice(clock.to);
    const ahead = text.slice(0, clock.from);
    if (after.test(behind) || afterWord.test(ahead))
      found = { from: clockText(clock, halfFrom(clock, late)), ...found };
    else if (before.test(behind) || beforeWord.test(ahead))
      found = { until: clockText(clock, halfUntil(clock)), ...found };
  }
  return Object.keys(found).length > 0 ? found : undefined;
}
