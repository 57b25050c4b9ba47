// Asks a second reader over an OpenAI-compatible address: masked words and the last question go out, acts come back, or nothing.
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import {
  type ReadingOutcome,
  type ReadingRequest,
  readingSchema,
  type SecondReader,
} from '../../dialogs/understanding/secondReading/reading';
import type { ReaderConfig } from '../config/readerConfig';
import prompt from './prompt.json';

/** A customer does not wait for a second opinion longer than this. */
export const readerPatienceMs = 800;
/** More than a reading ever needs. */
const answerBytesMax = 64 * 1024;
const questionLengthMax = 500;

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().max(answerBytesMax) }) })).min(1),
});
const question = new IntlMessageFormat(prompt.question, 'en', undefined, { ignoreTag: true });

function bodyOf(model: string, { text, lastQuestion }: ReadingRequest): string {
  const asked = question.format({ text, lastQuestion: lastQuestion.slice(0, questionLengthMax) || '(nothing)' });
  return JSON.stringify({
    model,
    temperature: 0,
    messages: [
      { role: 'system', content: prompt.system },
      { role: 'user', content: String(asked) },
    ],
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'reading', strict: true, schema: z.toJSONSchema(readingSchema) },
    },
  });
}

/** The body as text, cut off where it is longer than a reading can be; the time limit holds for all of it. */
async function bounded(response: Response): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return '';
  for await (const part of response.body) {
    size += part.byteLength;
    if (size > answerBytesMax) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string | null): ReadingOutcome {
  try {
    const completion = completionSchema.parse(JSON.parse(text ?? ''));
    const reading = readingSchema.parse(JSON.parse(completion.choices[0]?.message.content ?? ''));
    return { kind: 'read', acts: reading.acts };
  } catch {
    return { kind: 'failed', why: 'unreadable' };
  }
}

export function newSecondReader(config: ReaderConfig, patienceMs = readerPatienceMs): SecondReader {
  return {
    model: config.model,
    promptVersion: prompt.version,
    async read(request) {
      try {
        const response = await fetch(`${config.url}/chat/completions`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            ...(config.key === null ? {} : { Authorization: `Bearer ${config.key}` }),
          },
          body: bodyOf(config.model, request),
          // An answer from elsewhere is nobody's reading.
          redirect: 'error',
          signal: AbortSignal.timeout(patienceMs),
        });
        if (!response.ok) return { kind: 'failed', why: 'refused' };
        return parsed(await bounded(response));
      } catch (error) {
        const isSlow = typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError';
        return { kind: 'failed', why: isSlow ? 'slow' : 'unreachable' };
      }
    },
  };
}
