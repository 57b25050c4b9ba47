// The desk's view in memory of every conversation that waits or is held: a queue of a thousand opens at once, and events know whom.
import { byUrgency, type DeskConversation } from '../../../data/domain/case/deskConversation';
import type { DeskConversations } from '../../../data/store/repositories/deskConversations';
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

export class DeskQueue {
  private readonly live = new Map<string, Kept<DeskConversation>>();
  private readonly byConversation = new Map<string, string>();
  private readonly everyone = new Listeners<DeskEvent>();

  constructor(private readonly repository: DeskConversations) {}

  async load(): Promise<void> {
    for (const status of liveStatuses) for (const kept of await this.repository.withStatus(status)) this.hold(kept);
  }

  private hold(kept: Kept<DeskConversation>): void {
    const { conversationId, conversation } = kept.record;
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
    this.hold(kept);
    this.tell({ type: 'queue', item: itemOf(kept) });
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
  items(): QueueItem[] {
    const rank = ({ record }: Kept<DeskConversation>) => (record.status === 'waiting' ? 0 : 1);
    return this.all()
      .toSorted((a, b) => rank(a) - rank(b) || byUrgency(a.record, b.record))
      .map(itemOf);
  }

  tell(event: DeskEvent): void {
    this.everyone.tell('desk', event);
  }

  listen(listener: (event: DeskEvent) => void): () => void {
    return this.everyone.listen('desk', listener);
  }
}
