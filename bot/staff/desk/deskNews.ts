// What the bot has just stored, as far as the desk wants to know: a new conversation in the queue, new words in one that is live.
import type { DeskConversation } from '../../../data/domain/case/deskConversation';
import type { Kept } from '../../../data/store/repositories/repository';
import type { InFlight } from '../../ops/inFlight';
import { errorFacts, type Log } from '../../ops/log';
import type { TurnWork } from '../../turn/turnWork';
import type { TranscriptEntry } from '../contract/desk';
import type { DeskQueue } from './deskQueue';
import { readEntry } from './transcript';

export interface NewsParts {
  readonly queue: DeskQueue;
  readonly inFlight: InFlight;
  readonly log: Log;
  /** A conversation was put into the queue. */
  queued?(kept: Kept<DeskConversation>): void;
  /** The customer said something in a conversation that is live. */
  customerSaid?(kept: Kept<DeskConversation>, entry: TranscriptEntry): void;
}

/** Told of each turn that is on disk. */
export function newsOf(parts: NewsParts): (work: TurnWork) => void {
  const { queue, inFlight, log } = parts;
  const later = (work: Promise<unknown>) =>
    void inFlight.track(work.catch((error: unknown) => log.error(errorFacts(error), 'the desk missed something')));
  return ({ conversation, operations }) => {
    for (const operation of operations) {
      if (operation.kind === 'put' && operation.collection === 'deskConversations')
        later(queue.refresh(operation.id).then((kept) => kept && parts.queued?.(kept)));
      if (operation.kind !== 'append' || operation.log !== 'transcripts') continue;
      const kept = queue.ofKey(conversation);
      const entry = readEntry(operation.entry);
      if (kept === undefined || entry === undefined) continue;
      queue.tell({ type: 'message', conversationId: kept.record.conversationId, entry });
      if (entry.from === 'customer') parts.customerSaid?.(kept, entry);
    }
  };
}
