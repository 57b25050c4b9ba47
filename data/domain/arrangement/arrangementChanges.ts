// What may happen to an arrangement after signing: a payment, another due day, and its end.

import { type CalendarDate, onDayOfMonth } from '../calendar/calendar';
import type { Fen } from '../money/money';
import type { DueDay } from '../offer/offer';
import { type ArrangementRecord, type ArrangementRow, arrangementState } from './arrangement';

export interface ArrangementPayment {
  readonly paymentId: string;
  readonly paidOn: CalendarDate;
  readonly amountFen: Fen;
}

export interface AppliedPayment {
  readonly record: ArrangementRecord;
  readonly appliedFen: Fen;
  /** What this arrangement does not take: paid before signing, after its end, or beyond all that is left. */
  readonly excessFen: Fen;
  /** Numbers of the rows that it touched, 0 for the down payment. */
  readonly rows: readonly number[];
}

function payRow(row: ArrangementRow, amountFen: Fen, paidOn: CalendarDate): ArrangementRow {
  const paidFen = row.paidFen + amountFen;
  if (paidFen < row.paymentFen) return { ...row, paidFen, status: paidFen > 0 ? 'partPaid' : 'open' };
  return { ...row, paidFen, paidOn, status: 'paid' };
}

/** Pays the oldest open rows first. The same payment id is taken once; a second time changes nothing. */
export function applyPayment(record: ArrangementRecord, payment: ArrangementPayment): AppliedPayment {
  const seen = record.appliedPaymentIds.includes(payment.paymentId);
  if (seen || record.status !== 'active' || payment.paidOn < record.signedOn) {
    return { record, appliedFen: 0, excessFen: payment.amountFen, rows: [] };
  }
  let restFen = payment.amountFen;
  const rows: number[] = [];
  const schedule = record.schedule.map((row) => {
    const partFen = Math.min(restFen, row.paymentFen - row.paidFen);
    // A row of nothing (a balance of a few fen over many months) closes as soon as its turn comes.
    if (row.status === 'paid' || (partFen === 0 && row.paymentFen > 0)) return row;
    restFen -= partFen;
    rows.push(row.number);
    return payRow(row, partFen, payment.paidOn);
  });
  const completed = schedule.every((row) => row.status === 'paid');
  const changed: ArrangementRecord = {
    ...record,
    schedule,
    appliedPaymentIds: [...record.appliedPaymentIds, payment.paymentId],
    ...(completed ? { status: 'completed', closedOn: payment.paidOn } : {}),
  };
  return { record: changed, appliedFen: payment.amountFen - restFen, excessFen: restFen, rows };
}

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

/** Broken once the agreed number of instalments in a row was missed; any other record comes back as it is. */
export function breakIfMissed(record: ArrangementRecord, today: CalendarDate): ArrangementRecord {
  return arrangementState(record, today).mayEnd ? { ...record, status: 'broken', closedOn: today } : record;
}

/** Ended by agreement or replaced by another arrangement. */
export const endArrangement = (record: ArrangementRecord, today: CalendarDate): ArrangementRecord =>
  record.status === 'active' ? { ...record, status: 'ended', closedOn: today } : record;
