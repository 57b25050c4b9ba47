// The record of a signed instalment arrangement, as it is stored and printed: never edited, only changed by its verbs.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { instantSchema } from '../calendar/instant';
import { localeSchema } from '../customer/customerTurn';
import { fenSchema } from '../money/money';
import { costTableSchema } from '../offer/costTable';
import { dueDaySchema, offerSchema } from '../offer/offer';

/** What was agreed for a row, and what the payments known so far have made of it: `replayArrangement` works that out. */
export const arrangementRowSchema = z.object({
  /** 1-based; 0 is the down payment. */
  number: z.number().int().min(0).max(60),
  dueDate: calendarDateSchema,
  /** What it takes off the financed amount, fees included. */
  principalFen: fenSchema,
  /** Of that, what was financed without interest; 0 for the down payment, which is not financed, and in records from before fees were free of it. */
  interestFreeFen: fenSchema.default(0),
  interestFen: fenSchema,
  paymentFen: fenSchema,
  /** Principal outstanding once this is paid. */
  remainingFen: fenSchema,
  paidFen: fenSchema,
  /** The day it was paid in full; null before. */
  paidOn: calendarDateSchema.nullable(),
  status: z.enum(['open', 'partPaid', 'paid']),
});
export type ArrangementRow = z.infer<typeof arrangementRowSchema>;

/** What was owed on one account at signing: Art. 70 asks for the balance, its structure and its currency. */
export const balanceAtSigningSchema = z.object({
  accountId: z.string().min(1),
  cardTail: z.string(),
  currency: z.literal('CNY'),
  principalFen: fenSchema,
  interestFen: fenSchema,
  feesFen: fenSchema,
  totalFen: fenSchema,
  /** The day of the bank's figures under it: payments before that day were in it. Absent in older records. */
  struckOn: calendarDateSchema.optional(),
  /** Payments of that day or later that were known at signing and so were in it, too. Absent in older records. */
  heldPaymentIds: z.array(z.string()).optional(),
});
export type BalanceAtSigning = z.infer<typeof balanceAtSigningSchema>;

/** What the holder agreed to, each on its own: the terms, and to apply for no other card meanwhile (Art. 70). */
export const consentSchema = z.object({
  kind: z.enum(['terms', 'oneTimeCode', 'noOtherCards']),
  givenAt: instantSchema,
});
export type Consent = z.infer<typeof consentSchema>;

const storedArrangementSchema = z.object({
  agreementNumber: z.string().min(1),
  customerId: z.string().min(1),
  accountIds: z.array(z.string()).min(1),
  conversationId: z.string(),
  /** The offer as signed; it is never changed. */
  offer: offerSchema,
  /** The cost table that was read before signing; null in records from before there was one. */
  costTable: costTableSchema.nullable().default(null),
  offerHash: z.string().min(1),
  policyVersion: z.string().min(1),
  locale: localeSchema,
  signedAt: instantSchema,
  signedOn: calendarDateSchema,
  balances: z.array(balanceAtSigningSchema).min(1),
  consents: z.array(consentSchema),
  schedule: z.array(arrangementRowSchema).min(1),
  /** Day of payment now, which the holder may have moved since. */
  dueDay: dueDaySchema,
  dueDayChanges: z.array(z.object({ changedOn: calendarDateSchema, from: dueDaySchema, to: dueDaySchema })),
  /** Payments that count towards it. */
  appliedPaymentIds: z.array(z.string()),
  /** Consecutive missed instalments after which the bank may end the arrangement. */
  missedInstalmentsMax: z.number().int().min(1),
  /** The day it was ended by agreement or replaced by another one; null when it was not. */
  endedOn: calendarDateSchema.nullable(),
  /** What terms, payments and the calendar have made of it. */
  status: z.enum(['active', 'completed', 'broken', 'ended']),
  /** The day it was completed, broken or ended; null while active. */
  closedOn: calendarDateSchema.nullable(),
});

/** Records from before `endedOn` was kept apart had it as the day on which they closed. */
function withEnd(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || 'endedOn' in stored) return stored;
  const isEnded = 'status' in stored && stored.status === 'ended' && 'closedOn' in stored;
  return { ...stored, endedOn: isEnded ? stored.closedOn : null };
}

export const arrangementRecordSchema = z.preprocess(withEnd, storedArrangementSchema);
export type ArrangementRecord = z.infer<typeof arrangementRecordSchema>;
