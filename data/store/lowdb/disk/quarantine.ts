// Puts damaged files aside instead of deleting or overwriting them, so that a person can look at them.
import { copyFileSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { folders } from './layout';

let taken = 0;

function placeFor(root: string, path: string): string {
  mkdirSync(folders.quarantine(root), { recursive: true, mode: 0o700 });
  taken += 1;
  return join(folders.quarantine(root), `${Date.now()}-${taken}-${basename(path)}`);
}

/** Moves a damaged file or folder away; gives its new place, or null when it could not be moved. */
export function quarantine(root: string, path: string): string | null {
  const place = placeFor(root, path);
  try {
    renameSync(path, place);
    return place;
  } catch {
    return null;
  }
}

/** Keeps a copy of a file that is partly damaged and still in use. */
export function quarantineCopy(root: string, path: string): string | null {
  const place = placeFor(root, path);
  try {
    copyFileSync(path, place);
    return place;
  } catch {
    return null;
  }
}
