// Talks to the whole assistant as a channel does, and complains when our own guard stops a reply of our own dialogs.
import type { Activity } from 'botbuilder';
import { Rehearsal, type RehearsalSettings, type Reply } from '../../bot/compose/rehearsal';

export type { Reply } from '../../bot/compose/rehearsal';

export class Talk extends Rehearsal {
  /** A talk over the shipped demo accounts, seeded for the day of `now`. */
  static begin(settings: RehearsalSettings = {}): Promise<Talk> {
    return new Talk(settings).seed();
  }

  override async send(activity: Partial<Activity>): Promise<Reply> {
    const reply = await super.send(activity);
    await this.complainOfBlocks();
    return reply;
  }

  /** No reply of our own dialogs may be stopped by our own guard: that would be a fault of the words or of the guard. */
  private async complainOfBlocks(): Promise<void> {
    const { items } = await this.repositories.audit.ofConversation(this.conversationId);
    const blocked = items.filter(({ event }) => event.type === 'guardBlocked');
    if (blocked.length > 0) throw new Error(`The guard stopped a reply: ${JSON.stringify(blocked.at(-1)?.event)}`);
  }
}
