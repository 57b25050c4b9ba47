// What is remembered between two messages of one conversation. Versioned: an unknown version is re-asked, never guessed.
import { z } from 'zod';
import { calendarDateSchema } from '../../data/domain/calendar/calendar';
import { customerTurnSchema, expectsSchema, localeSchema } from '../../data/domain/customer/customerTurn';
import { negotiationSchema } from '../../data/domain/negotiation/negotiation';

/** Where the conversation is; each stage is owned by one dialog. */
export const stageSchema = z.enum([
  'open', // nothing under way
  'verifying', // verifyIdentityDialog
  'negotiating', // negotiationDialog
  'signing', // agreementDialog
  'describingHardship', // hardshipDialog
  'namingCollector', // collectorDialog
  'locked', // verification failed three times
  'someoneElse', // not the cardholder
  'atRisk', // someone may be in danger: no money talk any more
]);
export type Stage = z.infer<typeof stageSchema>;

export const spokenSchema = z.object({ id: z.string(), values: z.record(z.string(), z.unknown()) });

/** A tap that stands on the screen: its words, and what they mean for certain. */
export const tapSchema = spokenSchema.extend({ title: z.string(), turn: customerTurnSchema });

/** The one-time code under way before a signature; only its hash is kept. */
export const codeStateSchema = z.object({
  hash: z.string(),
  salt: z.string(),
  expiresAt: z.iso.datetime(),
  failures: z.number().int(),
  accepted: z.boolean(),
});
export type CodeState = z.infer<typeof codeStateSchema>;

export const conversationStateSchema = z.object({
  version: z.literal(1),
  stage: stageSchema,
  locale: localeSchema,
  greeted: z.boolean(),
  /** The customer once verified as the right party; null before. */
  verifiedCustomerId: z.string().nullable(),
  verifyFailures: z.number().int(),
  /** What the customer asked for before verification, taken up right after it. */
  waitingTurn: customerTurnSchema.nullable(),
  negotiation: negotiationSchema.nullable(),
  /** Accounts that the negotiation is about, fixed at its start. */
  negotiatedAccountIds: z.array(z.string()),
  code: codeStateSchema.nullable(),
  /** Agreement numbers by the hash of the signed terms: signing twice gives the first one again. */
  signed: z.record(z.string(), z.string()),
  caseNumbers: z.record(z.string(), z.string()),
  handoffCase: z.string().nullable(),
  taps: z.array(tapSchema),
  lastSpoken: z.array(spokenSchema),
  expects: expectsSchema.nullable(),
  /** What a bare yes means, when the last reply asked a yes-or-no question. */
  affirmMeans: customerTurnSchema.nullable(),
  /** How often each message was said, so that nothing is put twice in the same words. */
  timesSaid: z.record(z.string(), z.number().int()),
  languageOffered: z.boolean(),
  startedOn: calendarDateSchema,
  turnNumber: z.number().int(),
});
export type ConversationState = z.infer<typeof conversationStateSchema>;

export const newConversationState = (locale: 'zh-CN' | 'en-US', today: string): ConversationState => ({
  version: 1,
  stage: 'open',
  locale,
  greeted: false,
  verifiedCustomerId: null,
  verifyFailures: 0,
  waitingTurn: null,
  negotiation: null,
  negotiatedAccountIds: [],
  code: null,
  signed: {},
  caseNumbers: {},
  handoffCase: null,
  taps: [],
  lastSpoken: [],
  expects: null,
  affirmMeans: null,
  timesSaid: {},
  languageOffered: false,
  startedOn: today,
  turnNumber: 0,
});

/** Reads saved state; 'lost' means that it cannot be trusted and the customer is asked again. */
export function readConversationState(
  saved: unknown,
): { kind: 'none' } | { kind: 'ok'; state: ConversationState } | { kind: 'lost' } {
  if (saved === undefined || saved === null) return { kind: 'none' };
  const parsed = conversationStateSchema.safeParse(saved);
  return parsed.success ? { kind: 'ok', state: parsed.data } : { kind: 'lost' };
}
