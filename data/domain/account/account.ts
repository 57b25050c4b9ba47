// A card account as the bank's book holds it, and the part of it that the negotiation engine reads.
import { z } from 'zod';
import { type CalendarDate, calendarDateSchema, daysBetween } from '../calendar/calendar';
import { overdueInterest } from '../money/interest';
import { type Fen, fenSchema, signedFenSchema } from '../money/money';
import { reliefReasonSchema } from '../offer/reliefReason';

export const paymentRecordSchema = z.object({
  paymentId: z.string().min(1),
  paidOn: calendarDateSchema,
  amountFen: fenSchema,
  channel: z.string(),
});
export type PaymentRecord = z.infer<typeof paymentRecordSchema>;

/** A payment that was taken back whole: a direct debit without cover, a mistaken booking. */
export const reversalRecordSchema = z.object({
  /** Id of the row that took it back. */
  paymentId: z.string().min(1),
  /** The day it was taken back; never before the payment itself. */
  paidOn: calendarDateSchema,
  channel: z.string(),
  /** The payment as it was, so that exactly what it brought goes, and the same payment sent again is known. */
  reversed: paymentRecordSchema,
});
export type ReversalRecord = z.infer<typeof reversalRecordSchema>;

/** Flags that end or change the conversation before any negotiation. */
export const accountFlagSchema = z.enum(['dispute', 'deceased', 'ceaseContact', 'excluded', 'fraud']);
export type AccountFlag = z.infer<typeof accountFlagSchema>;

/** The figures as the bank's book last gave them, kept so that payments since then can be replayed in any order. */
export const struckBalanceSchema = z.object({
  asOf: calendarDateSchema,
  principalFen: fenSchema,
  interestFen: fenSchema,
  feesFen: fenSchema,
  minimumDueFen: fenSchema,
  pastDueSince: calendarDateSchema.nullable(),
  /** Payments and reversals that came on top; one that was reversed since stays among them. */
  laterPaymentIds: z.array(z.string()),
});
export type StruckBalance = z.infer<typeof struckBalanceSchema>;

export const accountSchema = z.object({
  accountId: z.string().min(1),
  customerId: z.string().min(1),
  product: z.string().min(1),
  /** Last four digits of the card; the only part of the number that is ever kept here. */
  cardTail: z.string().regex(/^\d{4}$/),
  currency: z.literal('CNY'),
  /** The day that the three balances below are struck on. */
  asOf: calendarDateSchema,
  principalFen: fenSchema,
  interestFen: fenSchema,
  feesFen: fenSchema,
  minimumDueFen: fenSchema,
  statementDay: z.number().int().min(1).max(28),
  dueDay: z.number().int().min(1).max(28),
  /** Due date of the oldest minimum payment that is still unpaid; null when nothing is past due. */
  pastDueSince: calendarDateSchema.nullable(),
  dailyInterestRate: z.number().min(0).max(0.01),
  /** Payments that stand; one that was reversed is in `reversals` instead. */
  payments: z.array(paymentRecordSchema),
  /** Absent while nothing was ever taken back. */
  reversals: z.array(reversalRecordSchema).optional(),
  /** Monthly salary credits seen by the bank, newest last, in fen; empty when it sees none. */
  salaryCreditsFen: z.array(fenSchema),
  /** Monthly capacity that accepted documents support; null without documents. */
  documentedMonthlyCapacityFen: fenSchema.nullable(),
  /** Reasons for relief that documents accepted by the bank prove; absent when none do. */
  documentedReasons: z.array(reliefReasonSchema).optional(),
  brokenArrangements: z.number().int().nonnegative(),
  /** Id of the agency that holds the placement, or null. */
  agencyId: z.string().nullable(),
  flags: z.array(accountFlagSchema),
  /** Present once payments came in after the balances were struck. */
  struck: struckBalanceSchema.optional(),
});
export type Account = z.infer<typeof accountSchema>;

/**
 * What the engine may know of one account: the input contract of `npm run negotiate`. A balance in the customer's favour
 * (below zero) is allowed in, so that it gets a defined answer: nothing is owed.
 */
export const negotiableAccountSchema = z
  .object({
    balanceFen: signedFenSchema,
    principalFen: signedFenSchema,
    interestFen: signedFenSchema,
    feesFen: signedFenSchema,
    daysPastDue: z.number().int().nonnegative().max(36500),
    product: z.string().min(1),
    /** Products of the further cards in one plan: policy must allow every one of them. Absent with one card. */
    otherProducts: z.array(z.string().min(1)).optional(),
    documentedMonthlyCapacityFen: fenSchema.nullable(),
    salaryCreditsFen: z.array(fenSchema),
    brokenArrangements: z.number().int().nonnegative(),
    /** Reasons for relief that accepted documents prove; absent when none do. */
    documentedReasons: z.array(reliefReasonSchema).optional(),
    /** What an arrangement in force has left unpaid; absent where nothing was missed. */
    missedInstalmentsFen: fenSchema.optional(),
  })
  .refine(
    ({ balanceFen, principalFen, interestFen, feesFen }) =>
      balanceFen <= 0 ||
      (balanceFen === principalFen + interestFen + feesFen && Math.min(principalFen, interestFen, feesFen) >= 0),
    'balanceFen must equal principalFen + interestFen + feesFen, none of them below zero',
  );
export type NegotiableAccount = z.infer<typeof negotiableAccountSchema>;

/** A product's name as it is compared: "Corporate " and "corporate" are one product, in a policy and in the book. */
export const productKey = (product: string): string => product.normalize('NFKC').trim().toLowerCase();

/** The products of all the cards that a plan is for, each once, as they are compared. */
export const productsOf = ({
  product,
  otherProducts = [],
}: Pick<NegotiableAccount, 'product' | 'otherProducts'>): readonly string[] => [
  ...new Set([product, ...otherProducts].map(productKey)),
];

/** True where the list of a policy names the product. */
export const namesProduct = (list: readonly string[], product: string): boolean =>
  list.some((one) => productKey(one) === productKey(product));

/** Balances on a day: interest goes on daily on the principal, nothing accrues on fees or interest. */
export interface Owed {
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly feesFen: Fen;
  readonly totalFen: Fen;
}

/** What is owed on `date` (not before `account.asOf`) if nothing is paid until then. */
export function owedOn(account: Account, date: CalendarDate): Owed {
  // Paying the minimum ends a delinquency, not the interest on what was late: that runs until the bank's next figures.
  const accrues = account.pastDueSince !== null || (account.struck?.pastDueSince ?? null) !== null;
  const days = accrues ? Math.max(0, daysBetween(account.asOf, date)) : 0;
  const accruedFen = overdueInterest({
    principalFen: account.principalFen,
    dailyRate: account.dailyInterestRate,
    days,
  });
  const interestFen = account.interestFen + accruedFen;
  const { principalFen, feesFen } = account;
  return { principalFen, interestFen, feesFen, totalFen: principalFen + interestFen + feesFen };
}

/** Days past due on `today`; 0 when nothing is past due. */
export const daysPastDueOn = (account: Account, today: CalendarDate): number =>
  account.pastDueSince === null ? 0 : Math.max(0, daysBetween(account.pastDueSince, today));

/** The engine's view of one or several accounts of one customer, added up into one plan. */
export function negotiableAccount(accounts: readonly [Account, ...Account[]], today: CalendarDate): NegotiableAccount {
  const owed = accounts.map((account) => owedOn(account, today));
  const sum = (pick: (one: Owed) => Fen) => owed.reduce((total, one) => total + pick(one), 0);
  const [first, ...others] = accounts;
  const otherProducts = [...new Set(others.map(({ product }) => product))].filter((one) => one !== first.product);
  const documented = accounts.map((account) => account.documentedMonthlyCapacityFen ?? 0);
  const reasons = new Set(accounts.flatMap((account) => account.documentedReasons ?? []));
  return {
    ...(reasons.size === 0 ? {} : { documentedReasons: [...reasons] }),
    balanceFen: sum((one) => one.totalFen),
    principalFen: sum((one) => one.principalFen),
    interestFen: sum((one) => one.interestFen),
    feesFen: sum((one) => one.feesFen),
    daysPastDue: Math.max(...accounts.map((account) => daysPastDueOn(account, today))),
    product: first.product,
    ...(otherProducts.length === 0 ? {} : { otherProducts }),
    // Documents and salary belong to the person, not to a card: the best-supported figure counts once.
    documentedMonthlyCapacityFen: Math.max(...documented) || null,
    salaryCreditsFen: accounts.map((account) => account.salaryCreditsFen).sort((a, b) => b.length - a.length)[0] ?? [],
    brokenArrangements: Math.max(...accounts.map((account) => account.brokenArrangements)),
  };
}
