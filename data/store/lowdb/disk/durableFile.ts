// lowdb adapters of ours: a write is on disk before it counts (fsync), and a file is whole or absent (rename).
import { readFileSync } from 'node:fs';
import { open, readFile, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Adapter, Low, LowSync, type SyncAdapter } from 'lowdb';

/** How a file's text becomes data and back; `decode` throws when the text is damaged. */
export interface Codec<T> {
  encode(data: T): string;
  decode(text: string): T;
}

export const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

/** lowdb's asynchronous adapter: a temporary file beside the real one, fsync, then rename over it. */
class DurableFile<T> implements Adapter<T> {
  constructor(
    private readonly path: string,
    private readonly codec: Codec<T>,
  ) {}

  async read(): Promise<T | null> {
    try {
      return this.codec.decode(await readFile(this.path, 'utf8'));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  async write(data: T): Promise<void> {
    const temporary = join(dirname(this.path), `.${basename(this.path)}.tmp`);
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(this.codec.encode(data));
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(temporary, this.path);
  }
}

/** lowdb's synchronous adapter, for reading only: small files, mostly in the operating system's cache. */
class ReadOnlyFile<T> implements SyncAdapter<T> {
  constructor(
    private readonly path: string,
    private readonly codec: Codec<T>,
  ) {}

  read(): T | null {
    try {
      return this.codec.decode(readFileSync(this.path, 'utf8'));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  write(): void {
    throw new Error('files are written at a checkpoint only');
  }
}

/** The data of a file, or null when there is none; throws when it is damaged. */
export function readDurable<T>(path: string, codec: Codec<T>): T | null {
  const file = new LowSync<T | null>(new ReadOnlyFile<T | null>(path, nullable(codec)), null);
  file.read();
  return file.data;
}

export async function writeDurable<T>(path: string, codec: Codec<T>, data: T): Promise<void> {
  await new Low<T>(new DurableFile(path, codec), data).write();
}

const nullable = <T>(codec: Codec<T>): Codec<T | null> => ({
  encode: (data) => (data === null ? '' : codec.encode(data)),
  decode: (text) => codec.decode(text),
});

/** Removes a file; its absence is success. */
export async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
}

/** Makes created, renamed and removed names in a folder durable. Windows has no such call and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
