// The cost table shown before a signature (综合融资成本明示表, NFRA and PBoC 2026-03-15, in force 2026-08-01) with what Art. 70
// of the credit-card rules asks for: what is owed and financed, every cost by item, and what default costs. A pure reading of
// an offer: it prices nothing.
import { z } from 'zod';
import { type Account, negotiableAccount, owedOn } from '../account/account';
import { type CalendarDate, calendarDateSchema } from '../calendar/calendar';
import type { ContractTerms } from '../money/contractTerms';
import { type Fen, fenSchema } from '../money/money';
import type { Balances } from '../money/paymentAllocation';
import { financed } from './financed';
import { downPaymentDueDate, dueDaySchema, instalmentMethodSchema, type Offer } from './offer';

const rate = z.number().min(0);

/** An amount by the part of the balance that it belongs to, in fen. */
const partsSchema = z.object({
  principalFen: fenSchema,
  interestFen: fenSchema,
  feesFen: fenSchema,
  totalFen: fenSchema,
});

/** One item of interest, fee or charge: how it is reckoned, how much it is when kept, and who collects it. */
const costItemSchema = z.discriminatedUnion('kind', [
  /** Interest each month on what is left of the interest-bearing part. */
  z.object({ kind: z.literal('interest'), monthlyRate: rate, amountFen: fenSchema, collectedBy: z.literal('bank') }),
  /** The same fee with each instalment, a share of the interest-bearing part at the start. */
  z.object({ kind: z.literal('flatFee'), monthlyRate: rate, amountFen: fenSchema, collectedBy: z.literal('bank') }),
  /** Fees and late charges that are owed already: spread over the instalments, without interest. */
  z.object({ kind: z.literal('feesOwed'), amountFen: fenSchema, collectedBy: z.literal('bank') }),
]);
export type CostItem = z.infer<typeof costItemSchema>;

export const costTableSchema = z.object({
  version: z.literal(1),
  /** The day on which the balance was struck. */
  asOf: calendarDateSchema,
  currency: z.literal('CNY'),
  /** Every card whose balance the plan settles, by the last four digits, and what is owed on it. */
  accounts: z.array(partsSchema.extend({ cardTail: z.string() })).min(1),
  /** What is owed on all of them. */
  balance: partsSchema,
  /** What the bank gives up under a relief rule. */
  waived: z.object({ interestFen: fenSchema, feesFen: fenSchema }),
  /** What has accrued since the offer was made and the plan does not charge: interest first, then fees. */
  notChargedFen: fenSchema,
  /** Paid at the start; null without a first payment. It lowers the balance in the order of Art. 57. */
  downPayment: z.object({ amountFen: fenSchema, dueDate: calendarDateSchema }).nullable(),
  financed: partsSchema.extend({
    /** The part of the total that bears no interest. */
    interestFreeFen: fenSchema,
  }),
  costs: z.array(costItemSchema),
  /** All that the plan costs on top of what is financed, in fen: `interest` or `flatFee`. Nothing else is charged. */
  costFen: fenSchema,
  /** Yearly all-in cost when kept as agreed; shares of 1. */
  yearlyRate: z.object({ nominal: z.number(), effective: z.number() }),
  repayment: z.object({
    method: instalmentMethodSchema,
    cycle: z.literal('monthly'),
    instalmentCount: z.number().int().min(1),
    instalmentFen: fenSchema,
    lastInstalmentFen: fenSchema,
    firstDueDate: calendarDateSchema,
    lastDueDate: calendarDateSchema,
    dueDay: dueDaySchema,
    /** All that is paid, the first payment included. */
    totalFen: fenSchema,
  }),
  /** What default costs: nothing until the bank may end the plan, then what the card contract says. */
  onDefault: z.object({
    /** Missed instalments in a row after which the bank may end the plan. */
    missedInstalmentsMax: z.number().int().min(1),
    graceDays: z.number().int().min(0),
    /** Interest on the unpaid principal: a day by contract, and the same by the year of 365 days. */
    dailyInterestRate: rate,
    yearlyInterestRate: rate,
    /** Late charge: share of the unpaid part of the minimum payment due. */
    lateChargeShare: rate,
  }),
});
export type CostTable = z.infer<typeof costTableSchema>;

export interface CostTableInput {
  readonly offer: Offer;
  /** The accounts whose balances the plan settles, as they stand. */
  readonly accounts: readonly [Account, ...Account[]];
  readonly contract: ContractTerms;
  readonly today: CalendarDate;
  /** Missed instalments in a row after which the bank may end the plan. */
  readonly missedInstalmentsMax?: number;
}

/** Two in a row, as the read-back and the agreement say. */
export const missedInstalmentsMaxDefault = 2;

const daysPerYear = 365;

function costItems(offer: Offer, costFen: Fen, feesFen: Fen): CostItem[] {
  const { method, monthlyRate } = offer;
  const kind = method === 'flatFee' ? 'flatFee' : 'interest';
  const owed: CostItem[] = feesFen > 0 ? [{ kind: 'feesOwed', amountFen: feesFen, collectedBy: 'bank' }] : [];
  return [{ kind, monthlyRate, amountFen: costFen, collectedBy: 'bank' }, ...owed];
}

/** What accrued since the offer was made comes off the interest, then the fees, then the principal. */
function lessNotCharged(owed: Balances, notChargedFen: Fen): Balances {
  const interestFen = Math.min(owed.interestFen, notChargedFen);
  const feesFen = Math.min(owed.feesFen, notChargedFen - interestFen);
  const principalFen = notChargedFen - interestFen - feesFen;
  return {
    principalFen: owed.principalFen - principalFen,
    interestFen: owed.interestFen - interestFen,
    feesFen: owed.feesFen - feesFen,
  };
}

/** The table of one offer; null when the offer takes more than is owed by now and must be priced again before it is read. */
export function costTableOf(input: CostTableInput): CostTable | null {
  const { offer, accounts, contract, today, missedInstalmentsMax = missedInstalmentsMaxDefault } = input;
  const account = negotiableAccount(accounts, today);
  const { principalFen, interestFen, feesFen, balanceFen: totalFen } = account;
  const { downPaymentFen, feeWaiverFen, interestWaiverFen, financedFen, interestFreeFen } = offer;
  const notChargedFen = totalFen - feeWaiverFen - interestWaiverFen - downPaymentFen - financedFen;
  if (notChargedFen < 0) return null;
  const left = lessNotCharged(financed(account, offer, []), notChargedFen);
  const costFen = offer.totalFen - downPaymentFen - financedFen;
  const dailyInterestRate = Math.max(...accounts.map((one) => one.dailyInterestRate));
  const { method, instalmentCount, instalmentFen, lastInstalmentFen, firstDueDate, lastDueDate, dueDay } = offer;
  return {
    version: 1,
    asOf: today,
    currency: 'CNY',
    accounts: accounts.map((one) => ({ cardTail: one.cardTail, ...owedOn(one, today) })),
    balance: { principalFen, interestFen, feesFen, totalFen },
    waived: { interestFen: interestWaiverFen, feesFen: feeWaiverFen },
    notChargedFen,
    downPayment: downPaymentFen > 0 ? { amountFen: downPaymentFen, dueDate: downPaymentDueDate(offer) } : null,
    financed: { ...left, totalFen: financedFen, interestFreeFen },
    costs: costItems(offer, costFen, left.feesFen),
    costFen,
    yearlyRate: { nominal: offer.yearlyRateNominal, effective: offer.yearlyRateEffective },
    repayment: {
      method,
      cycle: 'monthly',
      instalmentCount,
      instalmentFen,
      lastInstalmentFen,
      firstDueDate,
      lastDueDate,
      dueDay,
      totalFen: offer.totalFen,
    },
    onDefault: {
      missedInstalmentsMax,
      graceDays: contract.graceDays,
      dailyInterestRate,
      // As money is exact, so is the rate that is shown: 0.0005 a day is 0.1825 a year.
      yearlyInterestRate: Number((dailyInterestRate * daysPerYear).toFixed(8)),
      lateChargeShare: contract.lateChargeShare,
    },
  };
}
