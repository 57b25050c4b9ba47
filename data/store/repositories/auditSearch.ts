// Looks back through the audit log, newest first: by index where one fits, else entry by entry until told to stop.
import { setImmediate } from 'node:timers/promises';
import type { CalendarDate } from '../../domain/calendar/calendar';
import type { DocumentStore, LogEntry } from '../documentStore';
import { cursorOf, entryOf, keysOf, sequenceId } from '../indexEntries';
import { type AuditEntry, auditEventSchema } from './audit';

const log = 'audit';
const chunk = 150;
const pageMax = 1000;
/** Entries read at once where an index leads: reading them holds up whatever else this thread has to do. */
const sideBySideMax = 250;

export type AuditIndex = 'conversationId' | 'customerId' | 'type' | 'subjects';

export interface AuditLook {
  /** Absent: every entry. */
  readonly by?: { readonly index: AuditIndex; readonly key: string } | undefined;
  /** Without an index: only entries whose text holds these words are read; it decides nothing more than `matches` does. */
  readonly words?: string | undefined;
  /** Only entries below this sequence, and from this one on. */
  readonly below: number;
  readonly from: number;
  /** Entries wanted. */
  readonly limit: number;
  /** Asked before each step back with the entries gone through so far: true ends it here. */
  giveUp(read: number): boolean;
  matches(entry: AuditEntry): boolean;
}

export interface AuditFound {
  readonly items: readonly AuditEntry[];
  /** Look below this sequence for more; null at the end. */
  readonly next: number | null;
  /** False where `giveUp` ended it. */
  readonly searchedAll: boolean;
}

const parsed = ({ sequence, entry, hash }: LogEntry): AuditEntry | undefined => {
  const event = auditEventSchema.safeParse(entry);
  return event.success ? { sequence, event: event.data, hash: hash ?? '' } : undefined;
};

type AuditStore = Pick<DocumentStore, 'queryLog' | 'readLog' | 'lastSequence'>;
const knownTypes = new WeakMap<AuditStore, { readonly types: readonly string[]; readonly upTo: number }>();

export class AuditSearch {
  constructor(private readonly store: AuditStore) {}

  lastSequence(): Promise<number> {
    return this.store.lastSequence(log);
  }

  /** Every type that occurs: found in the index once, and after that in what is new. */
  async types(): Promise<readonly string[]> {
    const known = knownTypes.get(this.store);
    const last = await this.lastSequence();
    const isNear = known !== undefined && last >= known.upTo && last - known.upTo < pageMax;
    const fresh = isNear ? await this.store.readLog(log, { from: known.upTo + 1, limit: last - known.upTo }) : [];
    const types = isNear ? fresh.flatMap((line) => parsed(line)?.event.type ?? []) : await this.typesInIndex();
    const all = [...new Set([...(known?.types ?? []), ...types])].sort();
    knownTypes.set(this.store, { types: all, upTo: last });
    return all;
  }

  /** One step through the index for each type. */
  private async typesInIndex(): Promise<string[]> {
    const found: string[] = [];
    for (let from = ''; ; ) {
      const { items } = await this.store.queryLog(log, 'type', { from }, { limit: 1 });
      const type = items[0] === undefined ? undefined : parsed(items[0])?.event.type;
      if (type === undefined) return found;
      found.push(type);
      from = `${type}\u0001`;
    }
  }

  async occurs(index: AuditIndex, key: string): Promise<boolean> {
    return (await this.store.queryLog(log, index, key, { limit: 1 })).items.length > 0;
  }

  /** The first sequence of a day or later, halving: entries stand in the order in which they happened. */
  async firstFrom(day: CalendarDate, dayOf: (at: string) => CalendarDate): Promise<number> {
    let low = 1;
    let high = (await this.lastSequence()) + 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const [line] = await this.store.readLog(log, { from: middle, limit: 1 });
      const at = line === undefined ? undefined : parsed(line)?.event.at;
      if (at !== undefined && dayOf(at) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  async look(wanted: AuditLook): Promise<AuditFound> {
    const items: AuditEntry[] = [];
    let below = wanted.below;
    // What is told apart by its text alone is gone through in the widest steps.
    let size = wanted.words === undefined ? chunk : pageMax;
    for (let read = 0; below > wanted.from; ) {
      if (wanted.giveUp(read)) return { items, next: below, searchedAll: false };
      // A long look lets the turns of customers in between.
      if (read > 0) await setImmediate();
      const low = Math.max(wanted.from, below - size);
      const lines = await this.between(wanted, low, below);
      if (lines === 'tooMany') {
        size = Math.max(1, size >>> 2);
        continue;
      }
      read += wanted.by === undefined ? below - low : Math.max(1, lines.length);
      for (const line of lines.toReversed()) {
        const entry = parsed(line);
        if (entry === undefined || !wanted.matches(entry)) continue;
        items.push(entry);
        if (items.length === wanted.limit)
          return { items, next: entry.sequence > wanted.from ? entry.sequence : null, searchedAll: true };
      }
      below = low;
      // Where a key is rare, each step back is twice as wide; a step that turns out too full is made again, shorter.
      if (wanted.by !== undefined) size *= 2;
    }
    return { items, next: null, searchedAll: true };
  }

  /** Entries with low <= sequence < below, oldest first. */
  private async between(
    { by, words }: AuditLook,
    low: number,
    below: number,
  ): Promise<readonly LogEntry[] | 'tooMany'> {
    if (by === undefined || below - low <= sideBySideMax) {
      // Lines side by side are read at once, which is quicker than one by one through the index.
      const lines = await this.store.readLog(log, { from: low, limit: below - low, words });
      return by === undefined ? lines : lines.filter(({ entry }) => keysOf(entry, by.index).includes(by.key));
    }
    const after = low <= 1 ? undefined : cursorOf(entryOf(by.key, sequenceId(low - 1)));
    const { items } = await this.store.queryLog(log, by.index, by.key, {
      limit: Math.min(sideBySideMax, below - low),
      after,
    });
    const within = items.filter(({ sequence }) => sequence < below);
    return within.length === sideBySideMax ? 'tooMany' : within;
  }
}
