// Loads the model that finds answers from disk, once, when the first question is asked or the start warms it up.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locale } from '../../domain/customer/customerTurn';
import { questionReaders, type ReadQuestion } from './questionModel';
import { decodeQuestionModel } from './questionModelFile';

/** The folder of package.json, looked for upwards from here. */
function repositoryRoot(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) throw new Error('package.json was not found above the approved answers.');
  }
}

/** Always under dist, also when tests run the sources. */
export const questionModelPath = (): string => join(repositoryRoot(), 'dist', 'data', 'knowledge', 'questions.model');

export type LoadedQuestions =
  | { readonly kind: 'loaded'; readonly read: Readonly<Record<Locale, ReadQuestion>>; readonly version: string }
  | { readonly kind: 'failed'; readonly why: string };

export function loadQuestionModel(path: string = questionModelPath()): LoadedQuestions {
  try {
    const model = decodeQuestionModel(readFileSync(path));
    return { kind: 'loaded', read: questionReaders(model), version: model.version };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}

let loaded: LoadedQuestions | null = null;

/** The trained model; where it failed, answers are found by word counts alone. */
export function questionModel(): LoadedQuestions {
  loaded ??= loadQuestionModel();
  return loaded;
}
