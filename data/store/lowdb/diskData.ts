// The committed data of the lowdb engine: unwritten changes, then a bounded cache, then files. Knows nothing of journals.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreSchema } from '../collections';
import { type StoreProblem, StoreUnavailable } from '../documentStore';
import { chainStart } from '../hashChain';
import { type IndexPage, OrderedPages } from '../orderedPages';
import { holdsWords, stretchOf } from '../pickLines';
import type { EngineData } from '../storeBase';
import type { DocumentChange, IndexChange, LogLine, LogTail, StoredText } from '../transactionPlan';
import { DirtyState, documentKey } from './dirtyState';
import { errorCode, readDurable } from './disk/durableFile';
import { documentCodec, documentPath, folders } from './disk/layout';
import { quarantine } from './disk/quarantine';
import { entriesFor, treesOf } from './indexRebuild';
import { LogFiles } from './logFiles';
import { LruCache } from './lruCache';
import { DamagedIndex, type Layers, TreePages } from './treePages';

const cachedPages = 2000;

interface Tree {
  readonly pages: TreePages;
  readonly entries: OrderedPages;
}

export class DiskData implements EngineData {
  readonly layers: Layers = { active: new DirtyState(), frozen: null };
  readonly logs: ReadonlyMap<string, LogFiles>;
  private readonly documents: LruCache<StoredText>;
  private readonly pages = new LruCache<IndexPage>(cachedPages);
  private readonly trees = new Map<string, Tree>();
  private readonly tails = new Map<string, LogTail>();

  constructor(
    private readonly root: string,
    private readonly schema: StoreSchema,
    private readonly report: (problem: StoreProblem) => void,
    cacheBytes: number,
  ) {
    this.documents = new LruCache(cacheBytes);
    this.logs = new Map(Object.keys(schema.logs).map((log) => [log, new LogFiles(root, log, report)]));
    for (const tree of treesOf(schema)) {
      const pages = new TreePages(root, tree.name, this.layers, this.pages);
      this.trees.set(tree.name, { pages, entries: new OrderedPages(pages) });
    }
  }

  document(collection: string, id: string): StoredText | undefined {
    const key = documentKey(collection, id);
    const changed = this.layers.active.documents.get(key) ?? this.layers.frozen?.documents.get(key);
    if (changed) return changed.stored ?? undefined;
    return this.documents.get(key) ?? this.documentOnDisk(collection, id, key);
  }

  private documentOnDisk(collection: string, id: string, key: string): StoredText | undefined {
    const path = documentPath(this.root, collection, id);
    try {
      const stored = readDurable(path, documentCodec(id));
      if (stored) this.documents.set(key, stored, stored.text.length);
      return stored ?? undefined;
    } catch (error) {
      const code = errorCode(error);
      // Too many open files, say: the document may be perfectly well.
      if (code !== undefined && code !== 'EISDIR')
        throw new StoreUnavailable(`cannot read from disk (${code})`, { cause: error });
      const detail = error instanceof SyntaxError ? 'not JSON' : 'not a document of this store';
      this.report({ kind: 'damagedDocument', where: collection, detail, quarantinedTo: quarantine(this.root, path) });
      return undefined;
    }
  }

  withTree<T>(name: string, use: (tree: OrderedPages) => T): T {
    const tree = this.trees.get(name);
    if (!tree) throw new DamagedIndex(name);
    try {
      return use(tree.entries);
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error;
      this.rebuild(name, tree);
      return use(tree.entries);
    }
  }

  /** Sets an index up again from documents and log lines; the damaged pages are put aside. */
  private rebuild(name: string, tree: Tree): void {
    const quarantinedTo = quarantine(this.root, `${folders.index(this.root)}/${name}`);
    this.report({ kind: 'damagedIndex', where: name, detail: 'built again from the documents', quarantinedTo });
    this.fill(name, tree);
  }

  private fill(name: string, tree: Tree): void {
    tree.pages.forget();
    tree.entries.begin();
    for (const entry of entriesFor(name, this.schema, this.root, this)) tree.entries.add(entry);
  }

  /** Builds indexes that have no pages although there is something to find: newly declared ones, or lost folders. */
  buildMissingIndexes(): void {
    for (const [name, tree] of this.trees) if (!this.withTree(name, () => tree.pages.head())) this.fill(name, tree);
  }

  /** An index that is not declared is not kept up, and must not be believed if it is declared again. */
  dropUndeclaredIndexes(): void {
    const { heads, pages } = this.layers.active;
    const changed = [...heads.keys(), ...[...pages.values()].map((change) => change.tree)];
    for (const name of new Set([...readdirSync(folders.index(this.root)), ...changed])) {
      if (this.trees.has(name)) continue;
      rmSync(join(folders.index(this.root), name), { recursive: true, force: true });
      this.layers.active.forgetTree(name);
    }
  }

  logTail(log: string): LogTail {
    const known = this.tails.get(log);
    if (known) return known;
    const sequence = this.logs.get(log)?.lastSequence ?? 0;
    const [line] = sequence > 0 ? this.logLines(log, sequence, 1) : [];
    const tail = { sequence, hash: line?.hash ?? chainStart };
    this.tails.set(log, tail);
    return tail;
  }

  logLines(log: string, from: number, limit: number, words?: string): readonly LogLine[] {
    const inFiles = this.logs.get(log);
    const written = inFiles?.read(from, limit, words) ?? [];
    const last = inFiles?.lastSequence ?? 0;
    const pending = [this.layers.frozen, this.layers.active]
      .flatMap((layer) => stretchOf(layer?.lines.get(log) ?? [], Math.max(from, last + 1), from + limit))
      .filter(({ text }) => holdsWords(text, words));
    return pending.length === 0 ? written : [...written, ...pending];
  }

  applyDocuments(changes: readonly DocumentChange[]): void {
    for (const change of changes) {
      const key = documentKey(change.collection, change.id);
      this.layers.active.documents.set(key, change);
      if (change.stored) this.documents.set(key, change.stored, change.stored.text.length);
      else this.documents.delete(key);
    }
  }

  applyLines(lines: readonly LogLine[]): void {
    for (const line of lines) {
      if (line.sequence <= (this.logs.get(line.log)?.lastSequence ?? 0)) continue;
      this.layers.active.addLine(line);
      this.tails.set(line.log, { sequence: line.sequence, hash: line.hash ?? chainStart });
    }
  }

  applyIndexChanges(changes: readonly IndexChange[]): void {
    for (const { tree, entry, present } of changes) {
      // An index that is no longer declared needs no care.
      if (this.trees.has(tree)) this.withTree(tree, (one) => (present ? one.add(entry) : one.remove(entry)));
    }
  }
}
