// Held words of a conversation: what is shown of them, and their end with the conversation or when it leaves the writer's hands.
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import { expired, type HeldWords } from '../../../../data/domain/case/heldWords';
import { maskPersonal } from '../../../../data/domain/conduct/masking/masking';
import type { Operation } from '../../../../data/store/documentStore';
import type { StaffParts } from '../../staffParts';

/** Words that were decided are kept as the transcript keeps them. */
export const maskedHeld = (held: HeldWords): HeldWords => ({ ...held, text: maskPersonal(held.text) });

export interface HeldExpiry {
  readonly operations: readonly Operation[];
  readonly over: readonly HeldWords[];
}

/** What a step that ends in `after` means for the words that waited. */
export async function heldExpiry(
  { repositories: { heldWords } }: Pick<StaffParts, 'repositories'>,
  after: DeskConversation,
  now: string,
): Promise<HeldExpiry> {
  const ending = (await heldWords.ofConversation(after.conversationId)).filter(
    ({ record }) => record.status === 'held' && !(after.status === 'taken' && after.agent === record.writer),
  );
  const over = ending.map(({ record, version }) => ({ held: maskedHeld(expired(record, now)), version }));
  return {
    operations: over.map(({ held, version }) => heldWords.putOperation(held, version)),
    over: over.map(({ held }) => held),
  };
}

/** What waits in a conversation or was decided there, oldest first. */
export const heldOf = async (
  { repositories }: Pick<StaffParts, 'repositories'>,
  conversationId: string,
): Promise<readonly HeldWords[]> =>
  (await repositories.heldWords.ofConversation(conversationId))
    .map(({ record }) => record)
    .filter(({ status }) => status !== 'expired')
    .sort((a, b) => a.writtenAt.localeCompare(b.writtenAt));
