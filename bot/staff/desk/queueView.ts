// The queue as one customer's conversation sees it: its own place, or the one that it would get.
import { type DeskConversation, isLive, positionIn } from '../../../data/domain/case/deskConversation';
import type { DeskConversations } from '../../../data/store/repositories/deskConversations';
import type { QueuePlace, QueueView } from '../../../dialogs/talk/services';
import type { DeskHours } from './deskHours';

function placeOf(own: DeskConversation, waiting: readonly DeskConversation[]): QueuePlace | null {
  const { caseNumber, reason, priority, status, callback } = own;
  if (status !== 'waiting' && status !== 'taken' && status !== 'external') return null;
  const position = status === 'waiting' ? positionIn(waiting, own) : 0;
  return { caseNumber, reason, priority, status, callback, position };
}

export async function queueView(
  conversations: DeskConversations,
  hours: DeskHours,
  conversationId: string,
): Promise<QueueView> {
  const [own, kept] = await Promise.all([conversations.get(conversationId), conversations.withStatus('waiting')]);
  const waiting = kept.map(({ record }) => record);
  const place = own === undefined || !isLive(own) ? null : placeOf(own, waiting);
  const nextPosition = 1 + waiting.filter(({ callback }) => callback === null).length;
  return { ...hours, place, nextPosition };
}
