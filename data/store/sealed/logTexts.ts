// What was said in a conversation stands in logs that are only added to. Each conversation's words are sealed with a key of its own,
// kept as a document: once that key is taken away they can be read by nobody, and no line of any log has changed.
import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type AppendOperation, type DocumentStore, type LogEntry, VersionConflict } from '../documentStore';
import { KeyRing, keyBytes, SealBroken } from './keyRing';

/** The collection of the keys; a key's id is the conversation as its log names it. */
export const textKeys = 'textKeys';

/** The field of each log that is sealed. */
const sealedOf: Readonly<Record<string, string>> = { transcripts: 'text', directLine: 'activity', deskNotes: 'text' };

/** Stands before sealed bytes in base64. */
const mark = 'sealedText:';
/** What is read in the place of words whose key is gone. */
export const erasedText = '[erased]';
const keysInMemoryMax = 2000;

const keySchema = z.object({ secret: z.string().min(1) });
const entrySchema = z.looseObject({ conversationId: z.string().min(1) });

const placeOf = (log: string, conversationId: string): string => JSON.stringify([log, conversationId]);

export class LogTexts {
  private readonly rings = new LRUCache<string, KeyRing>({ max: keysInMemoryMax });
  /** Keys on their way to the disk, where a store does not show them before. */
  private readonly making = new Map<string, Promise<KeyRing>>();

  /** `store` seals the keys themselves. */
  constructor(private readonly store: Pick<DocumentStore, 'get' | 'put'>) {}

  /** True for a log whose words are sealed. */
  holds = (log: string): boolean => Object.hasOwn(sealedOf, log);

  async sealed<Append extends Pick<AppendOperation, 'log' | 'entry'>>(operation: Append): Promise<Append> {
    const field = sealedOf[operation.log];
    const entry = entrySchema.safeParse(operation.entry);
    if (field === undefined || !entry.success || entry.data[field] === undefined) return operation;
    const { conversationId } = entry.data;
    const ring = (await this.ringOf(conversationId)) ?? (await this.newRing(conversationId));
    const plain = Buffer.from(JSON.stringify(entry.data[field]));
    const sealed = ring.seal(plain, placeOf(operation.log, conversationId)).toString('base64');
    return { ...operation, entry: { ...entry.data, [field]: mark + sealed } };
  }

  /** A line as it was written; one from before there were keys is read as it stands. */
  async opened(log: string, line: LogEntry): Promise<LogEntry> {
    const field = sealedOf[log];
    const entry = entrySchema.safeParse(line.entry);
    const kept = field === undefined || !entry.success ? undefined : entry.data[field];
    if (field === undefined || !entry.success || typeof kept !== 'string' || !kept.startsWith(mark)) return line;
    const text = await this.open(log, entry.data.conversationId, kept);
    return { ...line, entry: { ...entry.data, [field]: text ?? erasedText } };
  }

  private async open(log: string, conversationId: string, kept: string): Promise<unknown> {
    const ring = await this.ringOf(conversationId);
    if (ring === undefined) return undefined;
    try {
      const plain = ring.open(Buffer.from(kept.slice(mark.length), 'base64'), placeOf(log, conversationId));
      return JSON.parse(plain.toString('utf8'));
    } catch (error) {
      // Sealed with a key that was taken away since.
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }

  /** Forgets a key that is taken away. */
  forget(conversationId: string): void {
    this.rings.delete(conversationId);
  }

  private async ringOf(conversationId: string): Promise<KeyRing | undefined> {
    const known = this.rings.get(conversationId);
    if (known !== undefined) return known;
    const stored = await this.store.get(textKeys, conversationId);
    return stored === undefined ? undefined : this.keep(conversationId, keySchema.parse(stored.value).secret);
  }

  private keep(conversationId: string, secret: string): KeyRing {
    const ring = new KeyRing({ id: 'text', secret: Buffer.from(secret, 'base64') });
    this.rings.set(conversationId, ring);
    return ring;
  }

  /** Two that begin at once use the same key, whether here or in another process. */
  private newRing(conversationId: string): Promise<KeyRing> {
    const making =
      this.making.get(conversationId) ??
      this.makeRing(conversationId).finally(() => this.making.delete(conversationId));
    this.making.set(conversationId, making);
    return making;
  }

  private async makeRing(conversationId: string): Promise<KeyRing> {
    const secret = randomBytes(keyBytes).toString('base64');
    try {
      await this.store.put(textKeys, conversationId, { secret }, null);
      return this.keep(conversationId, secret);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      const quicker = await this.ringOf(conversationId);
      if (quicker === undefined) throw error;
      return quicker;
    }
  }
}
