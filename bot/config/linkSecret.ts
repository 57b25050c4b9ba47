// The secret that signs links and tokens: given by the environment, or made once and kept where only the owner reads it.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderError, makeFolder } from '../../data/store/lowdb/disk/makeFolder';

const ownerOnly = 0o600;

/** Gives the secret of this data folder, making it at the first start; throws FolderUnusable where it cannot be kept. */
export function linkSecretOf(dataDir: string, given: string | null): string {
  if (given !== null) return given;
  try {
    return keptSecret(dataDir);
  } catch (error) {
    throw folderError(dataDir, error);
  }
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'link-secret');
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim();
    // A file cut short by a full disk must not become a weak secret.
    if (kept.length >= 43) return kept;
  }
  makeFolder(dataDir);
  const made = randomBytes(32).toString('base64url');
  writeFileSync(file, `${made}\n`, { mode: ownerOnly, flush: true });
  chmodSync(file, ownerOnly);
  return made;
}
