// One small file that notes, apart from everything else, what the last checkpoint left: the head of each tree, the end of
// each log, and the first journal that must still be there. Whatever was put in its place or cut off later shows.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { StoreProblem } from '../../documentStore';
import { checkedLine, readCheckedLines } from './checkedLines';
import { syncFolder, writeDurable } from './durableFile';
import { folders, marksPath } from './layout';
import { quarantineCopy } from './quarantine';

const marksSchema = z.object({
  format: z.literal(2),
  /** Number of the checkpoint that wrote it; journals up to it are done with. */
  at: z.number().int().nonnegative(),
  trees: z.record(z.string(), z.string()),
  logs: z.record(z.string(), z.object({ sequence: z.number().int().nonnegative(), hash: z.string() })),
});
export type MarkData = z.infer<typeof marksSchema>;

const codec = {
  encode: (data: MarkData) => checkedLine(JSON.stringify(data)),
  decode: (text: string): MarkData => marksSchema.parse(JSON.parse(readCheckedLines(text).texts[0] ?? '')),
};

export class Marks {
  private constructor(
    private readonly root: string,
    private kept: MarkData,
    /** False where the file is lost: then nothing can be compared with it. */
    private known: boolean,
  ) {}

  /** Reads the marks of a folder; a folder that has data but no readable marks is reported. */
  static open(root: string, report: (problem: StoreProblem) => void): Marks {
    const empty: MarkData = { format: 2, at: 0, trees: {}, logs: {} };
    const path = marksPath(root);
    if (!existsSync(path)) {
      const hasData = [folders.pages(root), folders.logs(root)].some((folder) => readdirSync(folder).length > 0);
      if (hasData) report({ ...lost, detail: 'the marks are missing', quarantinedTo: null });
      return new Marks(root, empty, !hasData);
    }
    const text = readFileSync(path, 'utf8');
    try {
      return new Marks(root, codec.decode(text), true);
    } catch {
      report({ ...lost, detail: 'the marks cannot be read', quarantinedTo: quarantineCopy(root, path) });
      return new Marks(root, empty, false);
    }
  }

  get data(): MarkData {
    return this.kept;
  }

  get isKnown(): boolean {
    return this.known;
  }

  /** A file that is newer than the marks shows that these are an old copy: nothing is compared with them any more. */
  disown(): void {
    this.known = false;
  }

  /** Gives a new folder its marks before it has anything else, so that their loss shows from the start. */
  async begin(): Promise<void> {
    if (this.known && !existsSync(marksPath(this.root))) await this.write(this.kept);
  }

  async write(data: MarkData): Promise<void> {
    await writeDurable(marksPath(this.root), codec, data);
    await syncFolder(this.root);
    this.kept = data;
    this.known = true;
  }
}

const lost = { kind: 'damagedMarks', where: 'marks' } as const;
