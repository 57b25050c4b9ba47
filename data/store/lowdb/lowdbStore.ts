// The default engine: small lowdb files for documents and index pages, and a write-ahead journal in front of them.
// Open → lock the folder, replay the journal. Commit → one journal line, one fsync. Checkpoint → journal into files.
import { chmodSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { houseSchema, type StoreSchema } from '../collections';
import { type Operation, type StoreProblem, StoreUnavailable } from '../documentStore';
import { StoreBase } from '../storeBase';
import { type IndexChange, type TransactionPlan, TransactionPlanner } from '../transactionPlan';
import { Checkpointer, CheckpointStopped } from './checkpoint';
import { DirtyState } from './dirtyState';
import { DiskData } from './diskData';
import { Journal, journalLine } from './journal';
import { folders } from './layout';
import { OwnerLock } from './ownerLock';
import { recover } from './recovery';

export interface LowdbStoreOptions {
  readonly schema?: StoreSchema | undefined;
  readonly onProblem?: ((problem: StoreProblem) => void) | undefined;
  /** Characters of document text kept in memory; 16 million unless told. */
  readonly cacheSize?: number | undefined;
  /** Bytes of journal after which a checkpoint begins; 4 MiB unless told. */
  readonly checkpointBytes?: number | undefined;
  /** Milliseconds after a commit until a checkpoint begins anyway; 30,000 unless told. */
  readonly checkpointMs?: number | undefined;
}

interface Waiting {
  readonly operations: readonly Operation[];
  resolve(results: readonly number[]): void;
  reject(error: unknown): void;
}

const mostPerCommit = 200;
/** Commits wait for a checkpoint that has fallen this many journals behind, so that memory stays bounded. */
const journalsBehind = 2;
/** With no more than this in the journal, closing moves it into files; more is left for the next start to replay. */
const quickBytes = 256 * 1024;

export class LowdbStore extends StoreBase {
  protected readonly data: DiskData;
  private readonly checkpointer: Checkpointer;
  private readonly waiting: Waiting[] = [];
  private committing: Promise<void> | null = null;
  private checkpointing: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private state: 'open' | 'closing' | 'closed' | 'broken' = 'open';
  private readonly checkpointBytes: number;
  private readonly checkpointMs: number;

  /** Throws StoreInUse when another process has the folder open. */
  static async open(folder: string, options: LowdbStoreOptions = {}): Promise<LowdbStore> {
    const root = resolve(folder);
    mkdirSync(root, { recursive: true, mode: 0o700 });
    chmodSync(root, 0o700);
    const lock = OwnerLock.acquire(root);
    try {
      for (const place of Object.values(folders)) mkdirSync(place(root), { recursive: true, mode: 0o700 });
      const store = new LowdbStore(root, lock, options);
      const number = recover(root, store.data, (problem) => store.report(problem));
      store.journal = await Journal.create(root, number);
      if (!store.data.layers.active.isEmpty) store.scheduleCheckpoint();
      return store;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  private journal: Journal | null = null;

  private constructor(
    private readonly root: string,
    private readonly lock: OwnerLock,
    options: LowdbStoreOptions,
  ) {
    const { schema = houseSchema, onProblem = () => undefined } = options;
    super(schema, onProblem);
    const report = (problem: StoreProblem) => this.report(problem);
    this.data = new DiskData(root, schema, report, options.cacheSize ?? 16_000_000);
    this.checkpointer = new Checkpointer(root, this.data.logs);
    this.checkpointBytes = options.checkpointBytes ?? 4 * 1024 * 1024;
    this.checkpointMs = options.checkpointMs ?? 30_000;
  }

  protected assertOpen(): void {
    if (this.state === 'closed') throw new StoreUnavailable('the store is closed');
  }

  private assertWritable(): void {
    if (this.state === 'broken')
      throw new StoreUnavailable('a write to disk failed: restart, so that the store can find out what was kept');
    if (this.state !== 'open') throw new StoreUnavailable('the store is closed');
  }

  async transaction(operations: readonly Operation[]): Promise<readonly number[]> {
    this.assertWritable();
    if (operations.length === 0) return [];
    const result = new Promise<readonly number[]>((resolve, reject) => {
      this.waiting.push({ operations, resolve, reject });
    });
    this.startCommits();
    return result;
  }

  private startCommits(): void {
    if (!this.committing && this.waiting.length > 0) this.exclusively(() => this.commitAll());
  }

  /** Commits and the cut of a checkpoint never overlap; whoever came to wait meanwhile is served next. */
  private exclusively(work: () => Promise<void>): Promise<void> {
    this.committing = work().finally(() => {
      this.committing = null;
      this.startCommits();
    });
    return this.committing;
  }

  protected heal(changes: readonly IndexChange[]): void {
    // Not in the journal: should a crash lose this, the next reader does it again.
    this.data.applyIndexChanges(changes);
  }

  /** One at a time: takes everyone who waits, makes them durable with one fsync, then shows the changes to readers. */
  private async commitAll(): Promise<void> {
    // Transactions that start in the same moment, or during the fsync before, share one fsync.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const planned = this.planAll(this.waiting.splice(0, mostPerCommit));
      if (planned.length > 0) await this.commit(planned);
      if (this.journal && this.journal.bytes > this.checkpointBytes && !this.checkpointing)
        await this.startCheckpoint();
      if (this.checkpointing && this.journal && this.journal.bytes > this.checkpointBytes * journalsBehind)
        await this.checkpointing;
    }
  }

  private planAll(batch: readonly Waiting[]) {
    const planner = new TransactionPlanner(this.schema, this.data);
    const planned: { waiting: Waiting; plan: TransactionPlan }[] = [];
    for (const waiting of batch) {
      try {
        planned.push({ waiting, plan: planner.plan(waiting.operations) });
      } catch (error) {
        waiting.reject(error);
      }
    }
    return planned;
  }

  private async commit(planned: readonly { waiting: Waiting; plan: TransactionPlan }[]): Promise<void> {
    try {
      const outcome = await this.assertJournal().append(planned.map(({ plan }) => journalLine(plan)).join(''));
      if (outcome === 'refused')
        throw new StoreUnavailable('the disk refused the write (is it full?); nothing was changed');
      for (const { plan } of planned) this.apply(plan);
    } catch (error) {
      const unknown = !(error instanceof StoreUnavailable);
      if (unknown) this.state = 'broken';
      const reason = unknown ? new StoreUnavailable('a write to disk failed', { cause: error }) : error;
      for (const { waiting } of planned) waiting.reject(reason);
      return;
    }
    for (const { waiting, plan } of planned) waiting.resolve(plan.results);
    this.scheduleCheckpoint();
  }

  private assertJournal(): Journal {
    if (this.state === 'broken' || !this.journal) throw new StoreUnavailable('a write to disk failed earlier');
    return this.journal;
  }

  private apply(plan: TransactionPlan): void {
    this.data.applyDocuments(plan.documents);
    this.data.applyLines(plan.lines);
    this.data.applyIndexChanges(plan.indexChanges);
  }

  private scheduleCheckpoint(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.checkpoint();
    }, this.checkpointMs).unref();
  }

  /** Moves everything into files. Resolves when done; failing leaves all in the journal, reports, and is tried again. */
  async checkpoint(): Promise<void> {
    if (this.checkpointing) await this.checkpointing;
    // Between two commits, so that the journal and the changes are cut at the same place.
    while (this.committing) await this.committing;
    if (!this.checkpointing && this.state !== 'closed' && this.state !== 'broken') {
      await this.exclusively(() => this.startCheckpoint());
    }
    if (this.checkpointing) await this.checkpointing;
  }

  private async startCheckpoint(): Promise<void> {
    const { layers } = this.data;
    const old = this.journal;
    if (!old || layers.active.isEmpty) return;
    try {
      this.journal = await Journal.create(this.root, old.number + 1);
      await old.close();
    } catch (error) {
      this.checkpointFailed(error);
      return;
    }
    const frozen = layers.active;
    layers.frozen = frozen;
    layers.active = new DirtyState();
    this.checkpointing = this.checkpointer
      .run(old.number, frozen)
      .catch((error: unknown) => {
        frozen.takeOver(layers.active);
        layers.active = frozen;
        this.checkpointFailed(error);
      })
      .finally(() => {
        layers.frozen = null;
        this.checkpointing = null;
      });
  }

  private checkpointFailed(error: unknown): void {
    if (error instanceof CheckpointStopped) return;
    const detail = String(error);
    this.report({ kind: 'checkpointFailed', where: 'journal', detail, quarantinedTo: null });
    this.scheduleCheckpoint();
  }

  /** Waits for transactions under way and gives the folder back, soon: what is in the journal is safe there. */
  async close(): Promise<void> {
    if (this.state === 'closed' || this.state === 'closing') return;
    const isTidy = this.state === 'open' && !this.checkpointing;
    this.state = 'closing';
    while (this.committing) await this.committing;
    if (isTidy && !this.checkpointing && (this.journal?.bytes ?? 0) <= quickBytes) await this.checkpoint();
    this.checkpointer.stop();
    if (this.checkpointing) await this.checkpointing;
    if (this.timer) clearTimeout(this.timer);
    await this.journal?.close().catch(() => undefined);
    this.state = 'closed';
    this.lock.release();
  }
}
