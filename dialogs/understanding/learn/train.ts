// Build step "Training the language model": reads the training lines and writes dist/dialogs/understanding/language.model.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readActLines } from './actLines';
import { readFigureLines } from './figureLines';
import { encodeModel } from './modelFile';
import { modelPath, trainingFolder } from './modelPlace';
import { readTraining } from './trainingData';
import { trainModel } from './trainModel';

const began = performance.now();
const folder = trainingFolder();
const data = { lines: readTraining(folder), acts: readActLines(folder), figures: readFigureLines(folder) };
const model = trainModel(data);
const path = modelPath();
mkdirSync(dirname(path), { recursive: true });
// Written aside and renamed, so that a program that starts meanwhile reads the old model or the new one.
writeFileSync(`${path}.new`, encodeModel(model));
renameSync(`${path}.new`, path);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
process.stderr.write(
  `Language model ${model.version}: ${data.lines.length} lines, ${data.acts.length} messages with their acts, ${seconds} s.\n`,
);
