// The whole assistant without a network: real bot, dialogs, guard and store behind botbuilder's TestAdapter, on a clock that is told.
// Tests and `npm run talk` speak to it as a channel does.
import { type Activity, ActivityTypes, TestAdapter, type TurnContext } from 'botbuilder';
import { localTime } from '../../data/domain/calendar/calendar';
import type { Instant } from '../../data/domain/calendar/instant';
import { seedDemo } from '../../data/seed/seedDemo';
import type { DocumentStore } from '../../data/store/documentStore';
import { MemoryStore } from '../../data/store/memoryStore';
import { createRepositories, type Repositories } from '../../data/store/repositories';
import type { DialogServices } from '../../dialogs/talk/services';
import { type TurnOutcome, turnOutcomeOf } from '../../dialogs/talk/turnOutcome';
import type { Spoken } from '../../dialogs/text/formatMessage';
import { understand } from '../../dialogs/understanding/understand';
import { readConfig } from '../config/config';
import { readShippedData } from '../config/shippedData';
import { newDocumentLinks } from '../documents/documentLinks';
import { newSigner } from '../http/signer';
import { newLog } from '../ops/log';
import { ContactGate } from '../outreach/contactGate';
import { OutboxSender } from '../outreach/outboxSender';
import type { CollectionsBot } from '../turn/collectionsBot';
import type { Deliveries } from '../turn/delivery/deliveries';
import { newDialogServices } from './services';
import { buildBot, buildDeliveries, buildShared, type HouseParts, type Shared } from './sharedParts';

/** What came back for one message: the messages said, what can be tapped, and the words themselves. */
export interface Reply {
  readonly said: readonly Spoken[];
  readonly taps: readonly Spoken[];
  readonly activities: readonly Partial<Activity>[];
  readonly text: string;
}

export interface RehearsalSettings {
  readonly now?: Instant;
  readonly locale?: string;
  readonly channelId?: string;
  readonly userId?: string;
  readonly understand?: DialogServices['understand'];
  /** Seconds to read before signing, none while the clock stands still; null for the policy's own. */
  readonly readingSeconds?: number | null;
  readonly secondReader?: DialogServices['secondReader'];
}

/** What a bot was built with, for what stands beside it: the desk. */
export interface Rehearsed {
  readonly parts: HouseParts;
  readonly shared: Shared;
  readonly deliveries: Deliveries;
}

const data = readShippedData();

export class Rehearsal {
  readonly store: DocumentStore = new MemoryStore();
  readonly repositories: Repositories = createRepositories(this.store);
  now: Instant = '2026-11-23T02:00:00.000Z';
  locale = 'zh-CN';
  channelId = 'test';
  userId = 'customer';
  conversationId = 'conversation-1';
  /** Whether a customer may be contacted, by the shipped contact rules. */
  readonly contactGate = new ContactGate({
    repositories: this.repositories,
    timeZone: data.bank.timeZone,
    rulesOn: () => data.contactRules,
  });
  private readonly sender = new OutboxSender(this.repositories, this.store);
  private readonly understand: DialogServices['understand'];
  private readonly readingSeconds: number | null;
  private readonly secondReader: DialogServices['secondReader'];
  private adapter = this.newAdapter();
  private built: Rehearsed & { readonly bot: CollectionsBot };
  private activityNumber = 0;
  private readonly outcomes: TurnOutcome[] = [];

  constructor({ understand: reading, readingSeconds = 0, secondReader = null, ...settings }: RehearsalSettings = {}) {
    Object.assign(this, settings);
    this.understand = reading ?? understand;
    this.readingSeconds = readingSeconds;
    this.secondReader = secondReader;
    this.built = this.build();
  }

  /** What the bot of this moment was built with; another after a restart. */
  get rehearsed(): Rehearsed {
    return this.built;
  }

  /** Puts the shipped demo accounts into the store, dated for the day of `now`. */
  async seed(): Promise<this> {
    await seedDemo(this.store, localTime(this.now, data.bank.timeZone).date);
    return this;
  }

  /** The same store with a program started anew. */
  restart(): void {
    this.adapter = this.newAdapter();
    this.built = this.build();
  }

  newConversation(): void {
    this.conversationId = `conversation-${Number(this.conversationId.split('-')[1]) + 1}`;
  }

  /** Reads the policies of the store, as a start does and each approval. */
  async reloadPolicies(): Promise<void> {
    await this.built.shared.inForce.policies.load();
  }

  /** Time goes by without a message. */
  wait(seconds: number): void {
    this.now = new Date(Date.parse(this.now) + seconds * 1000).toISOString();
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
    return {
      said: this.outcomes.flatMap(({ replies }) => replies).flatMap((reply) => reply.spoken),
      taps: this.outcomes.flatMap(({ replies }) => replies).flatMap((reply) => reply.titles),
      activities,
      text: activities.map((one) => one.text ?? '').join('\n'),
    };
  }

  /** The newest one-time code on the demo phone; throws where none has been sent. */
  async newestCode(): Promise<string> {
    const sent = await this.sender.ofConversation(this.conversationId);
    const newest = [...sent].sort((a, b) => a.sentAt.localeCompare(b.sentAt)).at(-1);
    const code = /\d{6}/.exec(newest?.text ?? '')?.[0];
    if (code === undefined) throw new Error('No one-time code has been sent.');
    return code;
  }

  private async turn(context: TurnContext): Promise<void> {
    await this.built.bot.run(context);
    const outcome = turnOutcomeOf(context);
    if (outcome !== undefined) this.outcomes.push(outcome);
  }

  private newAdapter(): TestAdapter {
    return new TestAdapter(async () => undefined);
  }

  private build(): Rehearsed & { readonly bot: CollectionsBot } {
    const parts = {
      config: readConfig({}),
      log: newLog('silent'),
      store: this.store,
      data,
      understand: this.understand,
      people: [],
      clock: () => this.now,
    };
    const shared = buildShared(parts);
    const { repositories, inForce } = shared;
    const links = newDocumentLinks(newSigner('a secret of thirty-two characters.'), () => 'http://localhost:3978', 72);
    const services = newDialogServices({
      data,
      repositories,
      links,
      understand: this.understand,
      inForce,
      identityAlarm: () => undefined,
      readingSeconds: this.readingSeconds,
      secondReader: this.secondReader,
    });
    const deliveries = buildDeliveries(parts, shared, null);
    const bot = buildBot(parts, services, shared, deliveries);
    bot.attachTo(this.adapter);
    return { bot, parts, shared, deliveries };
  }
}
