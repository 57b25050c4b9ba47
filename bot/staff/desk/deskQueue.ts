// The desk's view in memory of every conversation that waits or is held: a queue of a thousand opens at once, and events know whom.
import { byUrgency, type DeskConversation } from '../../../data/domain/case/deskConversation';
import type { DeskConversations } from '../../../data/store/repositories/desk/deskConversations';
import type { Kept } from '../../../data/store/repositories/repository';
import type { DeskEvent, QueueItem } from '../contract/desk';
import { Listeners } from '../listeners';

const liveStatuses = ['waiting', 'taken', 'external'] as const;
const isLive = ({ status }: DeskConversation): boolean => liveStatuses.some((one) => one === status);

export const itemOf = ({ record, version }: Kept<DeskConversation>): QueueItem => ({
  conversationId: record.conversationId,
  caseNumber: record.caseNumber,
  reason: record.reason,
  priority: record.priority,
  status: record.status,
  waitingSince: record.waitingSince,
  locale: record.locale,
  lastWords: record.lastWords,
  channelId: record.channelId,
  verified: record.customerId !== null,
  agent: record.agent,
  callback: record.callback,
  version,
});

/** Somebody whom nobody has verified and who is not in danger: of these a flood can be made. */
const isAnonymous = ({ status, priority, customerId }: DeskConversation): boolean =>
  status === 'waiting' && priority === 'normal' && customerId === null;

export interface ShownQueue {
  readonly items: QueueItem[];
  /** Waiting people whom nobody has verified, behind those listed. */
  readonly anonymousHidden: number;
}

export class DeskQueue {
  private readonly anonymous = new Set<string>();
  private readonly live = new Map<string, Kept<DeskConversation>>();
  private readonly byConversation = new Map<string, string>();
  private readonly everyone = new Listeners<DeskEvent>();

  constructor(
    private readonly repository: DeskConversations,
    /** As many unverified people who wait are listed one by one. */
    private readonly anonymousShownMax: number,
  ) {}

  async load(): Promise<void> {
    for (const status of liveStatuses) for (const kept of await this.repository.withStatus(status)) this.hold(kept);
  }

  private hold(kept: Kept<DeskConversation>): void {
    const { conversationId, conversation } = kept.record;
    if (isAnonymous(kept.record)) this.anonymous.add(conversationId);
    else this.anonymous.delete(conversationId);
    if (isLive(kept.record)) {
      this.live.set(conversationId, kept);
      this.byConversation.set(conversation, conversationId);
    } else {
      this.live.delete(conversationId);
      this.byConversation.delete(conversation);
    }
  }

  /** Takes over what is stored now, and tells everyone at the desk. */
  changed(kept: Kept<DeskConversation>): void {
    const { conversationId } = kept.record;
    const isNew = !this.anonymous.has(conversationId);
    this.hold(kept);
    const hidden = this.anonymous.size - this.anonymousShownMax;
    // One more of a crowd changes one number: no page draws thousands.
    if (isNew && hidden > 0 && this.anonymous.has(conversationId))
      this.tell({ type: 'crowd', anonymousHidden: hidden });
    else this.tell({ type: 'queue', item: itemOf(kept) });
  }

  async refresh(conversationId: string): Promise<Kept<DeskConversation> | undefined> {
    const kept = await this.repository.kept(conversationId);
    if (kept !== undefined) this.changed(kept);
    return kept;
  }

  /** The conversation with a key of the bot's, while it is live. */
  ofKey(conversation: string): Kept<DeskConversation> | undefined {
    const conversationId = this.byConversation.get(conversation);
    return conversationId === undefined ? undefined : this.live.get(conversationId);
  }

  all(): readonly Kept<DeskConversation>[] {
    return [...this.live.values()];
  }

  /** Waiting ones first, the urgent before the others, each in the order in which they came; then those that are held. */
  shown(): ShownQueue {
    const rank = ({ record }: Kept<DeskConversation>) => (record.status === 'waiting' ? 0 : 1);
    const sorted = this.all().toSorted((a, b) => rank(a) - rank(b) || byUrgency(a.record, b.record));
    const listed = new Set(sorted.filter(({ record }) => isAnonymous(record)).slice(0, this.anonymousShownMax));
    const items = sorted.filter((kept) => !isAnonymous(kept.record) || listed.has(kept)).map(itemOf);
    return { items, anonymousHidden: this.anonymous.size - listed.size };
  }

  tell(event: DeskEvent): void {
    this.everyone.tell('desk', event);
  }

  listen(listener: (event: DeskEvent) => void): () => void {
    return this.everyone.listen('desk', listener);
  }
}
