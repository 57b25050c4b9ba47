// When to be called back, as it is said in a talk about it: "tomorrow at three", then "half past ten", then "make it four the same day".
import { type CalendarDate, calendarDateSchema } from '../../../data/domain/calendar/calendar';
import { certainTurn, type Intent } from '../../../data/domain/customer/customerTurn';
import type { Turn } from '../../talk/turn';
import { daysAhead } from '../../understanding/quantities/datesIn';
import { clockText, clockTimesIn } from '../../understanding/slots/contact/clockTimes';
import { normalise } from '../../understanding/text/normalise';
import words from './callbackWords.json';

const [callMe, refused, today, moved] = [words.callMe, words.refused, words.today, words.moved].map(
  (source) => new RegExp(source, 'iu'),
) as [RegExp, RegExp, RegExp, RegExp];

/** What a time for a call is easily heard as. */
const soundsLike: readonly Intent[] = [
  'ask.queue',
  'human',
  'contactPreference',
  'ask.collectionContact',
  'outOfScope',
  'negotiate.terms',
  'negotiate.start',
  'negotiate.accept',
  'account.dueDate',
  'affirm',
  'deny',
  'cancel',
  'undo',
];

/** An hour before eight without a word beside it is in the afternoon: nobody is called at three in the morning. */
const earliestMorning = 8;

/** The day that the talk about a call is of: booked, or asked for without its hour. */
export function dayTalkedOf({ state: { lastSpoken } }: Turn): CalendarDate | undefined {
  const told = lastSpoken.find(({ id }) => id === 'queue.whatTime' || id === 'handoff.callback');
  const date = calendarDateSchema.safeParse(told?.values.date);
  return date.success ? date.data : undefined;
}

const isAboutCall = (turn: Turn): boolean => turn.wasJustSpokenOf(/^(?:queue|handoff)\./);

/** The day named in the message, today included. */
export const dayNamed = ({ typed, today: now }: Turn): CalendarDate | undefined =>
  daysAhead(typed, now)[0] ?? (today.test(typed) ? now : undefined);

/** The last time of day in the message that is not the booked one, HH:MM: "not ten, make it four", "改四点半，三点半要接娃". */
function clockNamed({ typed, state: { lastSpoken } }: Turn): string | undefined {
  const booked = lastSpoken.find(({ id }) => id === 'handoff.callback')?.values.from;
  const named = clockTimesIn(normalise(typed).text).clocks.map((clock) =>
    clockText(clock, clock.half ?? (clock.hour < earliestMorning || clock.hour === 12 ? 'pm' : 'am')),
  );
  return named.findLast((one) => one !== booked) ?? named.at(-1);
}

/** True where a call is wished, and not refused. */
export const callsForTime = ({ typed }: Turn): boolean => callMe.test(typed) && !refused.test(typed);

/** "Make it the afternoon", of a call that is booked: its day stands, its hour is still to come. */
export const movesCall = (turn: Turn): boolean =>
  turn.wasJustSaid('handoff.callback') && moved.test(turn.typed) && dayTalkedOf(turn) !== undefined;

/** Hears a time for a call, where one is asked for or talked of. */
export function hearCallback(turn: Turn): void {
  const { heard } = turn;
  // The day of a promise in the same message is no day for a call.
  if (heard.acts.some(({ intent }) => intent === 'promiseToPay')) return;
  const goesOn = isAboutCall(turn);
  const asks = callsForTime(turn);
  if (!soundsLike.includes(heard.intent) || heard.slots.monthlyAmount !== undefined || !(goesOn || asks)) return;
  if (heard.slots.callbackAt !== undefined && dayTalkedOf(turn) === undefined && !goesOn) return;
  const clock = clockNamed(turn);
  const day =
    dayNamed(turn) ?? dayTalkedOf(turn) ?? (asks || (goesOn && moved.test(turn.typed)) ? turn.today : undefined);
  const isDayAlone = clock === undefined && ((dayNamed(turn) !== undefined && asks) || movesCall(turn));
  if (!isDayAlone && (clock === undefined || day === undefined)) return;
  const slots = clock === undefined || day === undefined ? {} : { callbackAt: `${day}T${clock}` };
  turn.heard = { ...certainTurn('ask.queue', slots), language: heard.language };
}
