// An ordered set of texts in small pages (a B+ tree), so that an index of any size is read and changed a page at a time.
import { z } from 'zod';

export const indexPageSchema = z.union([
  z.object({ entries: z.array(z.string()) }),
  /** Child i holds what is below separators[i]; the last child holds the rest. */
  z.object({ separators: z.array(z.string()), children: z.array(z.number().int().positive()).min(1) }),
]);
type Leaf = { readonly entries: readonly string[] };
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

const maxEntries = 100;

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

  /** Adds an entry; adding it again changes nothing. */
  add(entry: string): void {
    const { root } = this.head();
    const split = this.addBelow(root, entry);
    if (!split) return;
    const number = this.newPage({ separators: [split.separator], children: [root, split.right] });
    this.pages.setHead({ ...this.head(), root: number });
  }

  private addBelow(number: number, entry: string): Split | null {
    const page = this.pages.read(number);
    if ('entries' in page) return this.addToLeaf(number, page, entry);
    const at = position(page.separators, entry, true);
    const split = this.addBelow(childAt(page, at), entry);
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

  private addToLeaf(number: number, page: Leaf, entry: string): Split | null {
    const at = position(page.entries, entry, false);
    if (page.entries[at] === entry) return null;
    const entries = page.entries.toSpliced(at, 0, entry);
    if (entries.length <= maxEntries) {
      this.pages.write(number, { entries });
      return null;
    }
    // Rising ids fill their pages to the brim; anything else is halved.
    const cut = at === entries.length - 1 ? at : entries.length >>> 1;
    const right = this.newPage({ entries: entries.slice(cut) });
    this.pages.write(number, { entries: entries.slice(0, cut) });
    return { separator: entries[cut] ?? '', right };
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
      this.pages.write(number, { entries: page.entries.toSpliced(at, 1) });
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

  /** Entries from `from` (inclusive) on, in order. Take what is needed at once: the pages may change afterwards. */
  *from(from: string): Generator<string> {
    if (this.pages.head()) yield* this.below(this.head().root, from);
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
