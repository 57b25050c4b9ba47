// Where the model lies: always under dist, also when tests run the sources.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json, looked for upwards from here. */
function repositoryRoot(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) throw new Error('package.json was not found above the language code.');
  }
}

export const modelPath = (): string => join(repositoryRoot(), 'dist', 'dialogs', 'understanding', 'language.model');
export const trainingFolder = (): string => join(repositoryRoot(), 'dialogs', 'understanding', 'training');
