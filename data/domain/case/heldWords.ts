// Words that an agent typed and that wait for a colleague: released or declined by somebody else, expired once the talk is over.
import { z } from 'zod';
import { instantSchema } from '../calendar/instant';
import { localeSchema } from '../customer/customerTurn';

/** As many words of one conversation wait at a time; more would be a second conversation. */
export const heldWordsMax = 5;

export const heldWordsSchema = z.object({
  heldId: z.string().min(1),
  conversationId: z.string().min(1),
  caseNumber: z.string().min(1),
  text: z.string().min(1),
  locale: localeSchema,
  writer: z.string().min(1),
  writtenAt: instantSchema,
  /** Why they were held, for people. */
  reasons: z.array(z.object({ 'zh-CN': z.string(), 'en-US': z.string() })).min(1),
  /** Approved words that say what may be said instead; null where none fit. */
  instead: z.string().nullable(),
  status: z.enum(['held', 'released', 'declined', 'expired']),
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
});
export type HeldWords = z.infer<typeof heldWordsSchema>;

export type Decision = 'released' | 'declined';
export type Decided =
  | { readonly kind: 'decided'; readonly held: HeldWords }
  /** Nobody releases their own words; declining them is taking them back. */
  | { readonly kind: 'ownWords' }
  /** A colleague was quicker, or the talk is over. */
  | { readonly kind: 'notHeld' };

/** What a colleague's decision makes of held words. */
export function decide(held: HeldWords, decision: Decision, by: string, now: string): Decided {
  if (held.status !== 'held') return { kind: 'notHeld' };
  if (decision === 'released' && held.writer === by) return { kind: 'ownWords' };
  return { kind: 'decided', held: { ...held, status: decision, decidedBy: by, decidedAt: now } };
}

/** The words once the conversation has ended or left the writer's hands. */
export const expired = (held: HeldWords, now: string): HeldWords => ({ ...held, status: 'expired', decidedAt: now });
