// What the two sides may change in an arrangement after signing: its due day, and its end.

import { type CalendarDate, onDayOfMonth } from '../calendar/calendar';
import type { DueDay } from '../offer/offer';
import { type ArrangementRecord, arrangementState } from './arrangement';

export type DueDayRefusal = 'notActive' | 'missed' | 'sameDay' | 'nothingToMove';
export type DueDayChange =
  | { readonly ok: true; readonly record: ArrangementRecord; readonly firstMoved: CalendarDate }
  | { readonly ok: false; readonly reason: DueDayRefusal };

/**
 * Moves the payments to come to another day of their own month; amounts stay. A payment whose new day would already be
 * past keeps its date, so that nobody is made late by asking.
 */
export function changeDueDay(record: ArrangementRecord, dueDay: DueDay, today: CalendarDate): DueDayChange {
  if (record.status !== 'active') return { ok: false, reason: 'notActive' };
  if (arrangementState(record, today).missed.length > 0) return { ok: false, reason: 'missed' };
  if (dueDay === record.dueDay) return { ok: false, reason: 'sameDay' };
  const moved: CalendarDate[] = [];
  const schedule = record.schedule.map((row) => {
    const dueDate = onDayOfMonth(row.dueDate, dueDay);
    if (row.number === 0 || row.status === 'paid' || row.dueDate <= today || dueDate <= today) return row;
    moved.push(dueDate);
    return { ...row, dueDate };
  });
  const [firstMoved] = moved;
  if (firstMoved === undefined) return { ok: false, reason: 'nothingToMove' };
  const change = { changedOn: today, from: record.dueDay, to: dueDay };
  return {
    ok: true,
    record: { ...record, schedule, dueDay, dueDayChanges: [...record.dueDayChanges, change] },
    firstMoved,
  };
}

/** Ended by agreement or replaced by another arrangement. */
export const endArrangement = (record: ArrangementRecord, today: CalendarDate): ArrangementRecord =>
  record.status === 'active' ? { ...record, status: 'ended', closedOn: today, endedOn: today } : record;
