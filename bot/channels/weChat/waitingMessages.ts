// Messages that the platform was told are taken before their turn was over: kept until it is, also over the end of the process.
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { DocumentStore } from '../../../data/store/documentStore';
import { errorFacts, type Log } from '../../ops/log';
import { Sweeps } from '../../ops/sweeps';

const collection = 'weChatWaiting';
const everyMs = 30_000;

const waitingSchema = z.object({
  activity: z.custom<Partial<Activity>>((value) => typeof value === 'object' && value !== null),
});

export interface WaitingParts {
  readonly store: Pick<DocumentStore, 'put' | 'remove' | 'list'>;
  readonly log: Log;
  /** Takes the turn, or finds that it was taken; rejects where it has to be tried again. */
  take(activity: Partial<Activity>): Promise<void>;
}

const keyOf = ({ conversation, id }: Partial<Activity>): string => `${conversation?.id ?? ''}/${id ?? ''}`;

export class WaitingMessages {
  private readonly sweeps: Sweeps;
  /** Turns under way in this process: not to be begun a second time. */
  private readonly running = new Set<string>();
  /** Messages of this process that are on disk until their turn is over. */
  private readonly kept = new Set<string>();

  constructor(private readonly parts: WaitingParts) {
    this.sweeps = new Sweeps(everyMs, () => this.takeAll(), parts.log, 'kept messages could not be looked up');
  }

  start(): void {
    this.sweeps.start();
  }

  stop(): void {
    this.sweeps.stop();
  }

  /** Runs a turn; whatever is kept of its message goes when it has ended well. */
  async during(activity: Partial<Activity>, turn: () => Promise<void>): Promise<void> {
    const key = keyOf(activity);
    this.running.add(key);
    try {
      await turn();
    } finally {
      this.running.delete(key);
    }
    if (this.kept.delete(key)) await this.parts.store.remove(collection, key);
  }

  /** On disk when it resolves. */
  async keep(activity: Partial<Activity>): Promise<void> {
    const key = keyOf(activity);
    this.kept.add(key);
    await this.parts.store.put(collection, key, { activity }, 'any');
    // Over meanwhile: the next sweep finds that nothing is left to do.
  }

  /** Takes every kept message that no turn is under way for. */
  sweep(): Promise<void> {
    return this.sweeps.sweep();
  }

  private async takeAll(): Promise<void> {
    let after: string | undefined;
    do {
      const page = await this.parts.store.list(collection, { limit: 100, after });
      for (const { id, value } of page.items) if (!this.running.has(id)) await this.takeOne(id, value);
      after = page.next ?? undefined;
    } while (after !== undefined);
  }

  private async takeOne(id: string, value: unknown): Promise<void> {
    const { store, log, take } = this.parts;
    const read = waitingSchema.safeParse(value);
    try {
      if (read.success) await take(read.data.activity);
      await store.remove(collection, id);
      this.kept.delete(id);
    } catch (error) {
      log.warn(errorFacts(error), 'a kept message could not be taken yet');
    }
  }
}
