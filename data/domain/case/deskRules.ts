// How the desk works, as data: when an agent counts as gone, and which call-back slots there are.
import { z } from 'zod';
import { addDays, type CalendarDate } from '../calendar/calendar';
import { isDeskOpen, type LocalMoment, type OfficeHours } from '../calendar/officeHours';
import type { Callback } from './deskConversation';

export const deskRulesSchema = z.strictObject({
  /** Without a sign of life for so long, an agent's conversations go back to the queue. */
  agentTimeoutSeconds: z.number().int().min(1).max(3600),
  callbackSlotMinutes: z.number().int().min(5).max(240),
  /** Call-backs that the desk can make in one slot. */
  callbacksEachSlot: z.number().int().min(1).max(1000),
  /** To a phone that somebody else may read, a colleague writes only so soon after its holder did. */
  watchedPhoneMinutes: z.number().int().min(1).max(60),
  callbackDaysAhead: z.number().int().min(0).max(60),
  /** Matters of people whom nobody has verified; those in danger are counted apart, by the same numbers. */
  anonymousCases: z.strictObject({
    eachAddressAnHour: z.number().int().min(1).max(10_000),
    bankAnHour: z.number().int().min(1).max(100_000),
    /** As many of those who wait are listed; the rest stand behind one line. */
    shownMax: z.number().int().min(1).max(1000),
  }),
});
export type DeskRules = z.infer<typeof deskRulesSchema>;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** The slots of a day within office hours that have not begun yet, with how many call-backs still fit in each. */
export function slotsOn(
  date: CalendarDate,
  now: LocalMoment,
  hours: OfficeHours,
  rules: DeskRules,
  booked: readonly Callback[],
): readonly (Callback & { readonly free: number })[] {
  if (date < now.date || date > addDays(now.date, rules.callbackDaysAhead)) return [];
  const slots: (Callback & { free: number })[] = [];
  const last = minutesOf(hours.closes) - rules.callbackSlotMinutes;
  for (let start = minutesOf(hours.opens); start <= last; start += rules.callbackSlotMinutes) {
    const from = clock(start);
    const isOver = date === now.date && from <= now.clock;
    if (isOver || !isDeskOpen(hours, { date, clock: from })) continue;
    const taken = booked.filter((one) => one.date === date && one.from === from).length;
    const free = Math.max(0, rules.callbacksEachSlot - taken);
    slots.push({ date, from, until: clock(start + rules.callbackSlotMinutes), free });
  }
  return slots;
}

/** The free slot that a wish falls into, else the nearest free one, later ones before earlier; undefined where all are taken. */
export function nearestSlot(
  wished: LocalMoment,
  slots: readonly (Callback & { readonly free: number })[],
): Callback | undefined {
  const free = slots.filter((slot) => slot.free > 0);
  const fits = free.find(
    ({ date, from, until }) => date === wished.date && from <= wished.clock && wished.clock < until,
  );
  const later = free.find(({ date, from }) => date > wished.date || (date === wished.date && from > wished.clock));
  const slot = fits ?? later ?? free.at(-1);
  return slot === undefined ? undefined : { date: slot.date, from: slot.from, until: slot.until };
}
