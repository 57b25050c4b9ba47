// Opens the data folder for a command: for itself alone when it changes something, a copy when another process has it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { StoreInUse } from '../../../data/store/documentStore';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';
import { type SealingStore, sealingStore } from '../../../data/store/sealed/sealingStore';
import { type Config, readConfig } from '../../config/config';
import { keysOnce } from '../../config/dataKeys';
import { plainError } from '../../config/plainError';

/** Not copied: who has the folder open, and the notes of where a journal ended, which may be newer than its copy. */
const isOfTheOwner = (path: string): boolean => basename(path) === 'owner.json' || path.endsWith('.end');

export interface OpenedStore {
  readonly store: SealingStore;
  close(): Promise<void>;
}

export const commandConfig = (): Config => readConfig(process.env);

export async function openForChange(config: Config): Promise<OpenedStore> {
  const store = await sealingStore(await LowdbStore.open(config.dataDir), keysOnce(config));
  return { store, close: () => store.close() };
}

/** A copy taken while the assistant runs may catch it between two files; then another one is taken. */
async function openCopy(config: Config, attemptsLeft = 3): Promise<OpenedStore> {
  const copy = mkdtempSync(join(tmpdir(), 'assistant-copy-'));
  const remove = () => rmSync(copy, { recursive: true, force: true });
  try {
    cpSync(config.dataDir, copy, { recursive: true, filter: (path) => !isOfTheOwner(path) });
    const store = await sealingStore(await LowdbStore.open(copy), keysOnce(config));
    const close = () => store.close().finally(remove);
    if (store.problems().length === 0) return { store, close };
    await close();
  } catch (error) {
    remove();
    if (attemptsLeft <= 1) throw error;
  }
  if (attemptsLeft <= 1) throw new Error('The data folder is changing too fast to be copied. Try again in a moment.');
  return openCopy(config, attemptsLeft - 1);
}

/** For commands that only look: also while the assistant is running. */
export async function openForReading(config: Config): Promise<OpenedStore> {
  try {
    return await openForChange(config);
  } catch (error) {
    if (!(error instanceof StoreInUse)) throw error;
    process.stderr.write('The assistant is running: reading from a copy of its data.\n');
    return openCopy(config);
  }
}

/** Runs a command; what a person can mend is said in a sentence, without a stack. */
export function runCommand(command: () => Promise<number>): void {
  command().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      const file = code === 'ENOENT' && error instanceof Error ? error.message : undefined;
      const plain = file ?? plainError(error);
      if (plain !== undefined) process.stderr.write(`${plain}\n`);
      else console.error(error);
      process.exitCode = 1;
    },
  );
}
