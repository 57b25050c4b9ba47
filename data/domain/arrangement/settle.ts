// New payments settle what was promised and agreed by themselves: promises and instalments become kept, part-kept or broken.
import type { Account, PaymentRecord } from '../account/account';
import { type AccountAfterPayments, addPayments } from '../account/accountPayments';
import type { CalendarDate } from '../calendar/calendar';
import { type ContractTerms, commonContractTerms } from '../money/contractTerms';
import type { Fen } from '../money/money';
import { type ArrangementRecord, arrangementState } from './arrangement';
import { applyPayment } from './arrangementChanges';
import { settlePromises } from './promise';
import type { PromiseRecord } from './promiseRecord';

export interface SettleInput {
  /** All accounts, promises and arrangements of one customer. */
  readonly accounts: readonly Account[];
  readonly promises: readonly PromiseRecord[];
  readonly arrangements: readonly ArrangementRecord[];
  /** New payments by account; known ones may be among them and change nothing. */
  readonly payments: readonly (PaymentRecord & { readonly accountId: string })[];
  readonly today: CalendarDate;
  readonly timeZone: string;
  readonly terms?: ContractTerms;
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
  | { readonly kind: 'arrangement'; readonly agreementNumber: string; readonly settlement: 'completed' | 'mayEnd' }
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

function settleArrangement(
  before: ArrangementRecord,
  input: SettleInput,
  added: readonly (PaymentRecord & { accountId: string })[],
  terms: ContractTerms,
): { record: ArrangementRecord; outcomes: Outcome[] } {
  const { agreementNumber } = before;
  const own = added.filter((payment) => before.accountIds.includes(payment.accountId));
  const record = own.reduce((now, payment) => applyPayment(now, payment).record, before);
  const known = instalmentSettlements(before, input.today, terms);
  const paidBefore = new Map(before.schedule.map((row) => [row.number, row.paidFen]));
  const outcomes: Outcome[] = [];
  for (const [number, settlement] of instalmentSettlements(record, input.today, terms)) {
    const paidFen = record.schedule.find((row) => row.number === number)?.paidFen ?? 0;
    const isNew = known.get(number) !== settlement || paidBefore.get(number) !== paidFen;
    if (isNew) outcomes.push({ kind: 'instalment', agreementNumber, number, settlement, paidFen });
  }
  if (record.status === 'completed' && before.status === 'active')
    outcomes.push({ kind: 'arrangement', agreementNumber, settlement: 'completed' });
  if (arrangementState(record, input.today, terms).mayEnd)
    outcomes.push({ kind: 'arrangement', agreementNumber, settlement: 'mayEnd' });
  return { record, outcomes };
}

function settlePromisesOf(input: SettleInput, accounts: readonly Account[], terms: ContractTerms) {
  const payments = accounts.flatMap(({ accountId, payments: all }) => all.map((one) => ({ ...one, accountId })));
  const settled = settlePromises(input.promises, payments, input.today, input.timeZone, terms);
  const changed = settled.filter(({ promise }, index) => promise.status !== input.promises[index]?.status);
  const outcomes = changed.flatMap(({ promise: { promiseId, status }, paidFen }): Outcome[] =>
    status === 'open' ? [] : [{ kind: 'promise', promiseId, settlement: status, paidFen }],
  );
  return { promises: changed.map(({ promise }) => promise), outcomes };
}

/** Takes payments into accounts, arrangements and promises of one customer. Doing it twice is the same as once. */
export function settle(input: SettleInput): Settled {
  const terms = input.terms ?? commonContractTerms;
  const results: AccountAfterPayments[] = input.accounts.map((account) =>
    addPayments(
      account,
      input.payments.filter((payment) => payment.accountId === account.accountId).map(withoutAccount),
      terms,
    ),
  );
  const added = results
    .flatMap((result) => result.added.map((payment) => ({ ...payment, accountId: result.account.accountId })))
    .sort((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0));
  const arrangements = input.arrangements.map((record) => settleArrangement(record, input, added, terms));
  const promises = settlePromisesOf(
    input,
    results.map((result) => result.account),
    terms,
  );
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

const withoutAccount = ({ paymentId, paidOn, amountFen, channel }: PaymentRecord): PaymentRecord => ({
  paymentId,
  paidOn,
  amountFen,
  channel,
});
