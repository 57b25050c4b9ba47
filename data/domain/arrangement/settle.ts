// Payments and the calendar settle what was promised and agreed: promises and instalments become kept, part-kept or broken.
import type { Account } from '../account/account';
import { type AccountAfterPayments, addPayments } from '../account/accountPayments';
import { byDay, type PaymentEntry } from '../account/paymentHistory';
import type { CalendarDate } from '../calendar/calendar';
import { type ContractTerms, commonContractTerms } from '../money/contractTerms';
import type { Fen } from '../money/money';
import { type ArrangementRecord, arrangementState } from './arrangement';
import { type PaymentToAccount, settlePromises } from './promise';
import type { PromiseRecord } from './promiseRecord';
import { replayArrangement, sameStanding } from './replayArrangement';

export interface SettleInput {
  /** All accounts, promises and arrangements of one customer. */
  readonly accounts: readonly Account[];
  readonly promises: readonly PromiseRecord[];
  readonly arrangements: readonly ArrangementRecord[];
  /** New payments and reversals by account; known ones may be among them and change nothing. */
  readonly payments: readonly (PaymentEntry & { readonly accountId: string })[];
  readonly today: CalendarDate;
  /** The day up to which outcomes were told before; `today` when only what payments changed is news. */
  readonly since?: CalendarDate;
  readonly timeZone: string;
  readonly terms: ContractTerms;
}

export type Settlement = 'kept' | 'partKept' | 'broken';
export type Outcome =
  | { readonly kind: 'promise'; readonly promiseId: string; readonly settlement: Settlement; readonly paidFen: Fen }
  | {
      readonly kind: 'instalment';
      readonly agreementNumber: string;
      /** 0 for the down payment. */
      readonly number: number;
      readonly settlement: Settlement;
      readonly paidFen: Fen;
    }
  | {
      readonly kind: 'arrangement';
      readonly agreementNumber: string;
      readonly settlement: 'completed' | 'broken' | 'reopened';
    }
  /** Paid beyond everything owed since the balance was struck. */
  | { readonly kind: 'excess'; readonly accountId: string; readonly excessFen: Fen };

export interface Settled {
  /** Only what changed. */
  readonly accounts: readonly Account[];
  readonly promises: readonly PromiseRecord[];
  readonly arrangements: readonly ArrangementRecord[];
  readonly outcomes: readonly Outcome[];
  readonly addedPaymentIds: readonly string[];
  readonly alreadyInBalanceIds: readonly string[];
}

/** Settlement of each row that fell due or was touched: what the report and the reminders read. */
export function instalmentSettlements(
  record: ArrangementRecord,
  today: CalendarDate,
  terms: ContractTerms = commonContractTerms,
): ReadonlyMap<number, Settlement> {
  const missed = new Set(arrangementState(record, today, terms).missed.map((row) => row.number));
  const settled = record.schedule.flatMap((row): [number, Settlement][] => {
    if (missed.has(row.number)) return [[row.number, row.paidFen > 0 ? 'partKept' : 'broken']];
    const nearlyPaid = row.paidFen > 0 && row.paymentFen - row.paidFen <= terms.graceShortfallFen;
    return row.status === 'paid' || nearlyPaid ? [[row.number, 'kept']] : [];
  });
  return new Map(settled);
}

/** The record with its end, where a later arrangement on one of its accounts took its place after it had broken. */
function withReplacement(record: ArrangementRecord, all: readonly ArrangementRecord[]): ArrangementRecord {
  if (record.endedOn !== null) return record;
  const [next] = all
    .filter((one) => one.signedAt > record.signedAt && one.accountIds.some((id) => record.accountIds.includes(id)))
    .map(({ signedOn }) => signedOn)
    .sort();
  return next === undefined ? record : { ...record, endedOn: next };
}

/** How the arrangement as a whole came out, where that is news. */
function standingNews(before: ArrangementRecord, after: ArrangementRecord): Outcome[] {
  if (before.status === after.status) return [];
  const { agreementNumber, status } = after;
  if (status === 'completed' || status === 'broken')
    return [{ kind: 'arrangement', agreementNumber, settlement: status }];
  return status === 'active' ? [{ kind: 'arrangement', agreementNumber, settlement: 'reopened' }] : [];
}

function settleArrangement(
  before: ArrangementRecord,
  input: SettleInput,
  payments: readonly PaymentToAccount[],
  terms: ContractTerms,
): { record: ArrangementRecord; outcomes: Outcome[] } {
  const { agreementNumber } = before;
  const replayed = replayArrangement(withReplacement(before, input.arrangements), payments, input.today, terms).record;
  const record = sameStanding(before, replayed) ? before : replayed;
  const known = instalmentSettlements(before, input.since ?? input.today, terms);
  const paidBefore = new Map(before.schedule.map((row) => [row.number, row.paidFen]));
  const outcomes: Outcome[] = [];
  for (const [number, settlement] of instalmentSettlements(record, input.today, terms)) {
    const paidFen = record.schedule.find((row) => row.number === number)?.paidFen ?? 0;
    const isNew = known.get(number) !== settlement || paidBefore.get(number) !== paidFen;
    if (isNew) outcomes.push({ kind: 'instalment', agreementNumber, number, settlement, paidFen });
  }
  return { record, outcomes: [...outcomes, ...standingNews(before, record)] };
}

function settlePromisesOf(input: SettleInput, payments: readonly PaymentToAccount[], terms: ContractTerms) {
  const settled = settlePromises(input.promises, payments, input.today, input.timeZone, terms);
  const changed = settled.filter(({ promise }, index) => promise.status !== input.promises[index]?.status);
  const outcomes = changed.flatMap(({ promise: { promiseId, status }, paidFen }): Outcome[] =>
    status === 'open' || status === 'withdrawn' ? [] : [{ kind: 'promise', promiseId, settlement: status, paidFen }],
  );
  return { promises: changed.map(({ promise }) => promise), outcomes };
}

/**
 * Takes payments into accounts, arrangements and promises of one customer, and lets `today` do its part: what is due and
 * was not paid breaks. Doing it twice is the same as once.
 */
export function settle(input: SettleInput): Settled {
  const { terms } = input;
  const results: AccountAfterPayments[] = input.accounts.map((account) =>
    addPayments(
      account,
      input.payments.filter(({ accountId }) => accountId === account.accountId).map(withoutAccount),
      terms,
    ),
  );
  const added = results.flatMap((result) => result.added).sort(byDay);
  const payments = results.flatMap(({ account: { accountId, payments: standing } }) =>
    standing.map((payment) => ({ ...payment, accountId })),
  );
  const arrangements = input.arrangements.map((record) => settleArrangement(record, input, payments, terms));
  const promises = settlePromisesOf(input, payments, terms);
  const excess = results.flatMap(({ account: { accountId }, excessFen }): Outcome[] =>
    excessFen > 0 ? [{ kind: 'excess', accountId, excessFen }] : [],
  );
  return {
    accounts: results.filter((result) => result.added.length > 0).map((result) => result.account),
    promises: promises.promises,
    arrangements: arrangements
      .map(({ record }) => record)
      .filter((record, index) => record !== input.arrangements[index]),
    outcomes: [...promises.outcomes, ...arrangements.flatMap(({ outcomes }) => outcomes), ...excess],
    addedPaymentIds: added.map((payment) => payment.paymentId),
    alreadyInBalanceIds: results.flatMap((result) => result.alreadyInBalance.map((payment) => payment.paymentId)),
  };
}

const withoutAccount = ({
  accountId: _accountId,
  ...entry
}: PaymentEntry & { readonly accountId: string }): PaymentEntry => entry;
