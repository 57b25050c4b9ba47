// The record that a signature makes: the offer as signed, its schedule, and the balance it was struck on.

import { type Account, owedOn } from '../account/account';
import { struckBalance } from '../account/paymentHistory';
import type { CalendarDate } from '../calendar/calendar';
import type { Instant } from '../calendar/instant';
import type { Locale } from '../customer/customerTurn';
import type { CostTable } from '../offer/costTable';
import { instalmentSchedule } from '../offer/instalmentSchedule';
import { downPaymentDueDate, type Offer } from '../offer/offer';
import type { ArrangementRecord, ArrangementRow, BalanceAtSigning, Consent } from './arrangementRecord';

/** What is owed on an account at signing, and which of its payments that already takes account of. */
export function balanceAtSigning(account: Account, signedOn: CalendarDate): BalanceAtSigning {
  const { accountId, cardTail, currency, payments } = account;
  const { asOf: struckOn } = struckBalance(account);
  const heldPaymentIds = payments.filter(({ paidOn }) => paidOn >= struckOn).map(({ paymentId }) => paymentId);
  return { accountId, cardTail, currency, ...owedOn(account, signedOn), struckOn, heldPaymentIds };
}

export interface NewArrangementInput {
  readonly agreementNumber: string;
  readonly customerId: string;
  readonly conversationId: string;
  readonly offer: Offer;
  /** The table of this offer as it was read. */
  readonly costTable: CostTable;
  readonly offerHash: string;
  readonly policyVersion: string;
  readonly locale: Locale;
  readonly signedAt: Instant;
  /** The day of signing in the bank's time zone. */
  readonly signedOn: CalendarDate;
  /** As `balanceAtSigning` gives them. */
  readonly balances: readonly BalanceAtSigning[];
  readonly consents?: readonly Consent[];
}

const untouched = { paidFen: 0, paidOn: null, status: 'open' } as const;

function downPaymentRow(offer: Offer): ArrangementRow[] {
  if (offer.downPaymentFen === 0) return [];
  const dueDate = downPaymentDueDate(offer);
  const amounts = {
    principalFen: offer.downPaymentFen,
    interestFreeFen: 0,
    interestFen: 0,
    paymentFen: offer.downPaymentFen,
  };
  return [{ number: 0, dueDate, ...amounts, remainingFen: offer.financedFen, ...untouched }];
}

/** Throws when the offer's figures are not those of its schedule: nothing else than what was shown is ever signed. */
export function newArrangement(input: NewArrangementInput): ArrangementRecord {
  const { offer, costTable, balances, consents = [], ...rest } = input;
  const instalments = instalmentSchedule(offer).map((row) => ({ ...row, ...untouched }));
  const schedule = [...downPaymentRow(offer), ...instalments];
  const totalFen = schedule.reduce((sum, row) => sum + row.paymentFen, 0);
  const isOwnTable = costTable.repayment.totalFen === totalFen && costTable.financed.totalFen === offer.financedFen;
  if (totalFen !== offer.totalFen || instalments[0]?.paymentFen !== offer.instalmentFen || !isOwnTable) {
    throw new Error(`The figures of offer ${input.offerHash} are not those of its schedule and its cost table.`);
  }
  return {
    ...rest,
    accountIds: balances.map((balance) => balance.accountId),
    offer,
    costTable,
    balances: [...balances],
    consents: [...consents],
    schedule,
    dueDay: offer.dueDay,
    dueDayChanges: [],
    appliedPaymentIds: [],
    missedInstalmentsMax: costTable.onDefault.missedInstalmentsMax,
    endedOn: null,
    status: 'active',
    closedOn: null,
  };
}
