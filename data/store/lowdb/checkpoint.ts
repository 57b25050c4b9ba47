// Moves what the journal holds into files of their own. First all index pages go into one checked file: from then on the
// move can be repeated after any crash, so a half-moved index is never seen.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { chainStart } from '../hashChain';
import { indexPageSchema } from '../orderedPages';
import type { LogTail } from '../transactionPlan';
import { DirtyState, type PageChange, pageKey } from './dirtyState';
import { checkedLine, checksum, readCheckedLines } from './disk/checkedLines';
import { removeFile, syncFolder, writeDurable } from './disk/durableFile';
import {
  checkpointPath,
  endPath,
  folders,
  type HeadFile,
  headCodec,
  headPath,
  journalPath,
  pagePath,
  treeHeadSchema,
} from './disk/layout';
import { encodePage } from './disk/pageFile';
import type { DiskData } from './diskData';

import { journalNumbers } from './journal';

const storedSchema = z.object({ version: z.number().int().positive(), text: z.string() });
const leafSchema = z.object({ entries: z.array(z.string()), documents: z.array(storedSchema) });
const imageSchema = z.union([
  z.object({ tree: z.string(), number: z.number().int(), page: z.union([leafSchema, indexPageSchema]).nullable() }),
  z.object({ tree: z.string(), head: treeHeadSchema }),
  z.object({ end: z.literal(true) }),
]);

const parallelWrites = 8;
/** Images that are put together for one write. */
const imagesTogether = 20;

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
      if (part.length >= imagesTogether) await flush();
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

/** What a checkpoint has written of one tree. */
interface WrittenTree {
  readonly name: string;
  readonly file: HeadFile;
  readonly text: string;
}

export class Checkpointer {
  private readonly knownFolders = new Set<string>();
  private stopping = false;

  constructor(
    private readonly root: string,
    private readonly data: DiskData,
  ) {}

  /**
   * After this, the journals up to `number` and everything in `state` are in their files, and those journals are gone. The
   * marks are the moment it counts; until then the images let a crash be repaired.
   */
  async run(number: number, state: DirtyState): Promise<void> {
    await writeImages(this.root, number, state);
    const touched = new Set<string>();
    const stamps = new Map<string, Map<number, string>>();
    await this.inParallel([...state.pages.values()].map((change) => this.pageJob(change, number, stamps, touched)));
    const trees = this.newHeads(number, state, stamps);
    await this.inParallel(trees.map((tree) => this.headJob(tree, touched)));
    for (const [log, lines] of state.lines) {
      await this.data.logs.get(log)?.append(lines);
      touched.add(folders.logs(this.root)).add(`${folders.logs(this.root)}/${log}`);
    }
    await this.inParallel([...touched].map((folder) => () => syncFolder(folder)));
    await this.writeMarks(number, state, trees);
    for (const { name, file, text } of trees) this.data.trees.get(name)?.pages.written(file, text);
    await forgetJournals(this.root, number);
  }

  private pageJob(
    { tree, number, page }: PageChange,
    at: number,
    stamps: Map<string, Map<number, string>>,
    touched: Set<string>,
  ) {
    const path = pagePath(this.root, tree, number);
    const ofTree = stamps.get(tree) ?? new Map<number, string>();
    stamps.set(tree, ofTree);
    return async () => {
      if (!page) {
        ofTree.set(number, '');
        await removeFile(path);
        if (existsSync(dirname(path))) touched.add(dirname(path));
        return;
      }
      const { text, stamp } = encodePage(page, at);
      ofTree.set(number, stamp);
      await this.makeFolder(dirname(path), touched);
      await writeDurable(path, plainText, text);
    };
  }

  private newHeads(at: number, state: DirtyState, stamps: ReadonlyMap<string, ReadonlyMap<number, string>>) {
    const names = new Set([...stamps.keys(), ...state.heads.keys()]);
    return [...names].flatMap((name): WrittenTree[] => {
      const before = this.data.trees.get(name)?.pages.lastWritten;
      const head = state.heads.get(name) ?? before;
      if (!head) return [];
      const all = [...(before?.stamps ?? [])];
      for (const [number, stamp] of stamps.get(name) ?? []) {
        while (all.length < number) all.push('');
        all[number] = stamp;
      }
      const file = { at, root: head.root, nextNumber: head.nextNumber, stamps: all };
      return [{ name, file, text: headCodec.encode(file) }];
    });
  }

  private headJob({ name, text }: WrittenTree, touched: Set<string>) {
    const path = headPath(this.root, name);
    return async () => {
      await this.makeFolder(dirname(path), touched);
      await writeDurable(path, plainText, text);
    };
  }

  private writeMarks(at: number, state: DirtyState, written: readonly WrittenTree[]): Promise<void> {
    const { marks } = this.data;
    const trees: Record<string, string> = { ...marks.data.trees };
    for (const [name, { pages }] of this.data.trees) if (pages.headSum !== undefined) trees[name] = pages.headSum;
    for (const { name, text } of written) trees[name] = checksum(text);
    const logs: Record<string, LogTail> = { ...marks.data.logs };
    for (const [log, files] of this.data.logs) {
      const isNoted = logs[log] !== undefined || files.lastSequence === 0;
      const last = state.lines.get(log)?.at(-1) ?? (isNoted ? undefined : files.read(files.lastSequence, 1)[0]);
      if (last) logs[log] = { sequence: last.sequence, hash: last.hash ?? chainStart };
    }
    return marks.write({ format: 2, at, trees, logs });
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
}

/** A file whose text was made before. */
const plainText = { encode: (text: string) => text, decode: (text: string) => text };

/** The marks say that these are done with, also where a crash leaves some of them. */
export async function forgetJournals(root: string, upTo: number): Promise<void> {
  for (const old of journalNumbers(root, '.checkpoint')) if (old <= upTo) await removeFile(checkpointPath(root, old));
  for (const old of journalNumbers(root, '.log')) if (old <= upTo) await removeFile(journalPath(root, old));
  for (const old of journalNumbers(root, '.end')) if (old <= upTo) await removeFile(endPath(root, old));
  await syncFolder(folders.journal(root));
}
