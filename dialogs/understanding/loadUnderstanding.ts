// Loads the trained model from disk and makes the understanding from it. No model is a loud failure, never a quiet guess.
import { readFileSync } from 'node:fs';
import { decodeModel } from './learn/modelFile';
import { modelPath } from './learn/modelPlace';
import { createUnderstanding, type Understanding } from './understanding';

export function loadUnderstanding(path: string = modelPath()): Understanding {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The language model is missing; run "npm run build". (${why})`);
  }
  return createUnderstanding(decodeModel(file));
}
