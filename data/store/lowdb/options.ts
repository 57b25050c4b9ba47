// What can be set when the default store is opened, and what holds where nothing is set.
import type { FileHandle } from 'node:fs/promises';
import { houseSchema, type StoreSchema } from '../collections';
import type { StoreProblem } from '../documentStore';

export interface LowdbStoreOptions {
  readonly schema?: StoreSchema | undefined;
  readonly onProblem?: ((problem: StoreProblem) => void) | undefined;
  /** Called once when nobody knows any more what is on disk: close the store and open it again. */
  readonly onBroken?: ((reason: string) => void) | undefined;
  /** Characters kept in memory of what is on disk; 12 million unless told. */
  readonly cacheSize?: number | undefined;
  /** Bytes of journal after which a checkpoint begins; 4 MiB unless told. */
  readonly checkpointBytes?: number | undefined;
  /** Milliseconds after a commit until a checkpoint begins anyway; 30,000 unless told. */
  readonly checkpointMs?: number | undefined;
  /** Milliseconds between attempts to write again after the disk refused; 5,000 unless told. */
  readonly retryMs?: number | undefined;
  /** Makes a file durable; fdatasync unless told. */
  readonly syncFile?: ((file: FileHandle) => Promise<void>) | undefined;
}

export const settled = (options: LowdbStoreOptions) => ({
  schema: options.schema ?? houseSchema,
  onProblem: options.onProblem ?? (() => undefined),
  onBroken: options.onBroken ?? (() => undefined),
  cacheSize: options.cacheSize ?? 12_000_000,
  checkpointBytes: options.checkpointBytes ?? 4 * 1024 * 1024,
  checkpointMs: options.checkpointMs ?? 30_000,
  retryMs: options.retryMs ?? 5_000,
  syncFile: options.syncFile ?? ((file: FileHandle) => file.datasync()),
});
