// Remembers any number of conversations in little memory: the latest ones in RAM, older ones in a temporary file.
import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Places in the index file, 14 bytes each: 28 MB on disk at most, and room for two million conversations. */
const placesMax = 2 ** 21;
/** Six bytes of fingerprint, then six of offset and two spare. */
const placeBytes = 14;
/** Places looked at from a fingerprint's own one; beyond them the oldest neighbour is forgotten. */
const reach = 32;

/** What was put aside, by fingerprint of its id: an append-only file of records, and an index file of fixed size. */
class Spill {
  private readonly folder = mkdtempSync(join(tmpdir(), 'negotiate-'));
  private readonly index = openSync(join(this.folder, 'index'), 'w+');
  private readonly records = openSync(join(this.folder, 'records'), 'w+');
  private end = 1;

  private fingerprint(id: string): { first: number; print: number } {
    const hash = createHash('sha1').update(id).digest();
    // Zero marks an empty place.
    return { first: hash.readUInt32BE(8) % placesMax, print: hash.readUIntBE(0, 6) || 1 };
  }

  private readPlace(place: number): { print: number; offset: number } {
    const bytes = Buffer.alloc(placeBytes);
    readSync(this.index, bytes, 0, placeBytes, place * placeBytes);
    return { print: bytes.readUIntBE(0, 6), offset: bytes.readUIntBE(6, 6) };
  }

  /** The place of this fingerprint, or the one to take for it: an empty one, else the one whose record is oldest. */
  private placeOf(id: string): { place: number; print: number; offset: number | null } {
    const { first, print } = this.fingerprint(id);
    let oldest = { place: first, offset: Number.POSITIVE_INFINITY };
    for (let step = 0; step < reach; step++) {
      const place = (first + step) % placesMax;
      const found = this.readPlace(place);
      if (found.print === print) return { place, print, offset: found.offset };
      if (found.print === 0) return { place, print, offset: null };
      if (found.offset < oldest.offset) oldest = { place, offset: found.offset };
    }
    return { place: oldest.place, print, offset: null };
  }

  put(id: string, value: unknown): void {
    const body = deflateRawSync(JSON.stringify({ id, value }), { level: 1 });
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    writeSync(this.records, Buffer.concat([length, body]), 0, body.length + 4, this.end);
    const { place, print } = this.placeOf(id);
    const bytes = Buffer.alloc(placeBytes);
    bytes.writeUIntBE(print, 0, 6);
    bytes.writeUIntBE(this.end, 6, 6);
    writeSync(this.index, bytes, 0, placeBytes, place * placeBytes);
    this.end += body.length + 4;
  }

  get(id: string): unknown {
    const { offset } = this.placeOf(id);
    if (offset === null) return undefined;
    const length = Buffer.alloc(4);
    readSync(this.records, length, 0, 4, offset);
    const body = Buffer.alloc(length.readUInt32BE());
    readSync(this.records, body, 0, body.length, offset + 4);
    const record = JSON.parse(inflateRawSync(body).toString()) as { id: string; value: unknown };
    return record.id === id ? record.value : undefined;
  }

  close(): void {
    closeSync(this.index);
    closeSync(this.records);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A map of conversations that holds only `inMemoryMax` of them in RAM. */
export class ConversationMemory<Value> {
  private readonly recent = new Map<string, Value>();
  private spill: Spill | null = null;

  constructor(private readonly inMemoryMax: number) {}

  get(id: string): Value | undefined {
    const here = this.recent.get(id);
    return here ?? (this.spill?.get(id) as Value | undefined);
  }

  set(id: string, value: Value): void {
    this.recent.delete(id);
    this.recent.set(id, value);
    if (this.recent.size <= this.inMemoryMax) return;
    const oldest = this.recent.entries().next().value;
    if (oldest === undefined) return;
    this.spill ??= new Spill();
    this.spill.put(oldest[0], oldest[1]);
    this.recent.delete(oldest[0]);
  }

  close(): void {
    this.spill?.close();
    this.spill = null;
  }
}
