// What was answered to each activity: sent again when the activity comes again, and after a crash when it never left.
import type { Activity, ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { Instant } from '../data/domain/records';
import type { DocumentStore, Operation, Stored } from '../data/store/documentStore';
import { turnKey } from './conversationKey';

const collection = 'processedActivities';
type Reply = Partial<Activity>;

const recordSchema = z.object({
  conversationId: z.string(),
  day: z.string(),
  at: z.string(),
  reference: z.custom<Partial<ConversationReference>>((value) => typeof value === 'object' && value !== null),
  replies: z.array(z.custom<Reply>((value) => typeof value === 'object' && value !== null)),
  /** How many of the replies have reached the channel. */
  delivered: z.number().int(),
  /** The conversation while some have not; null afterwards, so that the index holds only what is left to do. */
  undelivered: z.string().nullable(),
});
export type TurnRecord = z.infer<typeof recordSchema> & { readonly key: string };

function parsed(stored: Stored | undefined): TurnRecord | undefined {
  if (stored === undefined) return undefined;
  const result = recordSchema.safeParse(stored.value);
  return result.success ? { ...result.data, key: stored.id } : undefined;
}

export class TurnRecords {
  /** Marks on their way to disk: already true for this process. */
  private readonly marking = new Map<string, number>();

  constructor(private readonly store: DocumentStore) {}

  async find(conversation: string, activityId: string): Promise<TurnRecord | undefined> {
    return parsed(await this.store.get(collection, turnKey(conversation, activityId)));
  }

  newRecord(
    conversation: string,
    activityId: string,
    at: Instant,
    reference: Partial<ConversationReference>,
    replies: readonly Reply[],
    isDelivered: boolean,
  ): TurnRecord {
    return {
      key: turnKey(conversation, activityId),
      conversationId: conversation,
      day: at.slice(0, 10),
      at,
      reference,
      replies: [...replies],
      delivered: isDelivered ? replies.length : 0,
      undelivered: isDelivered || replies.length === 0 ? null : conversation,
    };
  }

  /** Two turns for one activity cannot both be stored: the second finds the first. */
  firstPut(record: TurnRecord): Operation {
    const { key, ...value } = record;
    return { kind: 'put', collection, id: key, value, expectedVersion: null };
  }

  async markDelivered(record: TurnRecord, delivered: number): Promise<void> {
    const { key, ...value } = record;
    const undelivered = delivered < value.replies.length ? value.conversationId : null;
    this.marking.set(key, delivered);
    try {
      await this.store.put(collection, key, { ...value, delivered, undelivered }, 'any');
    } finally {
      this.marking.delete(key);
    }
  }

  /** What was acknowledged but may not have reached its channel, oldest first; of one conversation, or of all. */
  async undelivered(conversation?: string): Promise<readonly TurnRecord[]> {
    const found: TurnRecord[] = [];
    let after: string | undefined;
    do {
      const page = await this.store.query(collection, 'undelivered', conversation ?? { from: '' }, {
        limit: 500,
        after,
      });
      for (const stored of page.items) {
        const record = parsed(stored);
        const delivered = this.marking.get(stored.id) ?? record?.delivered ?? 0;
        if (record !== undefined && delivered < record.replies.length) found.push({ ...record, delivered });
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
    return found.sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** Forgets records of days before `day`: no channel repeats a delivery that late. */
  async forgetBefore(day: string): Promise<number> {
    let forgotten = 0;
    for (;;) {
      const page = await this.store.query(collection, 'day', { before: day }, { limit: 200 });
      if (page.items.length === 0) return forgotten;
      await this.store.transaction(
        page.items.map(({ id }) => ({ kind: 'remove', collection, id, expectedVersion: 'any' })),
      );
      forgotten += page.items.length;
    }
  }
}
