// What payments and the calendar have made of a signed arrangement: worked out from its terms and the whole history, so
// that neither the order of files nor how often they come makes a difference, and a reversed payment is as if never made.
import { addDays, type CalendarDate } from '../calendar/calendar';
import { type ContractTerms, commonContractTerms } from '../money/contractTerms';
import type { Fen } from '../money/money';
import { type ArrangementRecord, type ArrangementRow, arrangementState } from './arrangement';
import type { PaymentToAccount } from './promise';

type Grace = Pick<ContractTerms, 'graceDays' | 'graceShortfallFen'>;

export interface ReplayedArrangement {
  readonly record: ArrangementRecord;
  /** Paid towards it beyond all that was left, or after it broke. */
  readonly excessFen: Fen;
}

/**
 * Whether a payment is for this arrangement. What the balance at signing took account of is not: neither what the bank's
 * figures held nor what was known on top. Older records do not say, and count from the day of signing.
 */
function countsTowards(record: ArrangementRecord, payment: PaymentToAccount): boolean {
  const balance = record.balances.find(({ accountId }) => accountId === payment.accountId);
  if (balance === undefined) return false;
  if (record.endedOn !== null && payment.paidOn >= record.endedOn) return false;
  const { struckOn = record.signedOn, heldPaymentIds = [] } = balance;
  return payment.paidOn >= struckOn && !heldPaymentIds.includes(payment.paymentId);
}

/** Pays the oldest open rows first. */
function payRows(schedule: readonly ArrangementRow[], { amountFen, paidOn }: PaymentToAccount) {
  let restFen = amountFen;
  const paid = schedule.map((row): ArrangementRow => {
    const partFen = Math.min(restFen, row.paymentFen - row.paidFen);
    // A row of nothing (a balance of a few fen over many months) closes as soon as its turn comes.
    if (row.status === 'paid' || (partFen === 0 && row.paymentFen > 0)) return row;
    restFen -= partFen;
    const paidFen = row.paidFen + partFen;
    if (paidFen < row.paymentFen) return { ...row, paidFen, status: 'partPaid' };
    return { ...row, paidFen, paidOn, status: 'paid' };
  });
  return { schedule: paid, restFen };
}

const byDay = (a: PaymentToAccount, b: PaymentToAccount): number => {
  const [first, second] = [a, b].map(({ paidOn, paymentId }) => `${paidOn} ${paymentId}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
};

const unpaid = (row: ArrangementRow): ArrangementRow => ({ ...row, paidFen: 0, paidOn: null, status: 'open' });

/**
 * Where the arrangement stands on `today`: each payment on its day, and on the day after each row's grace whether so many
 * in a row are missed that it broke. What comes after it was completed, broke or ended changes it no more.
 */
export function replayArrangement(
  record: ArrangementRecord,
  payments: readonly PaymentToAccount[],
  today: CalendarDate,
  grace: Grace = commonContractTerms,
): ReplayedArrangement {
  const waiting = payments.filter((one) => one.paidOn <= today && countsTowards(record, one)).sort(byDay);
  const { endedOn } = record;
  const isStillOn = (day: CalendarDate) => day <= today && (endedOn === null || day < endedOn);
  const missDays = record.schedule.map(({ dueDate }) => addDays(dueDate, grace.graceDays + 1)).sort();
  let now: ArrangementRecord = {
    ...record,
    schedule: record.schedule.map(unpaid),
    appliedPaymentIds: [],
    status: 'active',
    closedOn: null,
  };
  let excessFen = 0;
  const payBefore = (day: CalendarDate | null) => {
    for (let next = waiting[0]; next !== undefined && (day === null || next.paidOn < day); next = waiting[0]) {
      waiting.shift();
      const applied = payRows(now.schedule, next);
      excessFen += applied.restFen;
      if (applied.restFen === next.amountFen) continue;
      now = { ...now, schedule: applied.schedule, appliedPaymentIds: [...now.appliedPaymentIds, next.paymentId] };
      if (now.schedule.every((row) => row.status === 'paid'))
        now = { ...now, status: 'completed', closedOn: next.paidOn };
    }
  };
  for (const day of missDays.filter(isStillOn)) {
    payBefore(day);
    if (now.status !== 'active') break;
    if (!arrangementState(now, day, grace).mayEnd) continue;
    const lateFen = waiting.reduce((sum, { amountFen }) => sum + amountFen, 0);
    return { record: { ...now, status: 'broken', closedOn: day }, excessFen: excessFen + lateFen };
  }
  payBefore(null);
  if (now.status === 'active' && endedOn !== null && endedOn <= today)
    now = { ...now, status: 'ended', closedOn: endedOn };
  return { record: now, excessFen };
}

/** The same in every field that the replay works out: a record that differs was cached wrongly and is to be stored anew. */
export function sameStanding(a: ArrangementRecord, b: ArrangementRecord): boolean {
  const standing = ({ schedule, appliedPaymentIds, status, closedOn, endedOn }: ArrangementRecord) =>
    JSON.stringify([
      schedule.map((row) => [row.paidFen, row.paidOn, row.status]),
      appliedPaymentIds,
      status,
      closedOn,
      endedOn,
    ]);
  return standing(a) === standing(b);
}
