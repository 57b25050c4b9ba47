// A phone that somebody else may read, as its holder told the assistant: nothing goes there that is no answer to them.
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import { chatAddressKey } from '../../../../data/domain/conduct/contactRecords';
import { answerTo } from '../../../../data/domain/conduct/messageGround';
import type { StaffParts } from '../../staffParts';
import { personOf } from '../conversationMemory';
import { transcriptOf } from '../transcript';

/** True until the holder says that the phone is safe. */
export const isWatched = (
  { repositories }: Pick<StaffParts, 'repositories'>,
  desk: Pick<DeskConversation, 'channelId' | 'conversationId' | 'reference' | 'customerId'>,
): Promise<boolean> =>
  repositories.contactPreferences.isPhoneUnsafe([
    desk.customerId,
    chatAddressKey({ channelId: desk.channelId, userId: personOf(desk) }),
  ]);

/** True where a colleague may write there now: it is safe, or the holder wrote a few minutes ago and has the phone in hand. */
export async function mayWriteThere(
  parts: Pick<StaffParts, 'repositories' | 'store' | 'clock' | 'data'>,
  desk: DeskConversation,
): Promise<boolean> {
  if (!(await isWatched(parts, desk))) return true;
  const said = await transcriptOf(parts.store, desk.conversation);
  const last = said.findLast(({ from }) => from === 'customer');
  return last !== undefined && answerTo(last.at, parts.clock(), parts.data.desk.watchedPhoneMinutes) !== null;
}
