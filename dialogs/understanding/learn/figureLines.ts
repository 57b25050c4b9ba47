// Reads training/figures.LOCALE.jsonl: messages with amounts, and the slots that say what they are for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { expectsSchema, type Locale, slotsSchema } from '../../../data/domain/customer/customerTurn';
import { locales } from './trainingData';

const lineSchema = z.strictObject({
  text: z.string().min(1),
  expects: expectsSchema.optional(),
  slots: slotsSchema,
});

export interface FigureLine extends Readonly<z.infer<typeof lineSchema>> {
  readonly locale: Locale;
}

/** All lines of both languages; throws with file and line number when one cannot be read. */
export function readFigureLines(folder: string): FigureLine[] {
  return locales.flatMap((locale) => {
    const path = join(folder, `figures.${locale}.jsonl`);
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((source, at): FigureLine[] => {
        if (source.trim() === '') return [];
        try {
          return [{ locale, ...lineSchema.parse(JSON.parse(source)) }];
        } catch (error) {
          throw new Error(`${path}, line ${at + 1}: ${error instanceof Error ? error.message : String(error)}`);
        }
      });
  });
}
