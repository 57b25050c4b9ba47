// An ordered set of texts in small pages (a B+ tree), so that an index of any size is read and changed a page at a time.
// A tree of a collection holds the documents themselves in its leaves, in the order of their ids.
import { z } from 'zod';
import type { StoredText } from './transactionPlan';

export const indexPageSchema = z.union([
  z.object({ entries: z.array(z.string()) }),
  /** Child i holds what is below separators[i]; the last child holds the rest. */
  z.object({ separators: z.array(z.string()), children: z.array(z.number().int().positive()).min(1) }),
]);
/** Document i belongs to entry i; an index has none. */
type Leaf = { readonly entries: readonly string[]; readonly documents?: readonly StoredText[] | undefined };
type Branch = { readonly separators: readonly string[]; readonly children: readonly number[] };
/** Pages are never changed in place: a snapshot of them stays true while it is written to disk. */
export type IndexPage = Leaf | Branch;

/** The root's number and the next number that is free; page numbers start at 1. */
export interface TreeHead {
  readonly root: number;
  readonly nextNumber: number;
}

/** Where the pages of one tree live. Reading is synchronous, so that a whole change is one step for everyone else. */
export interface PageSource {
  head(): TreeHead | undefined;
  setHead(head: TreeHead): void;
  read(number: number): IndexPage;
  write(number: number, page: IndexPage): void;
  remove(number: number): void;
}

const maxEntries = 200;
/** Characters of a page beyond which it is split, unless a single document fills it. */
const maxWeight = 16_384;

const weightOf = ({ entries, documents }: Leaf, at: number): number =>
  (entries[at] ?? '').length + (documents?.[at]?.text.length ?? 0) + 20;

/** Where a page that is too full is cut; 0 for one that is not. */
function cutOf(leaf: Leaf, added: number): number {
  const count = leaf.entries.length;
  let weight = 0;
  for (let at = 0; at < count; at++) weight += weightOf(leaf, at);
  if (count < 2 || (count <= maxEntries && weight <= maxWeight)) return 0;
  // Rising ids fill their pages to the brim; anything else is halved.
  if (added === count - 1) return added;
  let half = 0;
  for (let at = 0; at < count - 1; at++) {
    half += weightOf(leaf, at);
    if (half * 2 >= weight) return at + 1;
  }
  return count - 1;
}

const part = ({ entries, documents }: Leaf, from: number, before?: number): Leaf => ({
  entries: entries.slice(from, before),
  ...(documents && { documents: documents.slice(from, before) }),
});

/** Index of the first element that is not below `wanted` (or above it, with `after`). */
function position(sortedTexts: readonly string[], wanted: string, after: boolean): number {
  let low = 0;
  let high = sortedTexts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const here = sortedTexts[middle] ?? '';
    if (here < wanted || (after && here === wanted)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const childAt = (branch: Branch, index: number): number => {
  const child = branch.children[index];
  if (child === undefined) throw new Error('index page without the child it promises');
  return child;
};

interface Split {
  readonly separator: string;
  readonly right: number;
}

export class OrderedPages {
  constructor(private readonly pages: PageSource) {}

  private head(): TreeHead {
    const known = this.pages.head();
    if (known) return known;
    const head = { root: 1, nextNumber: 2 };
    this.pages.write(1, { entries: [] });
    this.pages.setHead(head);
    return head;
  }

  /** Gives an empty tree its first page, so that it is not taken for one that was never built. */
  begin(): void {
    this.head();
  }

  private newPage(page: IndexPage): number {
    const head = this.head();
    this.pages.setHead({ ...head, nextNumber: head.nextNumber + 1 });
    this.pages.write(head.nextNumber, page);
    return head.nextNumber;
  }

  /** Adds an entry, with its document in a tree that holds documents; adding it again replaces the document. */
  add(entry: string, document?: StoredText): void {
    const { root } = this.head();
    const split = this.addBelow(root, entry, document);
    if (!split) return;
    const number = this.newPage({ separators: [split.separator], children: [root, split.right] });
    this.pages.setHead({ ...this.head(), root: number });
  }

  private addBelow(number: number, entry: string, document?: StoredText): Split | null {
    const page = this.pages.read(number);
    if ('entries' in page) return this.addToLeaf(number, page, entry, document);
    const at = position(page.separators, entry, true);
    const split = this.addBelow(childAt(page, at), entry, document);
    if (!split) return null;
    const grown = {
      separators: page.separators.toSpliced(at, 0, split.separator),
      children: page.children.toSpliced(at + 1, 0, split.right),
    };
    if (grown.children.length <= maxEntries) {
      this.pages.write(number, grown);
      return null;
    }
    const middle = grown.separators.length >>> 1;
    const right = this.newPage({
      separators: grown.separators.slice(middle + 1),
      children: grown.children.slice(middle + 1),
    });
    this.pages.write(number, {
      separators: grown.separators.slice(0, middle),
      children: grown.children.slice(0, middle + 1),
    });
    return { separator: grown.separators[middle] ?? '', right };
  }

  private addToLeaf(number: number, page: Leaf, entry: string, document?: StoredText): Split | null {
    const at = position(page.entries, entry, false);
    const isKnown = page.entries[at] === entry;
    if (isKnown && !document) return null;
    const grown: Leaf = {
      entries: isKnown ? page.entries : page.entries.toSpliced(at, 0, entry),
      ...(document && { documents: (page.documents ?? []).toSpliced(at, isKnown ? 1 : 0, document) }),
    };
    const cut = cutOf(grown, isKnown ? -1 : at);
    if (cut === 0) {
      this.pages.write(number, grown);
      return null;
    }
    const right = this.newPage(part(grown, cut));
    this.pages.write(number, part(grown, 0, cut));
    return { separator: grown.entries[cut] ?? '', right };
  }

  /** Takes an entry out; taking it out again changes nothing. Emptied pages go with it. */
  remove(entry: string): void {
    const { root } = this.head();
    if (this.removeBelow(root, entry) === 'emptied') this.pages.write(root, { entries: [] });
    // A root with a single child is one step too many.
    for (let page = this.pages.read(this.head().root); 'children' in page && page.children.length === 1; ) {
      const only = childAt(page, 0);
      this.pages.remove(this.head().root);
      this.pages.setHead({ ...this.head(), root: only });
      page = this.pages.read(only);
    }
  }

  private removeBelow(number: number, entry: string): 'emptied' | 'done' {
    const page = this.pages.read(number);
    if ('entries' in page) {
      const at = position(page.entries, entry, false);
      if (page.entries[at] !== entry) return 'done';
      if (page.entries.length === 1) return 'emptied';
      const { entries, documents } = page;
      this.pages.write(number, {
        entries: entries.toSpliced(at, 1),
        ...(documents && { documents: documents.toSpliced(at, 1) }),
      });
      return 'done';
    }
    const at = position(page.separators, entry, true);
    const child = childAt(page, at);
    if (this.removeBelow(child, entry) === 'done') return 'done';
    this.pages.remove(child);
    if (page.children.length === 1) return 'emptied';
    this.pages.write(number, {
      separators: page.separators.toSpliced(Math.max(0, at - 1), 1),
      children: page.children.toSpliced(at, 1),
    });
    return 'done';
  }

  /** The document of an entry. */
  find(entry: string): StoredText | undefined {
    const head = this.pages.head();
    if (!head) return undefined;
    let page = this.pages.read(head.root);
    while ('children' in page) page = this.pages.read(childAt(page, position(page.separators, entry, true)));
    const at = position(page.entries, entry, false);
    return page.entries[at] === entry ? page.documents?.[at] : undefined;
  }

  /** Entries from `from` (inclusive) on, in order. Take what is needed at once: the pages may change afterwards. */
  *from(from: string): Generator<string> {
    if (this.pages.head()) yield* this.below(this.head().root, from);
  }

  /** Entries with their documents. */
  *documentsFrom(from: string): Generator<readonly [string, StoredText]> {
    for (const entry of this.from(from)) {
      const document = this.find(entry);
      if (document) yield [entry, document];
    }
  }

  private *below(number: number, from: string): Generator<string> {
    const page = this.pages.read(number);
    if ('entries' in page) {
      for (let at = position(page.entries, from, false); at < page.entries.length; at++) yield page.entries[at] ?? '';
      return;
    }
    for (let at = position(page.separators, from, true); at < page.children.length; at++)
      yield* this.below(childAt(page, at), from);
  }
}
