// A conversation that a person holds is relayed to them and the assistant keeps still. The desk itself writes the record.
import { ActivityTypes, type Middleware, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { maskPersonal } from '../../data/domain/conduct/masking/masking';
import type { DocumentStore } from '../../data/store/documentStore';
import type { HeldFiles } from '../documents/evidence/heldFiles';
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

/** Takes the files of a message that no dialog hears. */
export type TakeHeldFiles = (context: TurnContext, caseNumber: string, at: string) => Promise<HeldFiles>;

export class PauseForStaff implements Middleware {
  constructor(
    private readonly store: Pick<DocumentStore, 'get'>,
    private readonly relay: Relay,
    private readonly takeFiles: TakeHeldFiles,
  ) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const work = turnWorkOf(context);
    const { conversation } = work;
    const stored = await this.store.get(collection, conversation);
    const held = heldConversationSchema.safeParse(stored?.value);
    // Only words are relayed; a greeting or a typing sign needs no person and gets no machine.
    if (!held.success) return next();
    if (context.activity.type !== ActivityTypes.Message) return;
    const { operations, marks } = await this.takeFiles(context, held.data.caseNumber, work.at);
    work.operations.push(...operations);
    if (marks.length > 0)
      work.maskedText = [maskPersonal(context.activity.text ?? '').slice(0, 10_000), ...marks].join('\n').trim();
    this.relay(conversation, held.data);
  }
}
