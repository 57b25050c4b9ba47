// The conversations of the embedded Direct Line: what was said in each, kept in the store, and who listens at this moment.
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { DocumentStore, Operation } from '../../../data/store/documentStore';
import type { Log } from '../../ops/log';

const logName = 'directLine';
const roomsInMemoryMax = 1000;
export type RoomActivity = Partial<Activity>;

const entrySchema = z.object({
  conversationId: z.string(),
  activity: z.custom<RoomActivity>((value) => typeof value === 'object' && value !== null),
});

/** What is new, and up to where the listener has now heard. */
export interface ActivitySet {
  readonly activities: readonly RoomActivity[];
  readonly watermark: string;
}
export type Listener = (set: ActivitySet) => void;

export class Room {
  private readonly listeners = new Set<Listener>();
  private nextNumber: number;

  constructor(
    readonly conversationId: string,
    private readonly said: RoomActivity[],
    private readonly newId: () => string,
  ) {
    this.nextNumber = said.length;
  }

  get isEmpty(): boolean {
    return this.said.length === 0;
  }

  get streamCount(): number {
    return this.listeners.size;
  }

  /** An id that was never given before: the number shows the order, the rest is new after every restart too. */
  newActivityId(): string {
    this.nextNumber += 1;
    return `${this.conversationId}|${String(this.nextNumber).padStart(7, '0')}-${this.newId().slice(0, 12)}`;
  }

  /** Shows activities, which are on disk by now, to whoever listens; `kept` is the form in which the room remembers them. */
  show(activities: readonly RoomActivity[], kept = activities): void {
    if (activities.length === 0) return;
    this.said.push(...kept);
    const set = { activities, watermark: String(this.said.length) };
    for (const listener of this.listeners) listener(set);
  }

  since(watermark: number): ActivitySet {
    return { activities: this.said.slice(watermark), watermark: String(this.said.length) };
  }

  /** Hears what was said after `watermark`, then everything as it comes. Gives the way to stop. */
  listen(watermark: number, listener: Listener): () => void {
    const missed = this.since(watermark);
    if (missed.activities.length > 0) listener(missed);
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  storing(activity: RoomActivity): Operation {
    return { kind: 'append', log: logName, entry: { conversationId: this.conversationId, activity } };
  }
}

export class Rooms {
  /** In order of last use, so that the longest unused is dropped first; it can be read again from the store. */
  private readonly open = new Map<string, Promise<Room>>();

  constructor(
    private readonly store: Pick<DocumentStore, 'queryLog'>,
    private readonly newId: () => string,
    private readonly log: Log,
  ) {}

  get(conversationId: string): Promise<Room> {
    const room = this.open.get(conversationId) ?? this.load(conversationId);
    this.open.delete(conversationId);
    this.open.set(conversationId, room);
    room.catch(() => this.open.delete(conversationId));
    return room;
  }

  private async load(conversationId: string): Promise<Room> {
    await this.dropUnused();
    const said: RoomActivity[] = [];
    let after: string | undefined;
    do {
      const page = await this.store.queryLog(logName, 'conversationId', conversationId, { limit: 500, after });
      for (const { entry } of page.items) {
        const parsed = entrySchema.safeParse(entry);
        // A damaged index must not show one customer the words of another.
        if (parsed.success && parsed.data.conversationId === conversationId) said.push(parsed.data.activity);
        else this.log.error('a room was given an entry that is not its own, and left it out');
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
    return new Room(conversationId, said, this.newId);
  }

  private async dropUnused(): Promise<void> {
    if (this.open.size < roomsInMemoryMax) return;
    for (const [conversationId, room] of [...this.open].slice(0, roomsInMemoryMax / 10))
      if ((await room).streamCount === 0) this.open.delete(conversationId);
  }
}
