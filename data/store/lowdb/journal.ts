// The write-ahead journal: a transaction is one line, and the fsync of that line is the moment it counts.

import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';
import type { TransactionPlan } from '../transactionPlan';
import { checkedLine, readCheckedLines } from './disk/checkedLines';
import { syncFolder } from './disk/durableFile';
import { endPath, folders, journalPath, numbered } from './disk/layout';

const recordSchema = z.object({
  /** [collection, id, version, value]; version 0 means removed. */
  d: z.array(z.tuple([z.string(), z.string(), z.number(), z.unknown()])),
  /** [tree, entry, 1 when it is to be present, else 0] */
  x: z.array(z.tuple([z.string(), z.string(), z.number()])),
  /** [log, sequence, hash, entry] */
  l: z.array(z.tuple([z.string(), z.number(), z.string().nullable(), z.unknown()])),
});

export type JournalRecord = Omit<TransactionPlan, 'results'>;

/** The journal line of a transaction; values are already JSON text and are not turned again. */
export function journalLine({ documents, indexChanges, lines }: JournalRecord): string {
  const texts = (parts: readonly unknown[]) => parts.map((part) => JSON.stringify(part)).join(',');
  const d = documents.map(
    ({ collection, id, stored }) => `[${texts([collection, id, stored?.version ?? 0])},${stored?.text ?? 'null'}]`,
  );
  const x = indexChanges.map(({ tree, entry, present }) => `[${texts([tree, entry, present ? 1 : 0])}]`);
  const l = lines.map(({ log, sequence, hash, text }) => `[${texts([log, sequence, hash])},${text}]`);
  return checkedLine(`{"d":[${d.join(',')}],"x":[${x.join(',')}],"l":[${l.join(',')}]}`);
}

function record(json: string): JournalRecord {
  const { d, x, l } = recordSchema.parse(JSON.parse(json));
  return {
    documents: d.map(([collection, id, version, value]) => ({
      collection,
      id,
      stored: version === 0 ? null : { version, text: JSON.stringify(value) },
    })),
    indexChanges: x.map(([tree, entry, present]) => ({ tree, entry, present: present === 1 })),
    lines: l.map(([log, sequence, hash, entry]) => ({ log, sequence, hash, text: JSON.stringify(entry) })),
  };
}

/** The whole transactions of a journal; `damaged` counts lines that were lost although later ones are whole. */
export function readJournal(root: string, number: number): { records: readonly JournalRecord[]; damaged: number } {
  const { texts, damaged } = readCheckedLines(readFileSync(journalPath(root, number), 'utf8'));
  return { records: texts.map(record), damaged };
}

/** Bytes that a journal is short of what was promised; null where nobody noted its end, as in a copy. */
export function missingBytes(root: string, number: number): number | null {
  try {
    const noted = readFileSync(endPath(root, number), 'utf8');
    if (!/^\d{12}\n$/.test(noted)) return null;
    return Math.max(0, Number(noted) - statSync(journalPath(root, number)).size);
  } catch {
    return null;
  }
}

/** Numbers of the files of one kind in the journal folder, rising. */
export function journalNumbers(root: string, ending: '.log' | '.checkpoint' | '.end'): number[] {
  const names = readdirSync(folders.journal(root)).filter((name) => name.endsWith(ending));
  return names.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b);
}

export class Journal {
  private size = 0;

  private constructor(
    readonly number: number,
    private readonly file: FileHandle,
    private readonly end: number,
    private readonly syncFile: (file: FileHandle) => Promise<void>,
  ) {}

  static async create(root: string, number: number, syncFile: (file: FileHandle) => Promise<void>): Promise<Journal> {
    const file = await open(journalPath(root, number), 'wx', 0o600);
    const end = openSync(endPath(root, number), 'w', 0o600);
    await syncFolder(folders.journal(root));
    const journal = new Journal(number, file, end, syncFile);
    journal.noteEnd();
    return journal;
  }

  /**
   * Makes the lines durable. 'refused' means that nothing was written (a full disk, say) and later attempts may succeed;
   * an error means that nobody knows what is on disk, and the journal must not be used any more.
   */
  async append(text: string): Promise<'durable' | 'refused'> {
    const bytes = Buffer.from(text, 'utf8');
    try {
      for (let done = 0; done < bytes.length; )
        done += (await this.file.write(bytes, done, bytes.length - done, this.size + done)).bytesWritten;
    } catch {
      await this.file.truncate(this.size);
      await this.syncFile(this.file);
      return 'refused';
    }
    await this.syncFile(this.file);
    this.size += bytes.length;
    this.noteEnd();
    return 'durable';
  }

  /** Apart from the journal and after it, so that it never promises too much: a journal that is cut off later shows. */
  private noteEnd(): void {
    writeSync(this.end, `${numbered(this.size)}\n`, 0);
  }

  get bytes(): number {
    return this.size;
  }

  async close(): Promise<void> {
    closeSync(this.end);
    await this.file.close();
  }
}
