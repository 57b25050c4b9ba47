// A DocumentStore that keeps everything in memory: for tests of other rooms and for simulations. Same rules, no disk.
import { houseSchema, type StoreSchema } from './collections';
import { type Operation, type StoreHealth, type StoreProblem, StoreUnavailable } from './documentStore';
import { chainStart } from './hashChain';
import { idTree } from './indexEntries';
import { type IndexPage, OrderedPages, type PageSource, type TreeHead } from './orderedPages';
import { holdsWords } from './pickLines';
import { type EngineData, StoreBase } from './storeBase';
import {
  type IndexChange,
  type LogLine,
  type LogTail,
  type StoredText,
  type TransactionPlan,
  TransactionPlanner,
} from './transactionPlan';

class MemoryPages implements PageSource {
  private treeHead: TreeHead | undefined;
  private readonly pages = new Map<number, IndexPage>();
  head = () => this.treeHead;
  setHead(head: TreeHead): void {
    this.treeHead = head;
  }
  read(number: number): IndexPage {
    const page = this.pages.get(number);
    if (!page) throw new Error('index page is missing');
    return page;
  }
  write(number: number, page: IndexPage): void {
    this.pages.set(number, page);
  }
  remove(number: number): void {
    this.pages.delete(number);
  }
}

class MemoryData implements EngineData {
  private readonly trees = new Map<string, OrderedPages>();
  private readonly logs = new Map<string, LogLine[]>();

  document(collection: string, id: string): StoredText | undefined {
    return this.tree(idTree(collection)).find(id);
  }
  withTree<T>(name: string, use: (tree: OrderedPages) => T): T {
    return use(this.tree(name));
  }
  private tree(name: string): OrderedPages {
    const tree = this.trees.get(name) ?? new OrderedPages(new MemoryPages());
    this.trees.set(name, tree);
    return tree;
  }
  logTail(log: string): LogTail {
    const last = this.logs.get(log)?.at(-1);
    return last ? { sequence: last.sequence, hash: last.hash ?? chainStart } : { sequence: 0, hash: chainStart };
  }
  logLines(log: string, from: number, limit: number, words?: string): readonly LogLine[] {
    return (this.logs.get(log) ?? []).slice(from - 1, from - 1 + limit).filter(({ text }) => holdsWords(text, words));
  }
  apply(plan: TransactionPlan): void {
    for (const { collection, id, stored } of plan.documents) {
      if (stored) this.tree(idTree(collection)).add(id, stored);
      else this.tree(idTree(collection)).remove(id);
    }
    this.applyIndexChanges(plan.indexChanges);
    for (const line of plan.lines) {
      const lines = this.logs.get(line.log) ?? [];
      lines.push(line);
      this.logs.set(line.log, lines);
    }
  }
  applyIndexChanges(changes: readonly IndexChange[]): void {
    for (const { tree, entry, present } of changes) {
      if (present) this.tree(tree).add(entry);
      else this.tree(tree).remove(entry);
    }
  }
}

export class MemoryStore extends StoreBase {
  protected readonly data = new MemoryData();
  private closed = false;

  constructor(schema: StoreSchema = houseSchema) {
    super(schema, () => undefined);
  }

  protected assertOpen(): void {
    if (this.closed) throw new StoreUnavailable('the store is closed');
  }
  protected heal(changes: readonly IndexChange[]): void {
    this.data.applyIndexChanges(changes);
  }
  async transaction(operations: readonly Operation[]): Promise<readonly number[]> {
    this.assertOpen();
    const plan = new TransactionPlanner(this.schema, this.data).plan(operations);
    this.data.apply(plan);
    return plan.results;
  }
  health(): StoreHealth {
    return { kind: 'sound' };
  }
  async verify(): Promise<readonly StoreProblem[]> {
    return [];
  }
  logHead(log: string): LogTail | undefined {
    return this.data.logTail(log);
  }
  async close(): Promise<void> {
    this.closed = true;
  }
}
