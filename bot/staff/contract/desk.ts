// The desk, where people answer handed-over conversations: desk/queue, desk/events (SSE), desk/:conversationId/…
// Conversation ids are opaque: pass them through encodeURIComponent.
import { z } from 'zod';
import { accountFlagSchema } from '../../../data/domain/account/account';
import { calendarDateSchema } from '../../../data/domain/calendar/calendar';
import { caseKindSchema } from '../../../data/domain/case/case';
import { dangerKindSchema } from '../../../data/domain/case/danger';
import {
  type Callback,
  callbackSchema,
  type DeskStatus,
  deskStatusSchema,
  type Outcome,
  outcomeSchema,
} from '../../../data/domain/case/deskConversation';
import { type HeldWords, heldWordsSchema } from '../../../data/domain/case/heldWords';
import { fenSchema } from '../../../data/domain/money/money';
import { offerSchema } from '../../../data/domain/offer/offer';
import { bilingualSchema, expectedVersionSchema, localeSchema } from './common';

export type { Callback, DeskStatus, HeldWords, Outcome };
export { callbackSchema, deskStatusSchema, heldWordsSchema, outcomeSchema };

export const queueItemSchema = z.object({
  conversationId: z.string(),
  caseNumber: z.string(),
  reason: caseKindSchema,
  priority: z.enum(['urgent', 'normal']),
  status: deskStatusSchema,
  waitingSince: z.string(),
  locale: localeSchema,
  /** Masked. */
  lastWords: z.string(),
  channelId: z.string(),
  verified: z.boolean(),
  /** Who holds it; null while it waits. */
  agent: z.string().nullable(),
  /** A call-back that was agreed on; null without one. */
  callback: callbackSchema.nullable(),
  /** Goes back as `expectedVersion`. */
  version: z.number().int(),
});
export type QueueItem = z.infer<typeof queueItemSchema>;

/** GET desk/queue: urgent first, then longest waiting first; then those taken. */
export const queueSchema = z.object({
  now: z.string(),
  open: z.boolean(),
  /** "09:00" today, or "2026-11-24 09:00". */
  opensAt: z.string(),
  /** Everybody who waits, listed or not. */
  waiting: z.number().int(),
  items: z.array(queueItemSchema),
  /** Waiting people whom nobody has verified, behind those listed: many at once are one line. */
  anonymousHidden: z.number().int(),
});
export type Queue = z.infer<typeof queueSchema>;

export const transcriptEntrySchema = z.object({
  at: z.string(),
  from: z.enum(['customer', 'assistant', 'agent', 'system']),
  text: z.string(),
  /** Username of the agent who wrote it. */
  agent: z.string().nullable(),
});
export type TranscriptEntry = z.infer<typeof transcriptEntrySchema>;

export const accountSummarySchema = z.object({
  accountId: z.string(),
  cardTail: z.string(),
  product: z.string(),
  principalFen: fenSchema,
  interestFen: fenSchema,
  feesFen: fenSchema,
  totalFen: fenSchema,
  minimumDueFen: fenSchema,
  daysPastDue: z.number().int(),
  agencyId: z.string().nullable(),
  flags: z.array(accountFlagSchema),
  lastPayment: z.object({ paidOn: calendarDateSchema, amountFen: fenSchema }).nullable(),
});
export type AccountSummary = z.infer<typeof accountSummarySchema>;

export const deskOfferSchema = z.object({
  offer: offerSchema,
  policyVersion: z.string(),
  stillValid: z.boolean(),
  /** Exactly what the customer gets when it is sent. */
  text: z.string(),
});
export type DeskOffer = z.infer<typeof deskOfferSchema>;

export const noteSchema = z.object({ at: z.string(), author: z.string(), text: z.string() });
export type Note = z.infer<typeof noteSchema>;

/** What a colleague must know before the first word. */
export const careSchema = z.object({
  /** Null where nobody told of danger, or whoever did has said that they are fine. */
  danger: dangerKindSchema.nullable(),
  /** True until the holder says that nobody else reads what arrives. */
  phoneUnsafe: z.boolean(),
  /** What the assistant has told the customer in this conversation that the bank will do, or leave. */
  promised: z.array(bilingualSchema),
});
export type Care = z.infer<typeof careSchema>;

/** GET desk/:conversationId, and the answer of take, release, transfer, handback, close and callback. */
export const deskConversationSchema = z.object({
  item: queueItemSchema,
  /** Name with all but the first character hidden, and the last four of the phone; null before verification. */
  customer: z.object({ customerId: z.string(), name: z.string(), maskedPhone: z.string() }).nullable(),
  accounts: z.array(accountSummarySchema),
  offers: z.array(deskOfferSchema),
  /** What the assistant would do next, and ready words that pass the guard; null where it has none. */
  suggestion: z.object({ why: bilingualSchema, text: z.string() }).nullable(),
  /** Someone may be in danger: no money is talked about. */
  atRisk: z.boolean(),
  care: careSchema,
  /** The check of who this is rests after too many tries; the agent may open it again. */
  locked: z.boolean(),
  transcript: z.array(transcriptEntrySchema),
  notes: z.array(noteSchema),
  /** Words of this conversation that wait for a colleague, and those that were decided. */
  held: z.array(heldWordsSchema),
});
export type DeskConversation = z.infer<typeof deskConversationSchema>;

/** take, release, handback. */
export const deskActionRequestSchema = z.object({ expectedVersion: expectedVersionSchema });
export type DeskActionRequest = z.infer<typeof deskActionRequestSchema>;
/** GET desk/held: everything that waits for a colleague, oldest first. */
export const heldListSchema = z.object({ items: z.array(heldWordsSchema) });
export type HeldList = z.infer<typeof heldListSchema>;
/** POST desk/:id/held/:heldId/release and …/decline; 403 `ownWords` where somebody releases their own. */
export const heldAnswerSchema = z.object({ held: heldWordsSchema });
export type HeldAnswer = z.infer<typeof heldAnswerSchema>;

/** POST desk/:id/messages → { entry } or { held }; 422 `guardBlocked` with details where nothing was sent. */
export const deskMessageRequestSchema = z.object({
  text: z.string().trim().min(1).max(2000),
  /** A message sent twice with the same id is delivered once. */
  clientId: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
});
export type DeskMessageRequest = z.infer<typeof deskMessageRequestSchema>;
/** Sent; or held until a colleague releases it, with the reasons. */
export const deskMessageAnswerSchema = z.union([
  z.object({ entry: transcriptEntrySchema, delivered: z.boolean() }),
  z.object({ held: heldWordsSchema }),
]);
export type DeskMessageAnswer = z.infer<typeof deskMessageAnswerSchema>;
/** POST desk/:id/notes → { note }. */
export const noteRequestSchema = z.object({ text: z.string().trim().min(1).max(4000) });
export type NoteRequest = z.infer<typeof noteRequestSchema>;
export const noteAnswerSchema = z.object({ note: noteSchema });
export type NoteAnswer = z.infer<typeof noteAnswerSchema>;
/** POST desk/:id/transfer: to another agent, or back into the queue for everyone with `to: null`. */
export const transferRequestSchema = z.object({ to: z.string().nullable(), expectedVersion: expectedVersionSchema });
export type TransferRequest = z.infer<typeof transferRequestSchema>;
/** POST desk/:id/close. */
export const closeRequestSchema = z.object({ outcome: outcomeSchema, expectedVersion: expectedVersionSchema });
export type CloseRequest = z.infer<typeof closeRequestSchema>;
/** POST desk/:id/callback. GET desk/slots?date= → { date, slots }. */
export const callbackRequestSchema = z.object({
  date: calendarDateSchema,
  from: z.string(),
  expectedVersion: expectedVersionSchema,
});
export type CallbackRequest = z.infer<typeof callbackRequestSchema>;
export const slotsSchema = z.object({
  /** The day they are on: the one asked for, or the bank's today. */
  date: calendarDateSchema,
  slots: z.array(callbackSchema.extend({ free: z.number().int() })),
});
export type Slots = z.infer<typeof slotsSchema>;
/** GET desk/agents: who can be transferred to. */
export const agentsSchema = z.object({
  agents: z.array(z.object({ username: z.string(), displayName: z.string(), online: z.boolean() })),
});
export type Agents = z.infer<typeof agentsSchema>;

/** POST desk/heartbeat: whoever holds a conversation sends it from every page, well within the time. */
export const heartbeatSchema = z.object({
  ok: z.literal(true),
  /** Conversations that the agent holds now. */
  holding: z.number().int(),
  timeoutSeconds: z.number().int(),
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

/** SSE desk/events; the SSE event name is `type`. `ready` comes first, `beat` about every 15 s. */
export const deskEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), now: z.string() }),
  z.object({ type: z.literal('beat'), now: z.string() }),
  /** An item is new or has changed; 'closed' and 'returned' items leave the queue. */
  z.object({ type: z.literal('queue'), item: queueItemSchema }),
  z.object({ type: z.literal('message'), conversationId: z.string(), entry: transcriptEntrySchema }),
  z.object({
    type: z.literal('status'),
    conversationId: z.string(),
    status: deskStatusSchema,
    agent: z.string().nullable(),
    why: z.enum([
      'taken',
      'released',
      'transferred',
      'handedBack',
      'closed',
      'agentLost',
      /** Ended before someone at risk was reached: it waits again. */
      'notReached',
      'external',
    ]),
  }),
  /** Words are held, or are no longer. */
  z.object({ type: z.literal('held'), conversationId: z.string(), held: heldWordsSchema }),
  /** More people wait whom nobody has verified than are listed. */
  z.object({ type: z.literal('crowd'), anonymousHidden: z.number().int() }),
  /** An agent who holds a conversation has not been seen for a while: to be answered by a heartbeat. */
  z.object({ type: z.literal('presence'), agent: z.string(), secondsLeft: z.number().int() }),
]);
export type DeskEvent = z.infer<typeof deskEventSchema>;
