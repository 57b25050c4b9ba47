// The committed data of the lowdb engine: unwritten changes, then a bounded cache, then files. Knows nothing of journals.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { StoreSchema } from '../collections';
import type { StoreProblem } from '../documentStore';
import { chainStart } from '../hashChain';
import { idTree } from '../indexEntries';
import { type IndexPage, OrderedPages } from '../orderedPages';
import { holdsWords, stretchOf } from '../pickLines';
import type { EngineData } from '../storeBase';
import type { DocumentChange, IndexChange, LogLine, LogTail, StoredText, TransactionPlan } from '../transactionPlan';
import { DirtyState } from './dirtyState';
import { folders } from './disk/layout';
import type { Marks } from './disk/marks';
import { quarantine } from './disk/quarantine';
import { documentsLeft, entriesFor, type TreePlace, treesOf } from './indexRebuild';
import { LogFiles } from './logFiles';
import { DamagedIndex, type Layers, TreePages } from './treePages';

interface Tree {
  readonly place: TreePlace;
  readonly pages: TreePages;
  readonly entries: OrderedPages;
}

/** Characters of a page, roughly. */
const weightOf = (page: IndexPage): number =>
  'children' in page
    ? page.separators.join('').length + page.children.length * 8 + 1
    : page.entries.join('').length + (page.documents ?? []).reduce((sum, { text }) => sum + text.length, 1);

export class DiskData implements EngineData {
  readonly layers: Layers = { active: new DirtyState(), frozen: null };
  readonly logs: ReadonlyMap<string, LogFiles>;
  readonly trees = new Map<string, Tree>();
  /** Trees that a crash left between two checkpoints: their heads may be newer than the marks. */
  readonly torn = new Set<string>();
  private readonly tails = new Map<string, LogTail>();

  constructor(
    private readonly root: string,
    schema: StoreSchema,
    private readonly report: (problem: StoreProblem) => void,
    readonly marks: Marks,
    cacheSize: number,
  ) {
    const { layers, torn } = this;
    const maxSize = Math.max(1, cacheSize);
    const cache = new LRUCache<string, IndexPage>({
      maxSize,
      maxEntrySize: Math.ceil(maxSize / 8),
      sizeCalculation: weightOf,
    });
    const noted = (log: string) => (marks.isKnown ? marks.data.logs[log] : undefined);
    this.logs = new Map(Object.keys(schema.logs).map((log) => [log, new LogFiles(root, log, report, noted(log))]));
    for (const place of treesOf(schema)) {
      const pages = new TreePages({ root, layers, torn, cache, marks, report }, place.name);
      this.trees.set(place.name, { place, pages, entries: new OrderedPages(pages) });
    }
  }

  document(collection: string, id: string): StoredText | undefined {
    return this.withTree(idTree(collection), (tree) => tree.find(id));
  }

  withTree<T>(name: string, use: (tree: OrderedPages) => T): T {
    const tree = this.trees.get(name);
    if (!tree) throw new DamagedIndex(name);
    try {
      return use(tree.entries);
    } catch (error) {
      if (!(error instanceof DamagedIndex) || error.message !== name) throw error;
      this.rebuild(tree);
      return use(tree.entries);
    }
  }

  private rebuild(tree: Tree): void {
    if (tree.place.kind === 'documents') this.gather(tree);
    else {
      const { name } = tree.place;
      const quarantinedTo = quarantine(this.root, `${folders.pages(this.root)}/${name}`);
      this.report({ kind: 'damagedIndex', where: name, detail: 'built again from the documents', quarantinedTo });
      this.fill(tree);
    }
  }

  /** Sets a collection's tree up again from the pages that are left; their files stay until the next checkpoint. */
  private gather({ place: { name }, pages, entries }: Tree): void {
    const left = documentsLeft(this.root, pages, this.layers, this.report);
    const detail = `gathered again: ${left.documents.size} documents are left`;
    this.report({ kind: 'damagedIndex', where: name, detail, quarantinedTo: null });
    pages.beginAgain(Math.max(0, ...left.numbers), left.numbers);
    for (const [id, stored] of left.documents) entries.add(id, stored);
  }

  private fill({ place, pages, entries }: Tree): void {
    pages.beginAgain(0, []);
    if (place.kind === 'documents') return;
    for (const entry of entriesFor(place, this)) entries.add(entry);
  }

  /** Every document of a collection, in the order of their ids. */
  documentsOf(collection: string): readonly (readonly [string, StoredText])[] {
    return this.withTree(idTree(collection), (tree) => [...tree.documentsFrom('')]);
  }

  /** Builds trees that have no pages although there is something to find: newly declared ones, or lost folders. */
  buildMissingIndexes(): void {
    for (const tree of this.trees.values())
      if (!this.withTree(tree.place.name, () => tree.pages.head())) this.fill(tree);
  }

  /** Builds every index from the documents and logs, whatever it holds. */
  fillIndexes(): void {
    for (const tree of this.trees.values()) if (tree.place.kind !== 'documents') this.fill(tree);
  }

  /** An index that is not declared is not kept up, and must not be believed if it is declared again. */
  dropUndeclaredIndexes(): void {
    const { heads, pages } = this.layers.active;
    const changed = [...heads.keys(), ...[...pages.values()].map((change) => change.tree)];
    const inFiles = existsSync(folders.pages(this.root)) ? readdirSync(folders.pages(this.root)) : [];
    for (const name of new Set([...inFiles, ...changed])) {
      // A name without a dot is a collection: its documents stay, whether this version knows them or not.
      if (this.trees.has(name) || !name.includes('.')) continue;
      rmSync(join(folders.pages(this.root), name), { recursive: true, force: true });
      this.layers.active.forgetTree(name);
    }
  }

  logTail(log: string): LogTail {
    const known = this.tails.get(log);
    if (known) return known;
    const sequence = this.logs.get(log)?.lastSequence ?? 0;
    const [line] = sequence > 0 ? this.logLines(log, sequence, 1) : [];
    const noted = this.marks.data.logs[log];
    // A chain whose end was lost goes on from where it was noted to end, so that the gap shows.
    const hash = line?.hash ?? (noted?.sequence === sequence ? noted.hash : chainStart);
    const tail = { sequence, hash };
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

  apply(plan: Pick<TransactionPlan, 'documents' | 'lines' | 'indexChanges'>): void {
    this.applyDocuments(plan.documents);
    this.applyLines(plan.lines);
    this.applyIndexChanges(plan.indexChanges);
  }

  applyDocuments(changes: readonly DocumentChange[]): void {
    for (const { collection, id, stored } of changes) {
      // A collection that is no longer declared is left as it is.
      if (!this.trees.has(idTree(collection))) continue;
      this.withTree(idTree(collection), (tree) => (stored ? tree.add(id, stored) : tree.remove(id)));
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
