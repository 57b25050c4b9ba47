// The approved answers that ship: a file for each topic, checked one by one and then together, each problem by its file and field.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Answer, answerSchema, knowledgeSchema } from '../../data/knowledge/answer';
import type { Knowledge } from '../../data/knowledge/knowledge';
import { DataFileError, readDataFile, refusedFile } from './dataFile';

const folder = 'data/knowledge/answers';

interface Placed {
  readonly file: string;
  readonly index: number;
  readonly answer: Answer;
}

function filesIn(root: string): readonly string[] {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    throw new DataFileError(`${folder} cannot be read.`);
  }
}

function readTopic(root: string, name: string): readonly Placed[] {
  const file = `${folder}/${name}`;
  const answers = readDataFile(z.array(answerSchema), join(root, file), file);
  const topic = name.replace(/\.json$/, '');
  const astray = answers.findIndex((answer) => answer.topic !== topic);
  if (astray >= 0)
    throw refusedFile(file, [{ field: `${astray}.topic`, reason: `must be ${topic}, as the file is called` }]);
  return answers.map((answer, index) => ({ file, index, answer }));
}

/** Throws DataFileError for the first file that cannot be used. */
export function readAnswerFiles(root: string): Knowledge {
  const placed = filesIn(root).flatMap((name) => readTopic(root, name));
  if (placed.length === 0) throw new DataFileError(`${folder} holds no answers.`);
  const parsed = knowledgeSchema.safeParse(placed.map(({ answer }) => answer));
  if (parsed.success) return { answers: parsed.data };
  const [first] = parsed.error.issues.map(({ path: [at, ...field], message }) => ({
    one: placed[Number(at)],
    field,
    message,
  }));
  if (first?.one === undefined) throw new DataFileError(`${folder} cannot be used: ${parsed.error.message}`);
  const { file, index } = first.one;
  throw refusedFile(file, [{ field: [index, ...first.field].join('.'), reason: first.message }]);
}

export const answersFolder = folder;
