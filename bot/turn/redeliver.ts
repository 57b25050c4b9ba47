// After a start: what was acknowledged but may never have left is sent again, where the channel can be reached.
import type { CloudAdapter } from 'botbuilder';
import { errorFacts, type Log } from '../ops/log';
import type { Metrics } from '../ops/metrics';
import { sendReplies } from './answerOnce';
import type { ConversationLocks } from './conversationLocks';
import type { TurnRecord, TurnRecords } from './turnRecords';

export interface RedeliverParts {
  readonly records: TurnRecords;
  /** One without middleware: these replies were guarded and stored already. */
  readonly adapter: CloudAdapter;
  readonly botId: string;
  readonly locks: ConversationLocks;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Sends what is left of one record; true when all of it has arrived. */
export async function redeliverOne(parts: RedeliverParts, record: TurnRecord): Promise<boolean> {
  const { adapter, botId, records, metrics, log } = parts;
  let isWhole = false;
  await adapter.continueConversationAsync(botId, record.reference, async (context) => {
    const delivered = await sendReplies(context, record.replies.slice(record.delivered), { metrics, log });
    isWhole = record.delivered + delivered >= record.replies.length;
    if (delivered > 0) await records.markDelivered(record, record.delivered + delivered);
  });
  return isWhole;
}

/** Tries each once; what still cannot be delivered waits for the customer's next message. */
export async function redeliver(parts: RedeliverParts): Promise<void> {
  for (const { conversationId } of await parts.records.undelivered()) {
    await parts.locks
      .run(conversationId, async () => {
        // Read again inside the lock: a turn may have delivered them meanwhile.
        for (const record of await parts.records.undelivered(conversationId)) await redeliverOne(parts, record);
      })
      .catch((error: unknown) => parts.log.warn(errorFacts(error), 'replies wait for the next message'));
  }
}
