// Makes the store's folder, and says in a sentence why it cannot be one.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { FolderUnusable } from '../../documentStore';
import { errorCode } from './durableFile';

/**
 * Makes a folder and those above it, one by one: Node's own recursive way never ends where a file system answers
 * "not found" for a folder whose parent is there, as /proc does.
 */
export function makeFolder(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return;
  const above = dirname(path);
  if (above !== path && !existsSync(above)) makeFolder(above);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it in the same moment.
    if (errorCode(error) !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EROFS: 'the disk can only be read. Mount it for writing, or choose another folder',
  ENOSPC: 'the disk is full. Free some space, then start again',
  EDQUOT: 'the quota of this user is used up. Free some space, then start again',
  EACCES: 'this user may not use it. Give this user the folder, or choose another one',
  EPERM: 'this user may not use it. Give this user the folder, or choose another one',
  EEXIST: 'a file is in the place of a folder. Move the file away, or choose another folder',
  ENOTDIR: 'a file is in the place of a folder. Move the file away, or choose another folder',
  EISDIR: 'a folder is in the place of a file. Move it away, or choose another folder',
  ENOENT: 'no folder can be made there. Choose another one',
  ELOOP: 'its links lead in a circle. Choose another folder',
  ENAMETOOLONG: 'its name is too long. Choose a shorter one',
  EIO: 'the disk answers with an error. Check the disk, then start again',
  EMFILE: 'too many files are open. Raise the limit of open files (ulimit -n), then start again',
};

/** The sentence for an error of the file system; any other error as it is. */
export function folderError(folder: string, error: unknown): unknown {
  const code = errorCode(error) ?? '';
  const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  if (reason === undefined) return error;
  return new FolderUnusable(`The data folder ${folder} cannot be used (${code}): ${reason} (DATA_DIR=…).`, {
    cause: error,
  });
}
