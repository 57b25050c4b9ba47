// Build step "Learning to find answers": reads the approved answers and writes dist/data/knowledge/questions.model.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { trainQuestions } from '../../../data/knowledge/learn/trainQuestions';
import { questionModelPath } from '../../../data/knowledge/search/loadQuestionModel';
import { encodeQuestionModel } from '../../../data/knowledge/search/questionModelFile';
import { trainingFolder } from '../../../dialogs/understanding/learn/modelPlace';
import { readTraining } from '../../../dialogs/understanding/learn/trainingData';
import { loadUnderstanding } from '../../../dialogs/understanding/loadUnderstanding';
import { readShippedData } from '../../config/shippedData';
import { taughtQuestions } from '../parts/answers/taughtQuestions';

const began = performance.now();
const { answers } = readShippedData().knowledge;
const taught = taughtQuestions(answers, readTraining(trainingFolder()), loadUnderstanding());
const model = trainQuestions(taught);
const path = questionModelPath();
mkdirSync(dirname(path), { recursive: true });
// Written aside and renamed, so that a program that starts meanwhile reads the old model or the new one.
writeFileSync(`${path}.new`, encodeQuestionModel(model));
renameSync(`${path}.new`, path);
const count = taught['zh-CN'].length + taught['en-US'].length;
const seconds = ((performance.now() - began) / 1000).toFixed(1);
process.stderr.write(`Answers model ${model.version}: ${count} ways of asking, ${seconds} s.\n`);
