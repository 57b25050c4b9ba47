// A promise to pay: whether it lies within limits, and whether payments kept it, kept part of it, or did not come.
import { addDays, type CalendarDate, daysBetween, localTime } from '../calendar/calendar';
import { type ContractTerms, commonContractTerms } from '../money/contractTerms';
import { type Fen, shareOf } from '../money/money';
import type { PromiseRecord } from './promiseRecord';

export interface PromiseLimits {
  /** Latest day, counted from today. */
  readonly daysMax: number;
  /** Least amount as a share of what is owed, 0-1. */
  readonly shareMin: number;
}

export type PromiseCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'past' | 'tooLate' | 'tooLittle' | 'moreThanOwed';
      /** The nearest promise that would do. */
      readonly nearest: { readonly amountFen: Fen; readonly payDate: CalendarDate };
    };

/** Checks an amount and a day against policy; a refusal names the nearest promise that could be taken. */
export function checkPromise(
  promise: { readonly amountFen: Fen; readonly payDate: CalendarDate },
  limits: PromiseLimits,
  owedFen: Fen,
  today: CalendarDate,
): PromiseCheck {
  const leastFen = Math.min(owedFen, Math.max(1, shareOf(owedFen, limits.shareMin)));
  const latest = addDays(today, limits.daysMax);
  const days = daysBetween(today, promise.payDate);
  const payDate = days < 0 ? today : days > limits.daysMax ? latest : promise.payDate;
  const amountFen = Math.min(owedFen, Math.max(leastFen, promise.amountFen));
  if (payDate === promise.payDate && amountFen === promise.amountFen) return { ok: true };
  const reasons = [
    ['past', days < 0],
    ['tooLate', days > limits.daysMax],
    ['tooLittle', promise.amountFen < leastFen],
  ] as const;
  const reason = reasons.find(([, holds]) => holds)?.[0] ?? 'moreThanOwed';
  return { ok: false, reason, nearest: { amountFen, payDate } };
}

/** A payment as the settlement of promises sees it. */
export interface PaymentToAccount {
  readonly paymentId: string;
  readonly accountId: string;
  readonly paidOn: CalendarDate;
  readonly amountFen: Fen;
}

export interface SettledPromise {
  readonly promise: PromiseRecord;
  /** What payments between the promise and its day (with grace) brought towards it. */
  readonly paidFen: Fen;
}

type Grace = Pick<ContractTerms, 'graceDays' | 'graceShortfallFen'>;

function statusOf(promise: PromiseRecord, paidFen: Fen, today: CalendarDate, grace: Grace): PromiseRecord['status'] {
  if (promise.amountFen - paidFen <= grace.graceShortfallFen && paidFen > 0) return 'kept';
  if (today <= addDays(promise.payDate, grace.graceDays)) return 'open';
  return paidFen > 0 ? 'partKept' : 'broken';
}

/**
 * Settles all promises of one customer from all payments known, so that the order in which files come and how often they
 * come make no difference. Each fen counts towards one promise, the earliest due first.
 */
export function settlePromises(
  promises: readonly PromiseRecord[],
  payments: readonly PaymentToAccount[],
  today: CalendarDate,
  timeZone: string,
  grace: Grace = commonContractTerms,
): SettledPromise[] {
  const inOrder = <T>(items: readonly T[], key: (item: T) => string) =>
    [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const free = new Map(payments.map((payment) => [payment.paymentId, payment.amountFen]));
  const dated = inOrder(payments, (payment) => `${payment.paidOn} ${payment.paymentId}`);
  const settled = new Map<string, SettledPromise>();
  for (const promise of inOrder(promises, (one) => `${one.payDate} ${one.madeAt} ${one.promiseId}`)) {
    const from = localTime(promise.madeAt, timeZone).date;
    const until = addDays(promise.payDate, grace.graceDays);
    let paidFen = 0;
    if (promise.status === 'withdrawn') {
      settled.set(promise.promiseId, { promise, paidFen });
      continue;
    }
    for (const { paymentId, accountId, paidOn } of dated) {
      if (!promise.accountIds.includes(accountId) || paidOn < from || paidOn > until) continue;
      const available = free.get(paymentId) ?? 0;
      const takenFen = Math.min(available, promise.amountFen - paidFen);
      paidFen += takenFen;
      free.set(paymentId, available - takenFen);
    }
    settled.set(promise.promiseId, {
      promise: { ...promise, status: statusOf(promise, paidFen, today, grace) },
      paidFen,
    });
  }
  return promises.flatMap((promise) => settled.get(promise.promiseId) ?? []);
}
