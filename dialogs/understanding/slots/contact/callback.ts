// When a customer wishes to be called back: a day and a time of day, in the bank's time zone.
import type { CalendarDate } from '../../../../data/domain/calendar/calendar';
import lexicon from '../../lexicons/slots/clockWords.json';
import { nextSuchDay } from '../../quantities/dateReaders';
import type { Figure } from '../roles';
import { type ClockTime, clockText, clockTimesIn } from './clockTimes';

const callBack = new RegExp(lexicon.callBack);
/** A question whether somebody is there at eight asks for no call at eight. */
const openingHours = new RegExp(lexicon.openingHours);

/** Nobody is called at one in the morning: an hour before eight without a word beside it is in the afternoon. */
const earliestMorning = 8;

interface Asked {
  readonly refDate: CalendarDate;
  /** The time was asked for, so that it needs no word of calling beside it. */
  readonly isAsked: boolean;
}

/** Of several times the one behind the word of calling: "I'm in a meeting till 2, ring me at 2.30". Undefined where none stands there. */
function timeOfCall(normal: string): ClockTime | undefined {
  const { text, clocks } = clockTimesIn(normal);
  const [only, ...others] = clocks;
  const word = callBack.exec(text);
  return others.length === 0 || word === null ? only : clocks.find(({ from }) => from > word.index);
}

/** 'YYYY-MM-DDTHH:MM'; undefined without a time of day. Without a day, today is meant. */
export function callbackAt(
  normal: string,
  figures: readonly Figure[],
  { refDate, isAsked }: Asked,
): string | undefined {
  if (!(isAsked || callBack.test(normal)) || openingHours.test(normal)) return undefined;
  const clock = timeOfCall(normal);
  if (clock === undefined) return undefined;
  const day = figures.find(
    ({ quantity }) => (quantity.kind === 'date' && !quantity.past) || quantity.kind === 'day',
  )?.quantity;
  const date = day?.kind === 'date' ? day.date : day?.kind === 'day' ? nextSuchDay(day.day, refDate) : refDate;
  const isTwofold = day?.kind === 'date' && day.other !== null;
  if (date < refDate || isTwofold) return undefined;
  return `${date}T${clockText(clock, clock.half ?? (clock.hour < earliestMorning || clock.hour === 12 ? 'pm' : 'am'))}`;
}
