// The keys that seal what is kept at rest: from the environment or a file; a demo makes its own and says so.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type DataKey, KeyRing, keyBytes, keyIdPattern } from '../../data/store/sealed/keyRing';
import { SealedFiles } from '../../data/store/sealed/sealedFiles';
import { optional, text } from './environment';
import { keptSecret } from './keptSecret';

export const dataKeyEnvironment = {
  /** NAME:BASE64 of 32 bytes: the key that seals from now on. */
  DATA_KEY: optional(text),
  /** Earlier keys, written alike with commas between them, which still open what they sealed. */
  DATA_KEYS_OLD: optional(text),
  /** Instead of both: a file with one key a line, the current one first. */
  DATA_KEY_FILE: optional(text),
};
const environmentSchema = z.object(dataKeyEnvironment);

/** Null for a demo, which makes a key and keeps it in its data folder. */
export type GivenKeys = { readonly current: DataKey; readonly older: readonly DataKey[] } | null;

function keyOf(written: string, where: string, problems: string[]): DataKey[] {
  const [id = '', secretText = '', ...more] = written.trim().split(':');
  const secret = Buffer.from(secretText, 'base64');
  const isWhole = more.length === 0 && keyIdPattern.test(id) && secret.length === keyBytes;
  if (isWhole) return [{ id, secret }];
  problems.push(`${where} must be NAME:KEY, the key being 32 bytes in base64 (openssl rand -base64 32).`);
  return [];
}

function linesOf(path: string, problems: string[]): string[] {
  try {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  } catch {
    problems.push('DATA_KEY_FILE cannot be read: give the path of a file that this user may read.');
    return [];
  }
}

/** What is wrong is added to `problems`; outside a demo there must be a key. */
export function readDataKeys(
  environment: z.infer<typeof environmentSchema>,
  isDemo: boolean,
  problems: string[],
): GivenKeys {
  const { DATA_KEY: current, DATA_KEYS_OLD: old, DATA_KEY_FILE: file } = environment;
  if (file !== undefined && (current !== undefined || old !== undefined)) {
    problems.push('DATA_KEY_FILE is set beside DATA_KEY or DATA_KEYS_OLD: use the file or the variables, not both.');
    return null;
  }
  if (current === undefined && old !== undefined) {
    problems.push('DATA_KEYS_OLD is set without DATA_KEY: set the key that seals from now on, too.');
    return null;
  }
  if (current === undefined && file === undefined) {
    if (!isDemo)
      problems.push(
        'DATA_KEY or DATA_KEY_FILE is needed outside of developer mode: papers and numbers are kept encrypted.',
      );
    return null;
  }
  const written = file === undefined ? [current ?? '', ...(old ?? '').split(',')] : linesOf(file, problems);
  const given = written.filter((one) => one.trim() !== '');
  if (given.length === 0) problems.push('DATA_KEY_FILE holds no key: write NAME:KEY into its first line.');
  const keys = given.flatMap((one) => keyOf(one, file === undefined ? 'DATA_KEY' : 'DATA_KEY_FILE', problems));
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    problems.push('Two of the data keys have the same name: each key needs its own.');
  const [first, ...older] = keys;
  return first === undefined ? null : { current: first, older };
}

const demoKeyFile = 'demo-key';
const demoKeyOf = (dataDir: string): DataKey => ({
  id: 'demo',
  secret: Buffer.from(
    keptSecret(dataDir, demoKeyFile, () => randomBytes(keyBytes)),
    'base64url',
  ),
});

/** The keys of a data folder; what a demo sealed there before a key was given still opens. */
export function keyRingOf(dataDir: string, given: GivenKeys): KeyRing {
  if (given === null) return new KeyRing(demoKeyOf(dataDir));
  const older = existsSync(join(dataDir, demoKeyFile)) ? [...given.older, demoKeyOf(dataDir)] : given.older;
  return new KeyRing(given.current, older);
}

interface KeyedFolder {
  readonly dataDir: string;
  readonly dataKeys: GivenKeys;
}

/** Keys are read at first use: a test or a command that meets nothing sealed needs none. */
export function keysOnce({ dataDir, dataKeys }: KeyedFolder): () => KeyRing {
  let keys: KeyRing | undefined;
  return () => {
    keys ??= keyRingOf(dataDir, dataKeys);
    return keys;
  };
}

/** The papers of a data folder. */
export const sealedFilesOf = (folder: KeyedFolder): SealedFiles =>
  new SealedFiles(join(folder.dataDir, 'evidence'), keysOnce(folder));
