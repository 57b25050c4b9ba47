// Build step "Training the guard's model": reads the training lines and writes dist/data/meaning/guard.model.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { meaningModelPath, meaningTrainingFolder } from '../loadMeaning';
import { encodeMeaningModel } from '../modelFile';
import { trainMeaning } from './trainMeaning';

const began = performance.now();
const { model, lineCount } = trainMeaning(meaningTrainingFolder());
const path = meaningModelPath();
mkdirSync(dirname(path), { recursive: true });
// Written aside and renamed, so that a program that starts meanwhile reads the old model or the new one.
writeFileSync(`${path}.new`, encodeMeaningModel(model));
renameSync(`${path}.new`, path);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
process.stderr.write(`Guard model ${model.version}: ${lineCount} lines, ${seconds} s.\n`);
