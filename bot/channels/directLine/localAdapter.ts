// The adapter behind the embedded Direct Line: the same bot, in the same process, without a detour over the network.
import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { setClientAddress } from '../../../dialogs/talk/channel/clientAddress';
import { setSignedInCustomer } from '../../../dialogs/talk/channel/signedIn';
import { setUploads, type Upload } from '../../documents/evidence/uploads';
import { networkOf } from '../../http/networkOf';
import { type StoredDelivery, setStoredDelivery, type TurnWork } from '../../turn/turnWork';
import type { Room, RoomActivity } from './rooms';

const roomKey = Symbol('room');
export const directLineChannel = 'directline';
const bot = { id: 'assistant', name: 'assistant', role: 'bot' } as const;

/** A message and its replies become part of the room in the turn's transaction, and are shown once that is on disk. */
class RoomDelivery implements StoredDelivery {
  private kept: readonly RoomActivity[] = [];

  constructor(
    private readonly room: Room,
    private readonly incoming: RoomActivity,
  ) {}

  operations(work: TurnWork) {
    work.replies = work.replies.map((reply) => ({ ...reply, ...stamp(this.room) }));
    // The room remembers what the customer said in its masked form only.
    this.kept = this.isMessage ? [inStoredForm(this.incoming, work.maskedText ?? '')] : [];
    return [...this.kept, ...work.replies].map((activity) => this.room.storing(activity));
  }

  publish(replies: readonly RoomActivity[]): void {
    this.room.show([...(this.isMessage ? [asShown(this.incoming)] : []), ...replies], [...this.kept, ...replies]);
  }

  private get isMessage(): boolean {
    return this.incoming.type === ActivityTypes.Message;
  }
}

/** What a client sent, as it sees it again: files by their names, in words that look the same on every page. */
function asShown({ attachments = [], ...incoming }: RoomActivity): RoomActivity {
  const names = attachments.map(({ name }) => `📎 ${name ?? ''}`.trim());
  if (names.length === 0) return incoming;
  return { ...incoming, text: [incoming.text ?? '', ...names].join('\n').trim() };
}

/** What a client sent, as it is kept: who, when, and masked words; nothing else of it was looked at for what is personal. */
const inStoredForm = ({ type, id, timestamp, from, channelData }: RoomActivity, text: string): RoomActivity => ({
  text,
  ...(type === undefined ? {} : { type }),
  ...(id === undefined ? {} : { id }),
  ...(timestamp === undefined ? {} : { timestamp }),
  ...(from === undefined ? {} : { from }),
  ...(channelData === undefined ? {} : { channelData }),
});

const stamp = (room: Room) => ({ id: room.newActivityId(), timestamp: new Date() });

/** Who sent something, from where, and the files that came with it. */
export interface Sender {
  readonly userId: string;
  readonly address: string;
  readonly uploads: readonly Upload[];
  /** The customer whom the bank's own sign-in shows to be there; null where there is none. */
  readonly signedInAs: string | null;
}

export class LocalAdapter extends BotAdapter {
  constructor(private readonly serviceUrl: string) {
    super();
  }

  /** Runs one turn for something that the user did in a room. */
  async receive(
    room: Room,
    { userId, address, uploads, signedInAs }: Sender,
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
    const network = networkOf(address);
    if (network !== null) setClientAddress(context, network);
    if (signedInAs !== null) setSignedInCustomer(context, signedInAs);
    setUploads(context, uploads);
    context.turnState.set(roomKey, room);
    setStoredDelivery(context, new RoomDelivery(room, incoming));
    await this.runMiddleware(context, logic);
  }

  /**
   * Replies go with the turn's transaction; what is not stored is not shown, or a reader's place would run ahead of the room. A
   * typing sign is shown to whoever listens at this moment, and is not kept.
   */
  override async sendActivities(
    context: TurnContext,
    activities: readonly Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const room = context.turnState.get<Room | undefined>(roomKey);
    if (room === undefined || activities.some(({ type }) => type !== ActivityTypes.Typing))
      throw new Error('Words on this channel are part of a turn.');
    const signs = activities.map((sign) => ({ ...sign, from: bot, ...stamp(room) }));
    room.show(signs, []);
    return signs.map(({ id }) => ({ id }));
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
