// Reads training/acts.LOCALE.jsonl: messages with all that they do, each act with the part of the message that does it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Intent, intentSchema, type Locale } from '../../../data/domain/customer/customerTurn';
import { locales } from './trainingData';

const index = z.number().int().nonnegative();
const lineSchema = z.strictObject({
  text: z.string().min(1),
  acts: z.array(z.strictObject({ intent: intentSchema, span: z.tuple([index, index]) })).min(1),
});

export interface ActLine {
  readonly locale: Locale;
  readonly text: string;
  readonly acts: readonly { readonly intent: Intent; readonly span: readonly [number, number] }[];
}

/** All lines of both languages; throws with file and line number when one cannot be read or a span lies outside its text. */
export function readActLines(folder: string): ActLine[] {
  return locales.flatMap((locale) => {
    const path = join(folder, `acts.${locale}.jsonl`);
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((source, at): ActLine[] => {
        if (source.trim() === '') return [];
        try {
          const { text, acts } = lineSchema.parse(JSON.parse(source));
          if (acts.some(({ span: [from, to] }) => from >= to || to > text.length)) throw new Error('a span is wrong');
          return [{ locale, text, acts }];
        } catch (error) {
          throw new Error(`${path}, line ${at + 1}: ${error instanceof Error ? error.message : String(error)}`);
        }
      });
  });
}
