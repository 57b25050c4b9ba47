// Carries what staff say to the customer, on whatever channel: stored first, so that it is never lost, then sent.
import { type Activity, ActivityTypes, type ConversationReference } from 'botbuilder';
import type { DeskConversation } from '../../../data/domain/case/deskConversation';
import type { Operation } from '../../../data/store/documentStore';
import { directLineChannel } from '../../channels/directLine/localAdapter';
import type { Rooms } from '../../channels/directLine/rooms';
import type { Log } from '../../ops/log';
import type { Metrics } from '../../ops/metrics';
import type { Deliveries } from '../../turn/delivery/deliveries';
import type { TurnRecords } from '../../turn/delivery/turnRecords';
import type { ConversationLocks } from '../../turn/lock/conversationLocks';

export interface DeliveryParts {
  readonly rooms: Rooms;
  readonly records: TurnRecords;
  readonly locks: ConversationLocks;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly deliveries: Deliveries;
}

export interface Words {
  readonly text: string;
  readonly locale: 'zh-CN' | 'en-US';
}

/** Operations for the transaction that the words belong to, and what to do once it is on disk. */
export interface Prepared {
  readonly operations: readonly Operation[];
  /** True when the channel took it; otherwise it is sent again with the customer's next message, or after a start. */
  send(): Promise<boolean>;
}

const assistant = { id: 'assistant', name: 'assistant', role: 'bot' } as const;

/** The conversation that words go to, and the way back to it. */
export type PlaceOfWords = Pick<
  DeskConversation,
  'channelId' | 'conversation' | 'conversationId' | 'reference' | 'customerId'
>;

/** `messageId` is the same when the same words come twice: the second transaction then meets the first. */
export async function prepare(
  parts: DeliveryParts,
  desk: PlaceOfWords,
  { text, locale }: Words,
  messageId: string,
  at: string,
): Promise<Prepared> {
  const { records, rooms } = parts;
  const activity: Partial<Activity> = { type: ActivityTypes.Message, text, locale };
  const isLocal = desk.channelId === directLineChannel;
  const record = records.newRecord({
    conversation: desk.conversation,
    activityId: `staff-${messageId}`,
    at,
    reference: desk.reference as Partial<ConversationReference>,
    replies: [activity],
    customerId: desk.customerId,
    isDelivered: isLocal,
  });
  if (isLocal) {
    const room = await rooms.get(desk.conversationId);
    const shown = {
      ...activity,
      id: room.newActivityId(),
      timestamp: new Date(),
      channelId: directLineChannel,
      from: assistant,
      conversation: { id: desk.conversationId, isGroup: false, name: '', conversationType: 'personal' },
    };
    return {
      operations: [...records.firstPut(record), room.storing(shown)],
      async send() {
        room.show([shown]);
        return true;
      },
    };
  }
  return {
    operations: records.firstPut(record),
    send: () => parts.deliveries.late(record.conversationId),
  };
}
