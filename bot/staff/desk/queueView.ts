// The queue as one customer's conversation sees it: its own place, or the one that it would get.
import type { BankProfile } from '../../../data/domain/bank/bankProfile';
import { addDays, localTime } from '../../../data/domain/calendar/calendar';
import type { Instant } from '../../../data/domain/calendar/instant';
import { type Callback, type DeskConversation, isLive, positionIn } from '../../../data/domain/case/deskConversation';
import { type DeskRules, nearestSlot, slotsOn } from '../../../data/domain/case/deskRules';
import type { DeskConversations } from '../../../data/store/repositories/desk/deskConversations';
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

/** The free call-back slot nearest to a wish in the bank's own time; undefined where none is free in the days ahead. */
export async function callbackSlot(
  conversations: DeskConversations,
  { bank, desk }: { readonly bank: Pick<BankProfile, 'officeHours' | 'timeZone'>; readonly desk: DeskRules },
  wished: string,
  now: Instant,
): Promise<Callback | undefined> {
  const waiting = await conversations.withStatus('waiting');
  const booked = waiting.flatMap(({ record }) => record.callback ?? []);
  const here = localTime(now, bank.timeZone);
  const days = Array.from({ length: desk.callbackDaysAhead + 1 }, (_, ahead) => addDays(here.date, ahead));
  const slots = days.flatMap((date) => slotsOn(date, here, bank.officeHours, desk, booked));
  return nearestSlot({ date: wished.slice(0, 10), clock: wished.slice(11, 16) }, slots);
}
