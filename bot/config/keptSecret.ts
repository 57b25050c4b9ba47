// A secret that is made once for a data folder and kept there, where only the owner reads it.
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderError, makeFolder } from '../../data/store/lowdb/disk/makeFolder';

const ownerOnly = 0o600;
/** 32 bytes in base64url. */
const lengthMin = 43;

/** The secret in base64url; throws FolderUnusable where it cannot be kept. */
export function keptSecret(dataDir: string, name: string, make: () => Buffer): string {
  try {
    const file = join(dataDir, name);
    if (existsSync(file)) {
      const kept = readFileSync(file, 'utf8').trim();
      // A file cut short by a full disk must not become a weak secret.
      if (kept.length >= lengthMin) return kept;
    }
    makeFolder(dataDir);
    const made = make().toString('base64url');
    writeFileSync(file, `${made}\n`, { mode: ownerOnly, flush: true });
    chmodSync(file, ownerOnly);
    return made;
  } catch (error) {
    throw folderError(dataDir, error);
  }
}
