// Loads the trained model from disk and makes the understanding from it. No model is a loud failure, never a quiet guess.
import { readFileSync } from 'node:fs';
import { pinyinFrom } from '../../data/linear/pinyinTable';
import { decodeModel, UnreadableModel } from './learn/modelFile';
import { modelPath } from './learn/modelPlace';
import { readingCode } from './learn/probe';
import { createUnderstanding, type Understanding } from './understanding';

export function loadUnderstanding(path: string = modelPath()): Understanding {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The language model is missing; run "npm run build". (${why})`);
  }
  const model = decodeModel(file);
  if (model.reading !== readingCode(pinyinFrom(model.pinyin)))
    throw new UnreadableModel('The language model was trained by other code; run "npm run build".');
  return createUnderstanding(model);
}
