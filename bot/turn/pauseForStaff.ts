// A conversation that a person holds is relayed to them and the assistant keeps still. The desk itself writes the record.
import { ActivityTypes, type Middleware, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { DocumentStore } from '../../data/store/documentStore';
import { turnWorkOf } from './turnWork';

const collection = 'heldConversations';

export const heldConversationSchema = z.object({
  caseNumber: z.string(),
  agentId: z.string(),
  heldSince: z.iso.datetime(),
});
export type HeldConversation = z.infer<typeof heldConversationSchema>;

/** Told of each customer message of a held conversation, once it is stored. */
export type Relay = (conversation: string, held: HeldConversation) => void;

export class PauseForStaff implements Middleware {
  constructor(
    private readonly store: Pick<DocumentStore, 'get'>,
    private readonly relay: Relay,
  ) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { conversation } = turnWorkOf(context);
    const stored = await this.store.get(collection, conversation);
    const held = heldConversationSchema.safeParse(stored?.value);
    // Only words are relayed; a greeting or a typing sign needs no person and gets no machine.
    if (!held.success) return next();
    if (context.activity.type === ActivityTypes.Message) this.relay(conversation, held.data);
  }
}
