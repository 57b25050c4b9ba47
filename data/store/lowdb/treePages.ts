// The pages of one tree on disk, with those that changed since the last checkpoint on top.
import { readFileSync } from 'node:fs';
import type { LRUCache } from 'lru-cache';
import { type StoreProblem, StoreUnavailable } from '../documentStore';
import type { IndexPage, PageSource, TreeHead } from '../orderedPages';
import { type DirtyState, pageKey } from './dirtyState';
import { checksum } from './disk/checkedLines';
import { errorCode } from './disk/durableFile';
import { type HeadFile, headCodec, headPath, pagePath } from './disk/layout';
import type { Marks } from './disk/marks';
import { decodePage, type ReadPage } from './disk/pageFile';
import { quarantineCopy } from './disk/quarantine';

/** A page or the head is missing, unreadable or not the latest: the tree must be built again. */
export class DamagedIndex extends Error {
  override readonly name = 'DamagedIndex';
}

/** What changed since the last finished checkpoint: newest first. */
export interface Layers {
  active: DirtyState;
  frozen: DirtyState | null;
}

export interface TreeParts {
  readonly root: string;
  readonly layers: Layers;
  /** Trees whose head on disk may be older or newer than the marks, because of a crash. */
  readonly torn: ReadonlySet<string>;
  readonly cache: LRUCache<string, IndexPage>;
  readonly marks: Marks;
  report(problem: StoreProblem): void;
}

const noHead: HeadFile = { at: 0, root: 1, nextNumber: 2, stamps: [] };

/** The text of a file, or null when there is none; an error that says nothing about the file is StoreUnavailable. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null;
    // Too many open files, say: the page may be perfectly well.
    throw new StoreUnavailable(`cannot read from disk (${code})`, { cause: error });
  }
}

export class TreePages implements PageSource {
  private headKnown: TreeHead | undefined;
  private file: HeadFile | null = null;
  /** Of the head on disk, as the marks note it. */
  private sum: string | undefined;

  constructor(
    private readonly parts: TreeParts,
    readonly name: string,
  ) {}

  head(): TreeHead | undefined {
    if (this.headKnown) return this.headKnown;
    const { active, frozen } = this.parts.layers;
    const changed = active.heads.get(this.name) ?? frozen?.heads.get(this.name);
    const file = this.headFile();
    this.headKnown = changed ?? (file === noHead ? undefined : { root: file.root, nextNumber: file.nextNumber });
    return this.headKnown;
  }

  /** The head as the last checkpoint wrote it. */
  private headFile(): HeadFile {
    if (this.file) return this.file;
    const isTorn = this.parts.torn.has(this.name);
    const { root, marks } = this.parts;
    const mark = marks.isKnown ? marks.data.trees[this.name] : undefined;
    const text = textOf(headPath(root, this.name));
    if (text === null && (mark === undefined || isTorn)) return this.keep(noHead);
    const file = this.decoded(text ?? '');
    this.sum = checksum(text ?? '');
    if (isTorn || !marks.isKnown || mark === this.sum) return this.keep(file);
    if (file.at <= marks.data.at) throw new DamagedIndex(this.name);
    marks.disown();
    const detail = 'the marks are an old copy';
    this.parts.report({ kind: 'damagedMarks', where: 'marks', detail, quarantinedTo: null });
    return this.keep(file);
  }

  private decoded(text: string): HeadFile {
    try {
      return headCodec.decode(text);
    } catch (error) {
      throw new DamagedIndex(this.name, { cause: error });
    }
  }

  private keep(file: HeadFile): HeadFile {
    this.file = file;
    return file;
  }

  /** The head on disk, for the checkpoint that writes the next one; null where it is lost. */
  get lastWritten(): HeadFile | null {
    return this.file;
  }

  /** A checkpoint has written this head and its pages. */
  written(file: HeadFile, text: string): void {
    this.file = file;
    this.sum = checksum(text);
  }

  /** What the marks are to note of a head that a checkpoint leaves as it is; undefined where there is none. */
  get headSum(): string | undefined {
    try {
      this.headFile();
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error;
    }
    return this.sum;
  }

  setHead(head: TreeHead): void {
    this.headKnown = head;
    this.parts.layers.active.heads.set(this.name, head);
  }

  read(number: number): IndexPage {
    const key = pageKey(this.name, number);
    const { active, frozen } = this.parts.layers;
    const changed = active.pages.get(key) ?? frozen?.pages.get(key);
    const page = changed ? changed.page : (this.parts.cache.get(key) ?? this.pageOnDisk(number));
    if (!page) throw new DamagedIndex(this.name);
    return page;
  }

  private pageOnDisk(number: number): IndexPage | null {
    const found = this.check(number);
    if (found.kind === 'unusable') return null;
    if (found.kind === 'part') {
      this.reportPart(number, found.lost);
      this.write(number, found.page);
    } else this.parts.cache.set(pageKey(this.name, number), found.page);
    return found.page;
  }

  /** What is on disk of a page, compared with its stamp in the head. */
  check(number: number): ReadPage {
    const stamp = this.headFile().stamps[number] ?? '';
    return this.checkFile(number, stamp);
  }

  /** With null for a stamp any page that is whole in itself is believed. */
  checkFile(number: number, stamp: string | null): ReadPage {
    const text = textOf(pagePath(this.parts.root, this.name, number));
    if (text === null) return { kind: 'unusable' };
    try {
      return decodePage(text, stamp);
    } catch {
      return { kind: 'unusable' };
    }
  }

  reportPart(number: number, lost: number): void {
    const { root, report } = this.parts;
    const quarantinedTo = quarantineCopy(root, pagePath(root, this.name, number));
    const detail = `page ${number} is damaged: ${lost} documents are lost`;
    report({ kind: 'damagedDocument', where: this.name, detail, quarantinedTo });
  }

  isChanged(number: number): boolean {
    const { active, frozen } = this.parts.layers;
    const key = pageKey(this.name, number);
    return active.pages.has(key) || (frozen?.pages.has(key) ?? false);
  }

  write(number: number, page: IndexPage): void {
    this.change(number, page);
    this.parts.cache.set(pageKey(this.name, number), page);
  }

  remove(number: number): void {
    this.change(number, null);
    this.parts.cache.delete(pageKey(this.name, number));
  }

  private change(number: number, page: IndexPage | null): void {
    this.parts.layers.active.pages.set(pageKey(this.name, number), { tree: this.name, number, page });
  }

  /** Begins an empty tree whose pages have numbers that no file has: until a checkpoint the old files stay as they are. */
  beginAgain(after: number, old: readonly number[]): void {
    const { layers, cache } = this.parts;
    this.file = after === 0 ? noHead : (this.file ?? noHead);
    layers.active.forgetTree(this.name);
    for (const key of [...cache.keys()]) if (key.startsWith(`${this.name}/`)) cache.delete(key);
    for (const number of old) this.remove(number);
    this.write(after + 1, { entries: [] });
    this.setHead({ root: after + 1, nextNumber: after + 2 });
  }
}
