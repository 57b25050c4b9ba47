// What a second reader may say of a message, and when it is asked: it reads, it never speaks, decides or sees an account.
import { z } from 'zod';
import {
  aspectSchema,
  type CustomerTurn,
  frequencySchema,
  intentSchema,
  type Locale,
  roleBesideHolderSchema,
  undoneSchema,
  wishSchema,
} from '../../../data/domain/customer/customerTurn';

const yuan = z.strictObject({ min: z.number().positive().optional(), max: z.number().positive().optional() });

/** Slots that can be checked against the message; days are left to our own readers, which know the calendar. */
const readSlotsSchema = z.strictObject({
  monthlyAmount: yuan.optional(),
  statedAmount: yuan.optional(),
  frequency: frequencySchema.optional(),
  lumpSum: yuan.optional(),
  instalmentCount: yuan.optional(),
  offerNumber: z.number().int().positive().max(99).optional(),
  payday: z.number().int().min(1).max(31).optional(),
  dueDay: z.number().int().min(1).max(31).optional(),
  income: yuan.optional(),
  expenses: yuan.optional(),
  otherDebts: yuan.optional(),
  wish: wishSchema.optional(),
  aspect: aspectSchema.optional(),
  what: undoneSchema.optional(),
  role: roleBesideHolderSchema.optional(),
});

export const readActSchema = z.strictObject({
  intent: intentSchema,
  slots: readSlotsSchema,
  /** The part of the message that does it, word for word. */
  quote: z.string().min(1),
});
export type ReadAct = z.infer<typeof readActSchema>;

/** The answer of a second reader; its JSON schema goes along with the question. */
export const readingSchema = z.strictObject({ acts: z.array(readActSchema).min(1).max(5) });

/** What a second reader is told: masked words, and what was asked last. */
export interface ReadingRequest {
  readonly text: string;
  readonly locale: Locale;
  readonly lastQuestion: string;
}

export type ReadingOutcome =
  | { readonly kind: 'read'; readonly acts: readonly ReadAct[] }
  | { readonly kind: 'failed'; readonly why: 'slow' | 'unreachable' | 'refused' | 'unreadable' };

/** A language model on the bank's own machines, or none. */
export interface SecondReader {
  /** Kept in the audit beside each reading. */
  readonly model: string;
  readonly promptVersion: string;
  read(request: ReadingRequest): Promise<ReadingOutcome>;
}

/** Confidence (0-1) below which "none of this" is a guess. */
const sureOfNothing = 0.8;

/** Our own reading is unsure: an either-or, nothing read, or hardly anything. */
export const isUnsure = ({ acts, ambiguity, intent, confidence }: CustomerTurn): boolean =>
  acts.length === 0 || ambiguity?.kind === 'intent' || (intent === 'outOfScope' && confidence < sureOfNothing);
