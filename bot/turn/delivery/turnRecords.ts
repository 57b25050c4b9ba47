// What was answered to each activity: sent again when the activity comes again, and after a crash when it never left.
import type { Activity, ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { Instant } from '../../../data/domain/calendar/instant';
import type { DocumentStore, Operation, Stored } from '../../../data/store/documentStore';
import { inMessages } from '../../channels/channelTable';
import { turnKey } from '../conversationKey';

const collection = 'processedActivities';
/** Small notes of what has not reached its channel yet; gone as soon as it has. */
const openNotes = 'undeliveredReplies';
/** How long a mark may wait for others; what is lost with it is that a reply is seen once more. */
const flushAfterMs = 50;
type Reply = Partial<Activity>;
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

const recordSchema = z.object({
  conversationId: z.string(),
  day: z.string(),
  at: z.string(),
  reference: z.custom<Partial<ConversationReference>>(isObject),
  replies: z.array(z.custom<Reply>(isObject)),
  /** Whom the replies are for, where that was known; null otherwise, and in records of earlier versions. */
  customerId: z.string().nullable().default(null),
  /** Place among the turns of this process and its earlier ones; 0 in records of earlier versions. */
  order: z.number().int().default(0),
});
const noteSchema = z.object({ conversationId: z.string(), delivered: z.number().int() });

export interface TurnRecord extends z.infer<typeof recordSchema> {
  readonly key: string;
  /** How many of the replies have reached the channel. */
  readonly delivered: number;
}

export interface TurnToRecord {
  readonly conversation: string;
  readonly activityId: string;
  readonly at: Instant;
  readonly reference: Partial<ConversationReference>;
  readonly replies: readonly Reply[];
  readonly customerId: string | null;
  /** True where being stored is being delivered. */
  readonly isDelivered: boolean;
}

export class TurnRecords {
  /** Marks on their way to disk: already true for this process. */
  private readonly marking = new Map<string, { readonly record: TurnRecord; readonly delivered: number }>();
  private flushing: Promise<void> | null = null;
  private lastOrder = 0;

  constructor(private readonly store: DocumentStore) {}

  /** The record of an activity seen before; how much of it was delivered is not looked up. */
  async find(conversation: string, activityId: string): Promise<TurnRecord | undefined> {
    return parsed(await this.store.get(collection, turnKey(conversation, activityId)), 0);
  }

  newRecord(turn: TurnToRecord): TurnRecord {
    const { conversation, activityId, at, reference, replies, customerId, isDelivered } = turn;
    // Later than all before, also within one millisecond, after a restart, and by a clock that stands still.
    // Each message is delivered and marked by itself, so that none of them is sent again for another's sake.
    const parts = replies.flatMap((reply) => inMessages(reply, reference.channelId));
    this.lastOrder = Math.max(this.lastOrder + 1, Date.now() * 1000);
    return {
      key: turnKey(conversation, activityId),
      conversationId: conversation,
      day: at.slice(0, 10),
      at,
      reference,
      replies: parts,
      customerId,
      order: this.lastOrder,
      delivered: isDelivered ? parts.length : 0,
    };
  }

  /** Two turns for one activity cannot both be stored: the second finds the first. */
  firstPut({ key, delivered, ...value }: TurnRecord): readonly Operation[] {
    const record: Operation = { kind: 'put', collection, id: key, value, expectedVersion: null };
    return delivered < value.replies.length ? [record, notePut(key, value.conversationId, delivered)] : [record];
  }

  /** Marks of a moment are stored together: a turn does not wait for the mark of another. */
  markDelivered(record: TurnRecord, delivered: number): Promise<void> {
    this.marking.set(record.key, { record, delivered });
    this.flushing ??= this.flushSoon();
    return this.flushing;
  }

  private async flushSoon(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, flushAfterMs));
    this.flushing = null;
    const marks = [...this.marking.values()];
    await this.store.transaction(
      marks.map(({ record: { key, conversationId, replies }, delivered }) =>
        delivered < replies.length ? notePut(key, conversationId, delivered) : noteGone(key),
      ),
    );
    for (const mark of marks) if (this.marking.get(mark.record.key) === mark) this.marking.delete(mark.record.key);
  }

  /** What was acknowledged in a conversation but may not have reached its channel, oldest first; `known` need not be read. */
  async undelivered(conversation: string, known?: TurnRecord): Promise<readonly TurnRecord[]> {
    const found: TurnRecord[] = [];
    let after: string | undefined;
    do {
      const page = await this.store.query(openNotes, 'conversationId', conversation, {
        limit: 500,
        after,
      });
      for (const note of page.items) {
        const delivered = this.marking.get(note.id)?.delivered ?? noteSchema.safeParse(note.value).data?.delivered ?? 0;
        const isKnown = note.id === known?.key;
        const record = isKnown ? { ...known, delivered } : parsed(await this.store.get(collection, note.id), delivered);
        if (record !== undefined && delivered < record.replies.length) found.push(record);
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
    return found.sort((a, b) => a.order - b.order || a.at.localeCompare(b.at));
  }

  /** Conversations in which something waits, at most `limit`. */
  async waitingConversations(limit: number): Promise<readonly string[]> {
    const found = new Set<string>();
    let after: string | undefined;
    do {
      const page = await this.store.query(openNotes, 'conversationId', { from: '' }, { limit: 500, after });
      for (const note of page.items) {
        const read = noteSchema.safeParse(note.value);
        if (read.success && found.size < limit) found.add(read.data.conversationId);
      }
      after = page.next ?? undefined;
    } while (after !== undefined && found.size < limit);
    return [...found];
  }
}

const notePut = (key: string, conversationId: string, delivered: number): Operation => ({
  kind: 'put',
  collection: openNotes,
  id: key,
  value: { conversationId, delivered },
  expectedVersion: 'any',
});

const noteGone = (key: string): Operation => ({
  kind: 'remove',
  collection: openNotes,
  id: key,
  expectedVersion: 'any',
});

function parsed(stored: Stored | undefined, delivered: number): TurnRecord | undefined {
  if (stored === undefined) return undefined;
  const result = recordSchema.safeParse(stored.value);
  return result.success ? { ...result.data, key: stored.id, delivered } : undefined;
}
