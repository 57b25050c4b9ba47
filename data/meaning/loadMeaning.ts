// Loads the guard's model from disk. Without it nobody's free text is sent: it waits for a colleague.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReadMeaning } from '../domain/conduct/words/meaning';
import { decodeMeaningModel } from './modelFile';
import { meaningReader } from './readMeaning';

/** The folder of package.json, looked for upwards from here. */
function repositoryRoot(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) throw new Error('package.json was not found above the code of the guard.');
  }
}

/** Always under dist, also when tests run the sources. */
export const meaningModelPath = (): string => join(repositoryRoot(), 'dist', 'data', 'meaning', 'guard.model');
export const meaningTrainingFolder = (): string => join(repositoryRoot(), 'data', 'meaning', 'training');

export type LoadedMeaning =
  | { readonly kind: 'loaded'; readonly read: ReadMeaning; readonly version: string }
  | { readonly kind: 'failed'; readonly why: string };

export function loadMeaning(path: string = meaningModelPath()): LoadedMeaning {
  try {
    const model = decodeMeaningModel(readFileSync(path));
    return { kind: 'loaded', read: meaningReader(model), version: model.version };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
