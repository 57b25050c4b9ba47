// Words that wait for a colleague's release, and what became of them.
import { type HeldWords, heldWordsSchema } from '../../../domain/case/heldWords';
import type { DocumentStore } from '../../documentStore';
import { type Kept, Repository } from '../repository';

export class HeldWordsOfDesk extends Repository<HeldWords> {
  constructor(store: DocumentStore) {
    super(store, 'heldWords', heldWordsSchema, (one) => one.heldId);
  }

  /** Everything that waits, at the whole desk. */
  waiting(): Promise<readonly Kept<HeldWords>[]> {
    return this.everyKept('status', 'held');
  }

  /** All words of a conversation that were ever held. */
  ofConversation(conversationId: string): Promise<readonly Kept<HeldWords>[]> {
    return this.everyKept('conversationId', conversationId);
  }
}
