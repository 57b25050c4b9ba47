// Moves what the journal holds into files of their own. First all index pages go into one checked file: from then on the
// move can be repeated after any crash, so a half-moved index is never seen.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { indexPageSchema } from '../orderedPages';
import { DirtyState, pageKey } from './dirtyState';
import { checkedLine, readCheckedLines } from './disk/checkedLines';
import { removeFile, syncFolder, writeDurable } from './disk/durableFile';
import {
  checkpointPath,
  documentCodec,
  documentPath,
  folders,
  headCodec,
  headPath,
  journalPath,
  pageCodec,
  pagePath,
  treeHeadSchema,
} from './disk/layout';
import { journalNumbers } from './journal';
import type { LogFiles } from './logFiles';

const imageSchema = z.union([
  z.object({ tree: z.string(), number: z.number().int(), page: indexPageSchema.nullable() }),
  z.object({ tree: z.string(), head: treeHeadSchema }),
  z.object({ end: z.literal(true) }),
]);

const parallelWrites = 8;

/** Writes the index pages of everything up to journal `number` into one durable file. */
async function writeImages(root: string, number: number, state: DirtyState): Promise<void> {
  const file = await open(checkpointPath(root, number), 'w', 0o600);
  try {
    let part: string[] = [];
    const flush = async () => {
      await file.writeFile(part.join(''));
      part = [];
    };
    for (const change of state.pages.values()) {
      part.push(checkedLine(JSON.stringify(change)));
      if (part.length >= 200) await flush();
    }
    for (const [tree, head] of state.heads) part.push(checkedLine(JSON.stringify({ tree, head })));
    part.push(checkedLine(JSON.stringify({ end: true })));
    await flush();
    await file.datasync();
  } finally {
    await file.close();
  }
  await syncFolder(folders.journal(root));
}

/** The index pages of a checkpoint that was complete when the process ended, or null. */
export function readImages(root: string, number: number): DirtyState | null {
  const { texts, damaged } = readCheckedLines(readFileSync(checkpointPath(root, number), 'utf8'));
  const state = new DirtyState();
  let complete = false;
  for (const text of texts) {
    const image = imageSchema.parse(JSON.parse(text));
    if ('end' in image) complete = true;
    else if ('head' in image) state.heads.set(image.tree, image.head);
    else state.pages.set(pageKey(image.tree, image.number), image);
  }
  return complete && damaged === 0 ? state : null;
}

export class CheckpointStopped extends Error {
  override readonly name = 'CheckpointStopped';
}

export class Checkpointer {
  private readonly knownFolders = new Set<string>();
  private stopping = false;

  constructor(
    private readonly root: string,
    private readonly logs: ReadonlyMap<string, LogFiles>,
  ) {}

  /** After this, the journals up to `number` and everything in `state` are in their files, and those journals are gone. */
  async run(number: number, state: DirtyState): Promise<void> {
    await writeImages(this.root, number, state);
    const touched = new Set<string>();
    const jobs = [...this.documentJobs(state, touched), ...this.pageJobs(state, touched)];
    await this.inParallel(jobs);
    for (const [log, lines] of state.lines) {
      await this.logs.get(log)?.append(lines);
      touched.add(folders.logs(this.root)).add(`${folders.logs(this.root)}/${log}`);
    }
    await this.inParallel([...touched].map((folder) => () => syncFolder(folder)));
    await this.forgetJournals(number);
  }

  /** Gives up between two files, as a crash might: the journal still has everything. */
  stop(): void {
    this.stopping = true;
  }

  private async inParallel(jobs: readonly (() => Promise<void>)[]): Promise<void> {
    let next = 0;
    const worker = async () => {
      for (let job = jobs[next++]; job; job = jobs[next++]) {
        if (this.stopping) throw new CheckpointStopped();
        await job();
      }
    };
    // Every worker has come to rest before this one is over, also when one of them fails.
    const workers = await Promise.allSettled(Array.from({ length: parallelWrites }, worker));
    for (const outcome of workers) if (outcome.status === 'rejected') throw outcome.reason;
  }

  private async makeFolder(folder: string, touched: Set<string>): Promise<void> {
    touched.add(folder);
    if (this.knownFolders.has(folder)) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    this.knownFolders.add(folder);
    for (let above = dirname(folder); above.length >= this.root.length; above = dirname(above)) touched.add(above);
  }

  private writing<T>(path: string, codec: Parameters<typeof writeDurable<T>>[1], data: T, touched: Set<string>) {
    return async () => {
      await this.makeFolder(dirname(path), touched);
      await writeDurable(path, codec, data);
    };
  }

  private removing(path: string, touched: Set<string>) {
    return async () => {
      await removeFile(path);
      if (existsSync(dirname(path))) touched.add(dirname(path));
    };
  }

  private documentJobs(state: DirtyState, touched: Set<string>) {
    return [...state.documents.values()].map(({ collection, id, stored }) => {
      const path = documentPath(this.root, collection, id);
      return stored ? this.writing(path, documentCodec(id), stored, touched) : this.removing(path, touched);
    });
  }

  private pageJobs(state: DirtyState, touched: Set<string>) {
    const pages = [...state.pages.values()].map(({ tree, number, page }) => {
      const path = pagePath(this.root, tree, number);
      return page ? this.writing(path, pageCodec, page, touched) : this.removing(path, touched);
    });
    const heads = [...state.heads].map(([tree, head]) =>
      this.writing(headPath(this.root, tree), headCodec, head, touched),
    );
    return [...pages, ...heads];
  }

  /** Images go first: alone they would be stale. Both are gone for good before the next checkpoint may begin. */
  private async forgetJournals(number: number): Promise<void> {
    for (const old of journalNumbers(this.root, '.checkpoint'))
      if (old <= number) await removeFile(checkpointPath(this.root, old));
    await syncFolder(folders.journal(this.root));
    for (const old of journalNumbers(this.root, '.log'))
      if (old <= number) await removeFile(journalPath(this.root, old));
    await syncFolder(folders.journal(this.root));
  }
}
