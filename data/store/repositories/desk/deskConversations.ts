// Conversations in people's hands, and what their agents noted about them.
import {
  type DeskConversation,
  type DeskNote,
  deskConversationSchema,
  deskNoteSchema,
} from '../../../domain/case/deskConversation';
import type { DocumentStore, Operation } from '../../documentStore';
import { type Kept, Repository } from '../repository';

const notesLog = 'deskNotes';

export class DeskConversations extends Repository<DeskConversation> {
  constructor(store: DocumentStore) {
    super(store, 'deskConversations', deskConversationSchema, (one) => one.conversationId);
  }

  /** Every conversation with a status, with the versions to expect. */
  withStatus(status: DeskConversation['status']): Promise<readonly Kept<DeskConversation>[]> {
    return this.everyKept('status', status);
  }

  noteOperation(conversationId: string, note: DeskNote): Operation {
    return { kind: 'append', log: notesLog, entry: { conversationId, ...deskNoteSchema.parse(note) } };
  }

  async notesOf(conversationId: string): Promise<readonly DeskNote[]> {
    const page = await this.store.queryLog(notesLog, 'conversationId', conversationId, { limit: 500 });
    return page.items.flatMap(({ entry }) => {
      const note = deskNoteSchema.safeParse(entry);
      return note.success ? [note.data] : [];
    });
  }
}
