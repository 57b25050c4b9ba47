// What is durable in the journal but not yet in files of its own. Reads look here first; a checkpoint empties it.
import type { IndexPage, TreeHead } from '../orderedPages';
import type { LogLine } from '../transactionPlan';

export interface PageChange {
  readonly tree: string;
  readonly number: number;
  /** Null when the page is removed. */
  readonly page: IndexPage | null;
}

export const pageKey = (tree: string, number: number): string => `${tree}/${number}`;

export class DirtyState {
  readonly pages = new Map<string, PageChange>();
  readonly heads = new Map<string, TreeHead>();
  readonly lines = new Map<string, LogLine[]>();

  get isEmpty(): boolean {
    return this.pages.size + this.heads.size + this.lines.size === 0;
  }

  addLine(line: LogLine): void {
    const lines = this.lines.get(line.log);
    if (lines) lines.push(line);
    else this.lines.set(line.log, [line]);
  }

  /** Puts later changes on top of these. */
  takeOver(later: DirtyState): void {
    for (const [key, change] of later.pages) this.pages.set(key, change);
    for (const [tree, head] of later.heads) this.heads.set(tree, head);
    for (const lines of later.lines.values()) for (const line of lines) this.addLine(line);
  }

  clear(): void {
    for (const kept of [this.pages, this.heads, this.lines]) kept.clear();
  }

  forgetTree(tree: string): void {
    for (const [key, change] of this.pages) if (change.tree === tree) this.pages.delete(key);
    this.heads.delete(tree);
  }
}
