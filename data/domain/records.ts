// The records that a conversation leaves behind: cases, handovers, contact wishes, promises, outgoing short messages.
import { z } from 'zod';
import { calendarDateSchema } from './calendar';
import { localeSchema } from './customerTurn';
import { fenSchema } from './money';

export const instantSchema = z.iso.datetime();
export type Instant = string;

export const customerSchema = z.object({
  customerId: z.string().min(1),
  /** Last four characters of the identity document; compared, never shown. */
  idTail: z.string().regex(/^\d{3}[\dX]$/),
  locale: localeSchema,
  accountIds: z.array(z.string()).min(1),
  /** The registered phone, for one-time codes and reminders; masked wherever it is shown. */
  phone: z.string(),
  displayName: z.string(),
});
export type Customer = z.infer<typeof customerSchema>;

export const caseKindSchema = z.enum([
  'person',
  'identityLocked',
  'vulnerable',
  'hardship',
  'dispute',
  'alreadyPaid',
  'complaint',
  'codeFailed',
  'bereavement',
  'wrongContact',
]);
export type CaseKind = z.infer<typeof caseKindSchema>;

export const caseSchema = z.object({
  caseNumber: z.string(),
  kind: caseKindSchema,
  conversationId: z.string(),
  /** Null before verification: a case then says nothing about anyone. */
  customerId: z.string().nullable(),
  openedAt: instantSchema,
  /** Day by which the bank answers; from the bank's policy. */
  dueOn: calendarDateSchema,
  status: z.enum(['open', 'waiting', 'taken', 'closed']),
  priority: z.enum(['urgent', 'normal']),
  locale: localeSchema,
  /** The customer's last words, masked. */
  lastWords: z.string(),
  agencyId: z.string().nullable(),
  /** How it ended; absent while it has not. */
  closed: z
    .object({
      at: instantSchema,
      by: z.string(),
      outcome: z.string(),
      /** For a complaint about conduct: whether it was found to be true. */
      decision: z.enum(['upheld', 'dismissed']).nullable(),
    })
    .optional(),
});
export type CaseRecord = z.infer<typeof caseSchema>;

export const contactPreferenceSchema = z.object({
  customerId: z.string(),
  ceased: z.boolean(),
  /** Why contact rests: asked for, an arrangement, a dispute, a hardship review. */
  reason: z.enum(['asked', 'arrangement', 'dispute', 'hardship', 'vulnerable', 'preference']),
  until: calendarDateSchema.nullable(),
  changedAt: instantSchema,
  /** The wish in the customer's own words, masked. */
  wish: z.string(),
});
export type ContactPreference = z.infer<typeof contactPreferenceSchema>;

/** A channel address that reaches somebody else: never used for this customer again. */
export const wrongContactSchema = z.object({
  channelId: z.string(),
  userId: z.string(),
  conversationId: z.string(),
  notedAt: instantSchema,
});
export type WrongContact = z.infer<typeof wrongContactSchema>;

export const promiseRecordSchema = z.object({
  promiseId: z.string(),
  customerId: z.string(),
  accountIds: z.array(z.string()),
  amountFen: fenSchema,
  payDate: calendarDateSchema,
  madeAt: instantSchema,
  status: z.enum(['open', 'kept', 'partKept', 'broken']),
});
export type PromiseRecord = z.infer<typeof promiseRecordSchema>;

/** A short message that leaves through MessageSender; the default writes it to the demo phone. */
export const outboundMessageSchema = z.object({
  messageId: z.string(),
  customerId: z.string(),
  /** The registered phone with all but its last four digits hidden. */
  maskedPhone: z.string(),
  text: z.string(),
  sentAt: instantSchema,
});
export type OutboundMessage = z.infer<typeof outboundMessageSchema>;

/** Counts of failed verifications against one card ending, so that a new conversation is no new try. */
export const verifyAttemptsSchema = z.object({ key: z.string(), day: calendarDateSchema, failures: z.number().int() });
export type VerifyAttempts = z.infer<typeof verifyAttemptsSchema>;

/** Six digits are never shown again: 138****0001. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
