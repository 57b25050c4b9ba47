// A message in the queue: waiting, on its way, sent, or given up with the reason. It holds no words: those are made when it leaves.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { instantSchema } from '../calendar/instant';
import type { DueMessage } from './dueOutreach';
import { outreachKindSchema } from './outreachRules';

/** The ways that a message can go: a chat that the customer has with us, or a text message to the registered phone. */
export const outreachWaySchema = z.enum(['message', 'text']);
export type OutreachWay = z.infer<typeof outreachWaySchema>;

export const outreachRecordSchema = z.object({
  key: z.string().min(1),
  kind: outreachKindSchema,
  customerId: z.string().min(1),
  subject: z.string(),
  aboutOn: calendarDateSchema,
  /** The last day on which it makes sense. */
  until: calendarDateSchema,
  queuedAt: instantSchema,
  /**
   * `leaving`: handed to a provider, which has not answered yet. `dropped`: nobody should get it any more. `dead`: it should
   * have gone and could not; staff see it.
   */
  status: z.enum(['waiting', 'leaving', 'sent', 'dropped', 'dead']),
  /** Not before. */
  nextAt: instantSchema,
  /** Why it waits, was dropped or is dead: a reason of mayContact, or of the way; null while nothing stood in the way. */
  why: z.string().nullable(),
  way: outreachWaySchema.nullable(),
  /** Ways that were tried and did not reach the customer. */
  notBy: z.array(outreachWaySchema),
  /** When it left. */
  sentAt: instantSchema.nullable(),
  /** What the provider calls it, and what became of it as far as is known. */
  providerId: z.string().nullable(),
  receipt: z.enum(['delivered', 'failed']).nullable(),
});
export type OutreachRecord = z.infer<typeof outreachRecordSchema>;

/** A due message as it joins the queue. */
export const queued = (due: DueMessage, at: string): OutreachRecord => ({
  ...due,
  queuedAt: at,
  status: 'waiting',
  nextAt: at,
  why: null,
  way: null,
  notBy: [],
  sentAt: null,
  providerId: null,
  receipt: null,
});
