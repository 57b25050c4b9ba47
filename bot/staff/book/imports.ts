// Files of the bank's book that come in: one at a time, with progress, and what became of each.
import { randomUUID } from 'node:crypto';
import type { ContractTerms } from '../../../data/domain/money/contractTerms';
import { errorFacts } from '../../ops/log';
import type { BookImport, ImportEvent, ImportKind } from '../contract/book';
import { Listeners } from '../listeners';
import { ConsoleProblem, problemText } from '../problems';
import { type StaffParts, staffAudit } from '../staffParts';
import {
  type ImportRecord,
  importRecordSchema,
  importsCollection,
  type KeptImport,
  newImport,
  recordPut,
} from './importRecord';
import { ending, forgetUnchecked, type ImportParts, storeParts, takeIn } from './takeIn';

const shownMax = 50;

export type BookImportsParts = Pick<StaffParts, 'store' | 'repositories' | 'clock' | 'log'> & {
  readonly timeZone: string;
  readonly contract: ContractTerms;
};

export class BookImports {
  private live: ImportRecord | null = null;
  private running: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();
  readonly listeners = new Listeners<ImportEvent>();
  private readonly parts: ImportParts & Pick<StaffParts, 'log'>;

  constructor({ store, repositories, clock, log, timeZone, contract }: BookImportsParts) {
    this.parts = { store, repositories, clock, log, timeZone, contract, signal: this.stopping.signal };
  }

  /** Begins to take a file in, and goes on by itself; `ended` waits for the end. */
  async start(kind: ImportKind, bytes: Uint8Array, startedBy: string): Promise<BookImport> {
    if (this.live === null) await this.resume();
    if (this.live !== null) throw new ConsoleProblem('unavailable', { message: problemText('alreadyRunning') });
    const startedAt = this.parts.clock();
    // Sorts as it was started.
    const id = `${startedAt.replace(/\D/g, '').slice(0, 17)}-${randomUUID().slice(0, 8)}`;
    const record = newImport(id, kind, startedBy, startedAt);
    this.live = record;
    try {
      const who = { username: startedBy, now: startedAt };
      const audit = staffAudit(this.parts, who, 'book.importStarted', { importId: id, kind });
      await this.parts.store.transaction([recordPut({ record, version: 0 }), audit]);
    } catch (error) {
      this.live = null;
      throw error;
    }
    this.run(record, () => takeIn(this.parts, { record, version: 1 }, bytes, (share) => this.progressed(id, share)));
    return record;
  }

  /** Goes on with a file that an earlier process was storing, and ends one that it was still checking. */
  async resume(): Promise<void> {
    for (const found of await this.unended()) {
      const { record } = found;
      if (record.parts === null) {
        await forgetUnchecked(this.parts, record.id);
        await this.parts.store.transaction(ending(this.parts, found, { status: 'failed' }));
        continue;
      }
      await this.running;
      this.live = record;
      this.run(record, () => storeParts(this.parts, found, (share) => this.progressed(record.id, share)));
    }
  }

  private run(record: ImportRecord, work: () => Promise<void>): void {
    const { id } = record;
    this.running = work()
      .catch((error: unknown) => this.brokenOff(id, error))
      .then(async () => {
        this.live = null;
        const status = (await this.get(id))?.status ?? 'failed';
        this.listeners.tell(id, { type: 'done', id, status });
      })
      .catch((error: unknown) => this.parts.log.warn(errorFacts(error), 'the end of an import could not be read'));
  }

  /** Nothing was taken in before all was found right; after that the rest is stored at the next start. */
  private async brokenOff(id: string, error: unknown): Promise<void> {
    if (!this.stopping.signal.aborted) this.parts.log.warn(errorFacts(error), 'an import of the book broke off');
    try {
      const kept = await this.kept(id);
      if (kept === undefined || kept.record.status !== 'running' || kept.record.parts !== null) return;
      await forgetUnchecked(this.parts, id);
      await this.parts.store.transaction(ending(this.parts, kept, { status: 'failed' }));
    } catch (storing) {
      this.parts.log.warn(errorFacts(storing), 'the end of an import could not be stored; the next start does it');
    }
  }

  private progressed(id: string, share: number): void {
    if (this.live?.id !== id) return;
    const progress = Math.min(1, Math.max(this.live.progress, share));
    this.live = { ...this.live, progress };
    this.listeners.tell(id, { type: 'progress', id, progress });
  }

  private async kept(id: string): Promise<KeptImport | undefined> {
    const stored = await this.parts.store.get(importsCollection, id);
    const parsed = importRecordSchema.safeParse(stored?.value);
    return stored === undefined || !parsed.success ? undefined : { record: parsed.data, version: stored.version };
  }

  private async unended(): Promise<readonly KeptImport[]> {
    const page = await this.parts.store.query(importsCollection, 'status', 'running', { limit: 100 });
    return page.items.flatMap(({ value, version }) => {
      const parsed = importRecordSchema.safeParse(value);
      return parsed.success && parsed.data.id !== this.live?.id ? [{ record: parsed.data, version }] : [];
    });
  }

  /** As far as it has come: how far a running one is, is known here before it is on disk. */
  private shown({ parts: _parts, outcomes: _outcomes, ...one }: ImportRecord): BookImport {
    return this.live?.id === one.id && one.status === 'running' ? { ...one, progress: this.live.progress } : one;
  }

  async get(id: string): Promise<BookImport | undefined> {
    if (!/^[\w-]{1,100}$/.test(id)) return undefined;
    const kept = await this.kept(id);
    return kept === undefined ? undefined : this.shown(kept.record);
  }

  /** How promises and instalments came out in all, by kind. */
  async outcomesOf(id: string): Promise<Readonly<Record<string, number>>> {
    return (await this.kept(id))?.record.outcomes ?? {};
  }

  /** The newest, newest first. */
  async list(): Promise<readonly BookImport[]> {
    const found: ImportRecord[] = [];
    let after: string | undefined;
    do {
      const page = await this.parts.store.list(importsCollection, { limit: 500, after });
      found.push(...page.items.flatMap(({ value }) => importRecordSchema.safeParse(value).data ?? []));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return found
      .toReversed()
      .slice(0, shownMax)
      .map((one) => this.shown(one));
  }

  /** Resolves when what is under way has come to its end. */
  ended(): Promise<void> {
    return this.running;
  }

  /** Stops between two parts; what was found right is stored by the next process. */
  stop(): Promise<void> {
    this.stopping.abort();
    return this.running;
  }
}
