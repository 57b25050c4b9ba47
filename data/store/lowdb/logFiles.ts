// Append-only logs on disk: segments of 10,000 checked lines, each with a file of 8-byte positions to reach any line at once.
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StoreProblem } from '../documentStore';
import { holdsWords } from '../pickLines';
import type { LogLine, LogTail } from '../transactionPlan';
import { checkedLine, textOfLine } from './disk/checkedLines';
import { folders, numbered } from './disk/layout';

const segmentLines = 10_000;
const positionBytes = 8;

const lineSchema = z.object({ sequence: z.number().int().positive(), hash: z.string().nullable(), entry: z.unknown() });

/** A line is bound to its log: the line of another log in its place is noticed. */
const lineText = ({ log, sequence, hash, text }: LogLine): string =>
  checkedLine(`{"sequence":${sequence},"hash":${JSON.stringify(hash)},"entry":${text}}`, log);

function parsedLine(log: string, line: string): LogLine | undefined {
  // The last line is read with its line break.
  const text = textOfLine(line.endsWith('\n') ? line.slice(0, -1) : line, log);
  if (text === null) return undefined;
  const { sequence, hash, entry } = lineSchema.parse(JSON.parse(text));
  return entry === undefined ? undefined : { log, sequence, hash, text: JSON.stringify(entry) };
}

/** The first sequence of the segment that holds a sequence. */
const segmentStart = (sequence: number): number => sequence - ((sequence - 1) % segmentLines);

/**
 * Byte offset of each line of a segment by sequence, and the length of all whole lines. Where a damaged line swallowed
 * others, those get the place of the line after them, which is not theirs and so is noticed when they are read.
 */
function lineStarts(content: Buffer, first: number): { starts: number[]; length: number } {
  const starts: number[] = [];
  let start = 0;
  for (let end = content.indexOf(10); end >= 0; end = content.indexOf(10, start)) {
    const head = content.toString('latin1', start, Math.min(end, start + 49));
    const sequence = Number(/^.{8} \{"sequence":(\d+),/.exec(head)?.[1] ?? 0);
    const missing = Math.min(sequence - first - starts.length, segmentLines - starts.length - 1);
    for (let lost = 0; lost < missing; lost++) starts.push(start);
    starts.push(start);
    start = end + 1;
  }
  return { starts, length: start };
}

function positionsBuffer(starts: readonly number[]): Buffer {
  const buffer = Buffer.alloc(starts.length * positionBytes);
  starts.forEach((start, index) => {
    buffer.writeBigUInt64LE(BigInt(start), index * positionBytes);
  });
  return buffer;
}

/** One log's segments. What is appended here was durable in the journal before. */
export class LogFiles {
  private readonly folder: string;
  /** Sequence of the last line that is safely in a segment. */
  private last = 0;
  /** Segments whose positions were found again since the log was opened. */
  private readonly foundAgain = new Set<number>();
  /** Length of the last segment in bytes. */
  private length = 0;

  constructor(
    root: string,
    private readonly log: string,
    private readonly report: (problem: StoreProblem) => void,
    /** Where the log ended at the last checkpoint: what is missing up to there was lost, and its numbers are not used again. */
    noted: LogTail | undefined,
  ) {
    this.folder = join(folders.logs(root), log);
    this.openLastSegment(noted?.sequence ?? 0);
  }

  get lastSequence(): number {
    return this.last;
  }

  private path(start: number, ending: 'lines' | 'pos'): string {
    return join(this.folder, `${numbered(start)}.${ending}`);
  }

  /** Finds the end of the log, and cuts off a line that a crash left half written: the journal still has it. */
  private openLastSegment(noted: number): void {
    const found = existsSync(this.folder) ? readdirSync(this.folder).filter((name) => name.endsWith('.lines')) : [];
    const present = new Set(found.map((name) => Number.parseInt(name, 10)));
    const start = Math.max(0, noted === 0 ? 0 : segmentStart(noted), ...present);
    if (start === 0) return;
    for (let earlier = 1; earlier < start; earlier += segmentLines)
      if (!present.has(earlier)) this.tell(`entries from ${earlier} on are missing: their file is gone`);
    const path = this.path(start, 'lines');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const lines = lineStarts(present.has(start) ? readFileSync(path) : Buffer.alloc(0), start);
    const last = start + lines.starts.length - 1;
    if (last < noted) this.tell(`entries ${last + 1} to ${noted} are missing at the end`);
    for (let lost = last; lost < noted; lost++) lines.starts.push(lines.length);
    if (present.has(start)) truncateSync(path, lines.length);
    else writeFileSync(path, '', { mode: 0o600 });
    writeFileSync(this.path(start, 'pos'), positionsBuffer(lines.starts), { mode: 0o600 });
    this.last = start + lines.starts.length - 1;
    this.length = lines.length;
  }

  /** Writes lines durably and in order; those that are there already are left alone. */
  async append(lines: readonly LogLine[]): Promise<void> {
    const fresh = lines.filter((line) => line.sequence > this.last);
    if (fresh.length > 0) await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (let at = 0; at < fresh.length; ) {
      const start = segmentStart(this.last + 1);
      const count = fresh.slice(at).findIndex((line) => line.sequence >= start + segmentLines);
      const fitting = fresh.slice(at, count < 0 ? undefined : at + count);
      await this.appendToSegment(
        start,
        fitting,
        count < 0 ? (fitting.at(-1)?.sequence ?? 0) : start + segmentLines - 1,
      );
      at += fitting.length;
    }
  }

  /** Lines that a damaged journal lost leave no text, but their place in the positions. */
  private async appendToSegment(start: number, lines: readonly LogLine[], until: number): Promise<void> {
    const fresh = start === this.last + 1;
    let position = fresh ? 0 : this.length;
    const bySequence = new Map(lines.map((line) => [line.sequence, lineText(line)]));
    const texts = Array.from({ length: until - this.last }, (_, index) =>
      Buffer.from(bySequence.get(this.last + 1 + index) ?? '', 'utf8'),
    );
    const starts = texts.map((text) => {
      const here = position;
      position += text.length;
      return here;
    });
    const already = (this.last + 1 - start) * positionBytes;
    await writeAt(this.path(start, 'lines'), Buffer.concat(texts), fresh ? 0 : this.length);
    await writeAt(this.path(start, 'pos'), positionsBuffer(starts), already);
    this.last = until;
    this.length = position;
  }

  /** Of up to `limit` lines from sequence `from` on those with these words; damaged ones are reported and left out. */
  read(from: number, limit: number, words?: string): readonly LogLine[] {
    const found: LogLine[] = [];
    const until = Math.min(this.last, from + limit - 1);
    for (let sequence = from; sequence <= until; ) {
      const start = segmentStart(sequence);
      const end = Math.min(until, start + segmentLines - 1);
      const texts = this.textsOf(start, sequence, end);
      for (let at = sequence; at <= end; at++) {
        const text = texts[at - sequence] ?? '';
        // A line without the words is not parsed; what is around the entry does not count for them.
        if (!holdsWords(text, words)) continue;
        const line = parsedLine(this.log, text);
        if (line?.sequence !== at) this.reportDamage(at);
        else if (holdsWords(line.text, words)) found.push(line);
      }
      sequence = end + 1;
    }
    return found;
  }

  private reportDamage(sequence: number): void {
    this.tell(`entry ${sequence} cannot be read`);
  }

  private tell(detail: string): void {
    this.report({ kind: 'damagedLog', where: this.log, detail, quarantinedTo: null });
  }

  /** Lines by their positions; where these lead astray they are found again, once. */
  private textsOf(start: number, from: number, until: number): readonly string[] {
    const texts = this.readSegment(start, from, until);
    const isStraight = (text: string, index: number) =>
      Number(/^.{8} \{"sequence":(\d+),/.exec(text.slice(0, 49))?.[1] ?? 0) === from + index;
    if (texts.length === until - from + 1 && texts.every(isStraight)) return texts;
    const path = this.path(start, 'lines');
    if (this.foundAgain.has(start) || !existsSync(path)) return texts;
    this.foundAgain.add(start);
    const lines = lineStarts(readFileSync(path), start);
    writeFileSync(this.path(start, 'pos'), positionsBuffer(lines.starts), { mode: 0o600 });
    return this.readSegment(start, from, until);
  }

  /** The lines of sequences `from` to `until` of one segment, '' where there is none. */
  private readSegment(start: number, from: number, until: number): readonly string[] {
    try {
      const count = until - from + 1;
      const path = this.path(start, 'pos');
      const positions = readPart(path, (from - start) * positionBytes, (count + 1) * positionBytes);
      const at = (index: number) =>
        (index + 1) * positionBytes <= positions.length
          ? Number(positions.readBigUInt64LE(index * positionBytes))
          : Number.MAX_SAFE_INTEGER;
      const content = readPart(this.path(start, 'lines'), at(0), at(count) - at(0));
      return Array.from({ length: count }, (_, i) => content.toString('utf8', at(i) - at(0), at(i + 1) - at(0) - 1));
    } catch {
      return [];
    }
  }
}

async function writeAt(path: string, bytes: Buffer, position: number): Promise<void> {
  // 'a' would ignore the position; 'r+' needs the file to be there.
  const file = await open(path, existsSync(path) ? 'r+' : 'w', 0o600);
  try {
    await file.write(bytes, 0, bytes.length, position);
    await file.truncate(position + bytes.length);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Bytes of a file from `position`; fewer when it ends before. */
function readPart(path: string, position: number, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const available = Math.max(0, Math.min(length, fstatSync(file).size - position));
    const buffer = Buffer.alloc(available);
    readSync(file, buffer, 0, available, position);
    return buffer;
  } finally {
    closeSync(file);
  }
}
