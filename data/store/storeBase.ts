// What every engine does the same way: reading by id, by index and from logs, over whatever the engine keeps its data in.
import type { StoreSchema } from './collections';
import type {
  DocumentStore,
  ExpectedVersion,
  IndexKey,
  LogEntry,
  LogRange,
  Operation,
  Page,
  PageRequest,
  Stored,
  StoreHealth,
  StoreProblem,
} from './documentStore';
import {
  afterCursor,
  checkedId,
  cursorOf,
  declaredCollection,
  declaredIndex,
  declaredLog,
  entryRange,
  idOfEntry,
  idTree,
  indexTree,
  keyOfEntry,
  keysOf,
  logTree,
} from './indexEntries';
import type { OrderedPages } from './orderedPages';
import type { CommittedView, IndexChange, LogLine, LogTail } from './transactionPlan';

/** An engine's committed data. Reading is synchronous: a query sees one state and never half of a transaction. */
export interface EngineData extends CommittedView {
  /** Gives `use` the tree; an engine that finds the tree damaged rebuilds it and calls `use` again. */
  withTree<T>(name: string, use: (tree: OrderedPages) => T): T;
  /** Of up to `limit` lines from sequence `from` on those with these words; what cannot be read any more is left out. */
  logLines(log: string, from: number, limit: number, words?: string): readonly LogLine[];
}

const pageLimit = 1000;
const problemsKept = 100;

export abstract class StoreBase implements DocumentStore {
  private readonly found: StoreProblem[] = [];
  private readonly listeners = new Set<StoreProblem[]>();

  protected constructor(
    protected readonly schema: StoreSchema,
    private readonly onProblem: (problem: StoreProblem) => void,
  ) {}

  protected abstract readonly data: EngineData;
  /** Throws StoreUnavailable when nothing can be read any more. */
  protected abstract assertOpen(): void;
  /** Index entries that lead nowhere, found by a reader: takes them out. */
  protected abstract heal(changes: readonly IndexChange[]): void;
  abstract transaction(operations: readonly Operation[]): Promise<readonly number[]>;
  abstract health(): StoreHealth;
  abstract verify(): Promise<readonly StoreProblem[]>;
  abstract logHead(log: string): LogTail | undefined;
  abstract close(): Promise<void>;

  async get(collection: string, id: string): Promise<Stored | undefined> {
    this.assertOpen();
    declaredCollection(this.schema, collection);
    return this.read(collection, checkedId(id));
  }

  private read(collection: string, id: string): Stored | undefined {
    const stored = this.data.document(collection, id);
    return stored && { id, value: JSON.parse(stored.text), version: stored.version };
  }

  async put(collection: string, id: string, value: unknown, expectedVersion: ExpectedVersion): Promise<number> {
    const [version = 0] = await this.transaction([{ kind: 'put', collection, id, value, expectedVersion }]);
    return version;
  }

  async remove(collection: string, id: string, expectedVersion: number | 'any' = 'any'): Promise<void> {
    await this.transaction([{ kind: 'remove', collection, id, expectedVersion }]);
  }

  async append(log: string, entry: unknown): Promise<number> {
    const [sequence = 0] = await this.transaction([{ kind: 'append', log, entry }]);
    return sequence;
  }

  async query(collection: string, index: string, key: IndexKey, page: PageRequest = {}): Promise<Page<Stored>> {
    this.assertOpen();
    declaredIndex(declaredCollection(this.schema, collection).indexes, collection, index);
    return this.walk(indexTree(collection, index), entryRange(key), page, (entry) => {
      const stored = this.read(collection, idOfEntry(entry));
      return stored && keysOf(stored.value, index).includes(keyOfEntry(entry)) ? stored : undefined;
    });
  }

  async list(collection: string, page: PageRequest = {}): Promise<Page<Stored>> {
    this.assertOpen();
    declaredCollection(this.schema, collection);
    const everything = { start: '', within: () => true };
    return this.walk(idTree(collection), everything, page, (id) => this.read(collection, id));
  }

  async queryLog(log: string, index: string, key: IndexKey, page: PageRequest = {}): Promise<Page<LogEntry>> {
    this.assertOpen();
    declaredIndex(declaredLog(this.schema, log).indexes, `log ${log}`, index);
    return this.walk(logTree(log, index), entryRange(key), page, (entry) => {
      const sequence = Number(idOfEntry(entry));
      const [line] = this.data.logLines(log, sequence, 1);
      if (line?.sequence !== sequence) return undefined;
      const found = logEntry(line);
      // An entry about somebody else is never given out, whatever the index says.
      if (keysOf(found.entry, index).includes(keyOfEntry(entry))) return found;
      const detail = `entry ${sequence} is not about what the index says`;
      this.report({ kind: 'damagedIndex', where: logTree(log, index), detail, quarantinedTo: null });
      return undefined;
    });
  }

  async readLog(log: string, { from, limit, words }: LogRange): Promise<readonly LogEntry[]> {
    this.assertOpen();
    declaredLog(this.schema, log);
    return this.data.logLines(log, Math.max(1, from), Math.min(limit, pageLimit), words).map(logEntry);
  }

  async lastSequence(log: string): Promise<number> {
    this.assertOpen();
    declaredLog(this.schema, log);
    return this.data.logTail(log).sequence;
  }

  private walk<T>(
    treeName: string,
    range: { start: string; within(entry: string): boolean },
    page: PageRequest,
    load: (entry: string) => T | undefined,
  ): Page<T> {
    const start = page.after === undefined ? range.start : afterCursor(page.after);
    const limit = Math.max(1, Math.min(page.limit ?? 100, pageLimit));
    const first = [start, range.start].sort().at(-1) ?? '';
    const found = this.data.withTree(treeName, (tree) => collect(tree.from(first), range.within, limit, load));
    if (found.dead.length > 0) this.heal(found.dead.map((entry) => ({ tree: treeName, entry, present: false })));
    return { items: found.items, next: found.next };
  }

  /** Everything that is reported while `work` goes on. */
  protected async reportedDuring(work: () => Promise<void>): Promise<readonly StoreProblem[]> {
    const heard: StoreProblem[] = [];
    this.listeners.add(heard);
    try {
      await work();
      return heard;
    } finally {
      this.listeners.delete(heard);
    }
  }

  report(problem: StoreProblem): void {
    for (const heard of this.listeners) heard.push(problem);
    this.found.push(problem);
    if (this.found.length > problemsKept) this.found.shift();
    this.onProblem(problem);
  }

  problems(): readonly StoreProblem[] {
    return [...this.found];
  }
}

/** Takes up to `limit` items; `dead` are entries that lead nowhere. */
function collect<T>(
  entries: Iterable<string>,
  within: (entry: string) => boolean,
  limit: number,
  load: (entry: string) => T | undefined,
): { items: readonly T[]; dead: readonly string[]; next: string | null } {
  const items: T[] = [];
  const dead: string[] = [];
  let last = '';
  for (const entry of entries) {
    if (!within(entry)) break;
    if (items.length === limit) return { items, dead, next: cursorOf(last) };
    const item = load(entry);
    if (item === undefined) {
      dead.push(entry);
      continue;
    }
    items.push(item);
    last = entry;
  }
  return { items, dead, next: null };
}

const logEntry = (line: LogLine): LogEntry => ({
  sequence: line.sequence,
  entry: JSON.parse(line.text),
  hash: line.hash,
});
