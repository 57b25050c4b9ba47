// The pages of one index on disk, with those that changed since the last checkpoint on top.
import { StoreUnavailable } from '../documentStore';
import type { IndexPage, PageSource, TreeHead } from '../orderedPages';
import { type DirtyState, pageKey } from './dirtyState';
import { errorCode, readDurable } from './disk/durableFile';
import { headCodec, headPath, pageCodec, pagePath } from './disk/layout';
import type { LruCache } from './lruCache';

/** A page is missing or unreadable: the index must be built again from its documents. */
export class DamagedIndex extends Error {
  override readonly name = 'DamagedIndex';
}

/** What changed since the last finished checkpoint: newest first. */
export interface Layers {
  active: DirtyState;
  frozen: DirtyState | null;
}

export class TreePages implements PageSource {
  private headKnown: TreeHead | undefined;

  constructor(
    private readonly root: string,
    private readonly tree: string,
    private readonly layers: Layers,
    private readonly cache: LruCache<IndexPage>,
  ) {}

  head(): TreeHead | undefined {
    this.headKnown ??=
      this.layers.active.heads.get(this.tree) ?? this.layers.frozen?.heads.get(this.tree) ?? this.headOnDisk();
    return this.headKnown;
  }

  private headOnDisk(): TreeHead | undefined {
    return this.undamaged(() => readDurable(headPath(this.root, this.tree), headCodec)) ?? undefined;
  }

  private undamaged<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      const code = errorCode(error);
      if (code !== undefined) throw new StoreUnavailable(`cannot read from disk (${code})`, { cause: error });
      throw new DamagedIndex(this.tree, { cause: error });
    }
  }

  setHead(head: TreeHead): void {
    this.headKnown = head;
    this.layers.active.heads.set(this.tree, head);
  }

  read(number: number): IndexPage {
    const key = pageKey(this.tree, number);
    const changed = this.layers.active.pages.get(key) ?? this.layers.frozen?.pages.get(key);
    const page = changed ? changed.page : (this.cache.get(key) ?? this.pageOnDisk(number));
    if (!page) throw new DamagedIndex(this.tree);
    return page;
  }

  private pageOnDisk(number: number): IndexPage | null {
    const page = this.undamaged(() => readDurable(pagePath(this.root, this.tree, number), pageCodec));
    if (page) this.cache.set(pageKey(this.tree, number), page, 1);
    return page;
  }

  write(number: number, page: IndexPage): void {
    this.change(number, page);
    this.cache.set(pageKey(this.tree, number), page, 1);
  }

  remove(number: number): void {
    this.change(number, null);
    this.cache.delete(pageKey(this.tree, number));
  }

  private change(number: number, page: IndexPage | null): void {
    this.layers.active.pages.set(pageKey(this.tree, number), { tree: this.tree, number, page });
  }

  /** Forgets everything about the tree, on disk excepted. */
  forget(): void {
    this.headKnown = undefined;
    this.layers.active.forgetTree(this.tree);
    this.layers.frozen?.forgetTree(this.tree);
    this.cache.deleteAll(`${this.tree}/`);
  }
}
