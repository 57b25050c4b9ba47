// The default engine: small lowdb files for documents and index pages, and a write-ahead journal in front of them.
// Open → lock the folder, replay the journal. Commit → one journal line, one fsync. Checkpoint → journal into files.
import { chmodSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Operation, type StoreHealth, type StoreProblem, StoreUnavailable } from '../documentStore';
import { StoreBase } from '../storeBase';
import { type IndexChange, type LogTail, TransactionPlanner } from '../transactionPlan';
import { Checkpointer, CheckpointStopped } from './checkpoint';
import { DirtyState } from './dirtyState';
import { folders } from './disk/layout';
import { folderError, makeFolder } from './disk/makeFolder';
import { Marks } from './disk/marks';
import { OwnerLock } from './disk/ownerLock';
import { DiskData } from './diskData';
import { Health } from './health';
import { Journal, journalLine } from './journal';
import { isOldFolder, migrate, prepareMigration } from './migration';
import { type LowdbStoreOptions, settled } from './options';
import { recover } from './recovery';
import { verifyData } from './verify';
import { type Planned, planAll, type Waiting } from './waiting';

/** Changes nothing, but is written like any other transaction. */
const probe: readonly Operation[] = [];
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
  private state: 'open' | 'closing' | 'closed' = 'open';
  private readonly ailing: Health;
  private readonly options: ReturnType<typeof settled>;

  /** Throws StoreInUse when another process has the folder open, FolderUnusable where there can be none. */
  static async open(folder: string, options: LowdbStoreOptions = {}): Promise<LowdbStore> {
    const root = resolve(folder);
    try {
      makeFolder(root);
      chmodSync(root, 0o700);
      return await LowdbStore.openOwned(root, OwnerLock.acquire(root), options);
    } catch (error) {
      throw folderError(root, error);
    }
  }

  private static async openOwned(root: string, lock: OwnerLock, options: LowdbStoreOptions): Promise<LowdbStore> {
    try {
      const isOld = isOldFolder(root);
      if (isOld) prepareMigration(root);
      for (const place of Object.values(folders)) makeFolder(place(root));
      const store = new LowdbStore(root, lock, options);
      const number = await (isOld ? migrate : recover)(root, store.data, (problem: StoreProblem) =>
        store.report(problem),
      );
      await store.data.marks.begin();
      store.journal = await Journal.create(root, number, store.options.syncFile);
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
    const chosen = settled(options);
    super(chosen.schema, chosen.onProblem);
    this.options = chosen;
    this.ailing = new Health(chosen.onBroken, chosen.retryMs, () => this.transaction(probe).catch(() => undefined));
    const report = (problem: StoreProblem) => this.report(problem);
    // A folder of an earlier version has no marks yet.
    const marks = Marks.open(root, isOldFolder(root) ? () => undefined : report);
    this.data = new DiskData(root, chosen.schema, report, marks, chosen.cacheSize);
    this.checkpointer = new Checkpointer(root, this.data);
  }

  verify(): Promise<readonly StoreProblem[]> {
    this.assertOpen();
    return this.reportedDuring(() => verifyData(this.root, this.data, (problem) => this.report(problem)));
  }

  logHead(log: string): LogTail | undefined {
    const { marks } = this.data;
    return marks.isKnown ? marks.data.logs[log] : undefined;
  }

  health(): StoreHealth {
    return this.ailing.state();
  }

  protected assertOpen(): void {
    if (this.state === 'closed') throw new StoreUnavailable('the store is closed');
  }

  private assertWritable(): void {
    if (this.ailing.isBroken)
      throw new StoreUnavailable('a write to disk failed: restart, so that the store can find out what was kept');
    if (this.state !== 'open') throw new StoreUnavailable('the store is closed');
  }

  async transaction(operations: readonly Operation[]): Promise<readonly number[]> {
    this.assertWritable();
    if (operations.length === 0 && operations !== probe) return [];
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
      const planner = new TransactionPlanner(this.schema, this.data);
      const planned = planAll(planner, this.waiting.splice(0, mostPerCommit));
      if (planned.length > 0) await this.commit(planned);
      if (this.journal && this.journal.bytes > this.options.checkpointBytes && !this.checkpointing)
        await this.startCheckpoint();
      if (this.checkpointing && this.journal && this.journal.bytes > this.options.checkpointBytes * journalsBehind)
        await this.checkpointing;
    }
  }

  private async commit(planned: readonly Planned[]): Promise<void> {
    try {
      if (this.ailing.isBroken || !this.journal) throw new StoreUnavailable('a write to disk failed earlier');
      const outcome = await this.journal.append(planned.map(({ plan }) => journalLine(plan)).join(''));
      if (outcome === 'refused') throw this.refused();
      this.ailing.recovered('journal');
      for (const { plan } of planned) this.data.apply(plan);
    } catch (error) {
      const unknown = !(error instanceof StoreUnavailable);
      if (unknown) this.ailing.break('a write to disk failed');
      const reason = unknown ? new StoreUnavailable('a write to disk failed', { cause: error }) : error;
      for (const { waiting } of planned) waiting.reject(reason);
      return;
    }
    for (const { waiting, plan } of planned) waiting.resolve(plan.results);
    this.scheduleCheckpoint();
  }

  private refused(): StoreUnavailable {
    this.ailing.ail('journal', 'the disk refuses to be written to (is it full?)');
    return new StoreUnavailable('the disk refused the write (is it full?); nothing was changed');
  }

  private scheduleCheckpoint(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.checkpoint();
    }, this.options.checkpointMs).unref();
  }

  /** Moves everything into files. Resolves when done; failing leaves all in the journal, reports, and is tried again. */
  async checkpoint(): Promise<void> {
    if (this.checkpointing) await this.checkpointing;
    // Between two commits, so that the journal and the changes are cut at the same place.
    while (this.committing) await this.committing;
    if (!this.checkpointing && this.state !== 'closed' && !this.ailing.isBroken) {
      await this.exclusively(() => this.startCheckpoint());
    }
    if (this.checkpointing) await this.checkpointing;
  }

  private async startCheckpoint(): Promise<void> {
    const { layers } = this.data;
    const old = this.journal;
    if (!old || layers.active.isEmpty) return;
    try {
      this.journal = await Journal.create(this.root, old.number + 1, this.options.syncFile);
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
      .then(() => this.ailing.recovered('checkpoint'))
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
    this.ailing.ail('checkpoint', 'files cannot be written; changes are kept in the journal');
    this.report({ kind: 'checkpointFailed', where: 'journal', detail: String(error), quarantinedTo: null });
    this.scheduleCheckpoint();
  }

  /** Waits for transactions under way and gives the folder back, soon: what is in the journal is safe there. */
  async close(): Promise<void> {
    if (this.state === 'closed' || this.state === 'closing') return;
    const isTidy = !this.ailing.isBroken && !this.checkpointing;
    this.state = 'closing';
    while (this.committing) await this.committing;
    if (isTidy && !this.checkpointing && (this.journal?.bytes ?? 0) <= quickBytes) await this.checkpoint();
    this.checkpointer.stop();
    if (this.checkpointing) await this.checkpointing;
    if (this.timer) clearTimeout(this.timer);
    this.ailing.close();
    await this.journal?.close().catch(() => undefined);
    this.state = 'closed';
    this.lock.release();
  }
}
