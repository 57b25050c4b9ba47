// Where the checkout lies, whether this runs from source (tests) or from dist: data files and pages are read from there.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function find(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('No package.json above the program: it must run inside its checkout.');
  return find(above);
}

export const repositoryRoot = find(__dirname);

/** A path below the checkout. */
export const inRepository = (...parts: string[]): string => join(repositoryRoot, ...parts);
