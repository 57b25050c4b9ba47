// Talks to the whole assistant as a channel does: real bot, dialogs, guard and store behind botbuilder's TestAdapter.
import { type Activity, ActivityTypes, TestAdapter, type TurnContext } from 'botbuilder';
import { newDialogServices } from '../../bot/compose/services';
import { buildBot, buildShared } from '../../bot/compose/sharedParts';
import { readConfig } from '../../bot/config/config';
import { readShippedData } from '../../bot/config/shippedData';
import { newDocumentLinks } from '../../bot/documents/documentLinks';
import { newSigner } from '../../bot/http/signer';
import { newLog } from '../../bot/ops/log';
import { OutboxSender } from '../../bot/outreach/outboxSender';
import type { CollectionsBot } from '../../bot/turn/collectionsBot';
import { localTime } from '../../data/domain/calendar/calendar';
import { seedDemo } from '../../data/seed/seedDemo';
import type { DocumentStore } from '../../data/store/documentStore';
import { MemoryStore } from '../../data/store/memoryStore';
import { createRepositories, type Repositories } from '../../data/store/repositories';
import { type TurnOutcome, turnOutcomeOf } from '../../dialogs/talk/turnOutcome';
import type { Spoken } from '../../dialogs/text/formatMessage';
import { understand } from '../../dialogs/understanding/understand';

/** What came back for one message: the messages said, what can be tapped, and the words themselves. */
export interface Reply {
  readonly said: readonly Spoken[];
  readonly taps: readonly Spoken[];
  readonly activities: readonly Partial<Activity>[];
  readonly text: string;
}

const data = readShippedData();

export class Talk {
  readonly store: DocumentStore = new MemoryStore();
  readonly repositories: Repositories = createRepositories(this.store);
  now = '2026-11-23T02:00:00.000Z';
  locale = 'zh-CN';
  channelId = 'test';
  userId = 'customer';
  conversationId = 'conversation-1';
  private readonly sender = new OutboxSender(this.repositories.outbox, this.store);
  private adapter = this.newAdapter();
  private bot = this.newBot();
  private activityNumber = 0;
  private readonly outcomes: TurnOutcome[] = [];

  /** A talk over the shipped demo accounts, seeded for the day of `now`. */
  static async begin(settings: Partial<Pick<Talk, 'now' | 'locale' | 'channelId' | 'userId'>> = {}): Promise<Talk> {
    const talk = new Talk();
    Object.assign(talk, settings);
    await seedDemo(talk.store, localTime(talk.now, data.bank.timeZone).date);
    return talk;
  }

  /** The same store with a program started anew. */
  restart(): void {
    this.adapter = this.newAdapter();
    this.bot = this.newBot();
  }

  newConversation(): void {
    this.conversationId = `conversation-${Number(this.conversationId.split('-')[1]) + 1}`;
  }

  async arrive(): Promise<Reply> {
    return this.send({ type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: this.userId, name: '' }] });
  }

  /** Says something; "{code}" becomes the newest one-time code on the demo phone. */
  async say(text: string): Promise<Reply> {
    const code = text.includes('{code}') ? await this.newestCode() : '';
    return this.send({ type: ActivityTypes.Message, text: text.replaceAll('{code}', code) });
  }

  async send(activity: Partial<Activity>): Promise<Reply> {
    this.outcomes.length = 0;
    this.activityNumber += 1;
    const incoming: Partial<Activity> = {
      id: `activity-${this.activityNumber}`,
      channelId: this.channelId,
      locale: this.locale,
      from: { id: this.userId, name: '' },
      recipient: { id: 'assistant', name: '' },
      conversation: { id: this.conversationId, isGroup: false, name: '', conversationType: 'personal' },
      serviceUrl: 'https://test.invalid',
      ...activity,
    };
    await this.adapter.processActivity(incoming as Activity, (context) => this.turn(context));
    const activities = this.adapter.activeQueue.splice(0);
    await this.complainOfBlocks();
    return {
      said: this.outcomes.flatMap(({ replies }) => replies).flatMap((reply) => reply.spoken),
      taps: this.outcomes.flatMap(({ replies }) => replies).flatMap((reply) => reply.titles),
      activities,
      text: activities.map((one) => one.text ?? '').join('\n'),
    };
  }

  /** No reply of our own dialogs may be stopped by our own guard: that would be a fault of the words or of the guard. */
  private async complainOfBlocks(): Promise<void> {
    const { items } = await this.repositories.audit.ofConversation(this.conversationId);
    const blocked = items.filter(({ event }) => event.type === 'guardBlocked');
    if (blocked.length > 0) throw new Error(`The guard stopped a reply: ${JSON.stringify(blocked.at(-1)?.event)}`);
  }

  async newestCode(): Promise<string> {
    const sent = await this.sender.ofConversation(this.conversationId);
    const newest = [...sent].sort((a, b) => a.sentAt.localeCompare(b.sentAt)).at(-1);
    const code = /\d{6}/.exec(newest?.text ?? '')?.[0];
    if (code === undefined) throw new Error('No one-time code has been sent.');
    return code;
  }

  private async turn(context: TurnContext): Promise<void> {
    await this.bot.run(context);
    const outcome = turnOutcomeOf(context);
    if (outcome !== undefined) this.outcomes.push(outcome);
  }

  private newAdapter(): TestAdapter {
    return new TestAdapter(async () => undefined);
  }

  private newBot(): CollectionsBot {
    const parts = { config: readConfig({}), log: newLog('silent'), store: this.store, data, understand, people: [] };
    const shared = buildShared(parts, () => this.now);
    const { repositories, inForce } = shared;
    const links = newDocumentLinks(newSigner('a secret of thirty-two characters.'), () => 'http://localhost:3978', 72);
    const bot = buildBot(parts, newDialogServices({ data, repositories, links, understand, inForce }), shared);
    bot.attachTo(this.adapter);
    return bot;
  }
}
