// A conversation that was handed to the bank's people: where it stands, who holds it, and which steps are allowed.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { instantSchema } from '../calendar/instant';
import { localeSchema } from '../customer/customerTurn';
import { caseKindSchema, isUrgentKind } from './case';

export const deskStatusSchema = z.enum(['waiting', 'taken', 'closed', 'returned', 'external']);
export type DeskStatus = z.infer<typeof deskStatusSchema>;

export const callbackSchema = z.object({ date: calendarDateSchema, from: z.string(), until: z.string() });
export type Callback = z.infer<typeof callbackSchema>;

export const deskNoteSchema = z.object({ at: instantSchema, author: z.string(), text: z.string() });
export type DeskNote = z.infer<typeof deskNoteSchema>;

export const outcomeSchema = z.enum([
  'resolved',
  'promise',
  'arrangement',
  'hardship',
  'dispute',
  'callback',
  'noAnswer',
  'other',
]);
export type Outcome = z.infer<typeof outcomeSchema>;

export const deskConversationSchema = z.object({
  /** As the channel names it; cases and audit use the same. */
  conversationId: z.string().min(1),
  /** The key under which the bot keeps it. */
  conversation: z.string().min(1),
  channelId: z.string(),
  /** Where the channel is reached, as the Bot Framework's conversation reference. */
  reference: z.record(z.string(), z.unknown()),
  caseNumber: z.string().min(1),
  reason: caseKindSchema,
  priority: z.enum(['urgent', 'normal']),
  locale: localeSchema,
  status: deskStatusSchema,
  waitingSince: instantSchema,
  lastWords: z.string(),
  customerId: z.string().nullable(),
  agent: z.string().nullable(),
  takenAt: instantSchema.nullable(),
  /** The first time an agent took it: what the waiting time is counted to. */
  firstTakenAt: instantSchema.nullable(),
  callback: callbackSchema.nullable(),
  outcome: outcomeSchema.nullable(),
  endedAt: instantSchema.nullable(),
});
export type DeskConversation = z.infer<typeof deskConversationSchema>;

/** What a conversation brings when it begins to wait. */
export type QueueEntry = Pick<
  DeskConversation,
  'caseNumber' | 'reason' | 'priority' | 'locale' | 'lastWords' | 'customerId' | 'waitingSince'
> & {
  /** The time that the customer agreed to be called at; absent where they just wait. */
  readonly callback?: Callback;
};

/** How the channel reaches the conversation that begins to wait. */
export type QueueWay = Pick<DeskConversation, 'conversationId' | 'conversation' | 'channelId' | 'reference'>;

export const isLive = ({ status }: Pick<DeskConversation, 'status'>): boolean =>
  status === 'waiting' || status === 'taken' || status === 'external';

/**
 * The conversation once it waits. One that waits or is held already keeps its place, its time and its call-back; only
 * danger moves it, to the front.
 */
export function afterJoining(before: DeskConversation | undefined, way: QueueWay, entry: QueueEntry): DeskConversation {
  if (before !== undefined && isLive(before)) {
    const known = {
      ...before,
      customerId: entry.customerId ?? before.customerId,
      lastWords: entry.lastWords,
      callback: before.status === 'waiting' ? (entry.callback ?? before.callback) : before.callback,
    };
    return entry.priority === 'urgent' && before.priority === 'normal'
      ? { ...known, priority: 'urgent', reason: entry.reason, callback: null }
      : known;
  }
  return {
    ...way,
    ...entry,
    status: 'waiting',
    agent: null,
    takenAt: null,
    firstTakenAt: null,
    callback: entry.callback ?? null,
    outcome: null,
    endedAt: null,
  };
}

export type DeskStep =
  | { readonly kind: 'take'; readonly agent: string }
  | { readonly kind: 'release' }
  /** Back in the queue, to be called at an agreed time. */
  | { readonly kind: 'callBack'; readonly callback: Callback }
  | { readonly kind: 'transfer'; readonly to: string }
  | { readonly kind: 'handBack'; readonly reached: boolean }
  /** `reached`: the person answered, or the agent noted how they were spoken to. */
  | { readonly kind: 'close'; readonly outcome: Outcome; readonly reached: boolean }
  | { readonly kind: 'external' };

/** The conversation after a step, or null where the step does not fit where it stands. */
export function afterStep(before: DeskConversation, step: DeskStep, now: string): DeskConversation | null {
  const held = before.status === 'taken';
  switch (step.kind) {
    case 'take':
      if (before.status !== 'waiting') return null;
      return {
        ...before,
        status: 'taken',
        agent: step.agent,
        takenAt: now,
        firstTakenAt: before.firstTakenAt ?? now,
        callback: null,
      };
    case 'transfer':
      return held ? { ...before, agent: step.to, takenAt: now } : null;
    case 'release':
      // Its place in the queue is kept: the customer has waited since then.
      return held || before.status === 'external' ? { ...before, status: 'waiting', agent: null, takenAt: null } : null;
    case 'callBack':
      return held ? { ...before, status: 'waiting', agent: null, takenAt: null, callback: step.callback } : null;
    case 'external':
      return before.status === 'waiting' ? { ...before, status: 'external', firstTakenAt: now } : null;
    case 'handBack':
    case 'close': {
      if (!held && before.status !== 'external' && before.status !== 'waiting') return null;
      // Someone at risk whom nobody has reached is not done with: back to the front of the queue.
      if (isUrgentKind(before.reason) && !step.reached)
        return { ...before, status: 'waiting', agent: null, takenAt: null, callback: null };
      const outcome = step.kind === 'close' ? step.outcome : 'resolved';
      return {
        ...before,
        status: step.kind === 'close' ? 'closed' : 'returned',
        outcome,
        endedAt: now,
        callback: null,
      };
    }
  }
}

/** Urgent before normal; then the longest wait first. */
export const byUrgency = (
  a: Pick<DeskConversation, 'priority' | 'waitingSince'>,
  b: Pick<DeskConversation, 'priority' | 'waitingSince'>,
): number =>
  a.priority === b.priority ? (a.waitingSince < b.waitingSince ? -1 : 1) : a.priority === 'urgent' ? -1 : 1;

type Waiting = Pick<DeskConversation, 'conversationId' | 'priority' | 'waitingSince' | 'callback'>;

/** A conversation's own position among those that wait, in the order in which they are taken; call-backs have their time. */
export const positionIn = (waiting: readonly Waiting[], own: Waiting): number =>
  1 +
  waiting.filter(
    (other) => other.conversationId !== own.conversationId && other.callback === null && byUrgency(other, own) < 0,
  ).length;
