// The adapter behind the embedded Direct Line: the same bot, in the same process, without a detour over the network.
import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { type StoredDelivery, setStoredDelivery, type TurnWork } from '../../turn/turnWork';
import type { Room, RoomActivity } from './rooms';

export const directLineChannel = 'directline';
const bot = { id: 'assistant', name: 'assistant', role: 'bot' } as const;
const roomKey = Symbol('room');

/** Replies become part of the room in the same transaction as the turn, and are shown once that is on disk. */
class RoomDelivery implements StoredDelivery {
  constructor(
    private readonly room: Room,
    private readonly incoming: RoomActivity,
  ) {}

  operations(work: TurnWork) {
    work.replies = work.replies.map((reply) => ({ ...reply, ...stamp(this.room) }));
    const said =
      this.incoming.type === ActivityTypes.Message ? [{ ...this.incoming, text: work.maskedText ?? '' }] : [];
    if (said.length > 0 && this.incoming.id !== undefined) this.room.remember(this.incoming.id, work.maskedText ?? '');
    return [...said, ...work.replies].map((activity) => this.room.storing(activity));
  }

  publish(replies: readonly RoomActivity[]): void {
    this.room.show(replies);
  }
}

const stamp = (room: Room): RoomActivity => ({ id: room.newActivityId(), timestamp: new Date() });

export class LocalAdapter extends BotAdapter {
  constructor(private readonly serviceUrl: string) {
    super();
  }

  /** Runs one turn for something that the user did in a room. */
  async receive(
    room: Room,
    userId: string,
    activity: RoomActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const incoming: RoomActivity = {
      ...activity,
      channelId: directLineChannel,
      serviceUrl: this.serviceUrl,
      conversation: { id: room.conversationId, isGroup: false, name: '', conversationType: 'personal' },
      from: { id: userId, name: '', role: 'user' },
      recipient: bot,
    };
    const context = new TurnContext(this, incoming);
    context.turnState.set(roomKey, room);
    setStoredDelivery(context, new RoomDelivery(room, incoming));
    await this.runMiddleware(context, logic);
  }

  /** Only what passes outside a turn's transaction comes here: the apology for a failed turn. */
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const room = context.turnState.get<Room>(roomKey);
    const stamped = activities.map((activity) => ({ ...activity, ...stamp(room) }));
    room.show(stamped);
    return stamped.map(({ id }) => ({ id: id ?? '' }));
  }

  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('This channel does not change what was said.'));
  }
  override deleteActivity(_context: TurnContext, _reference: Partial<ConversationReference>): Promise<never> {
    return Promise.reject(new Error('This channel does not take back what was said.'));
  }
  override continueConversation(): Promise<never> {
    return Promise.reject(new Error('Use receive.'));
  }
}
