// Reads training lines: dialogs/understanding/training/LOCALE/INTENT.jsonl, one {"text", "expects"?} a line.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { expectsSchema, type Intent, intentSchema, type Locale } from '../../../data/domain/customer/customerTurn';

const lineSchema = z.strictObject({ text: z.string().min(1), expects: expectsSchema.optional() });

export interface TrainingLine {
  readonly locale: Locale;
  readonly intent: Intent;
  readonly text: string;
  readonly expects?: z.infer<typeof expectsSchema> | undefined;
}

export const locales: readonly Locale[] = ['zh-CN', 'en-US'];

/** All training lines in a fixed order; throws with the file and line number when one cannot be read. */
export function readTraining(folder: string): TrainingLine[] {
  return locales.flatMap((locale) => {
    const inLocale = join(folder, locale);
    if (!existsSync(inLocale)) throw new Error(`Training data for ${locale} is missing: ${inLocale}`);
    const files = readdirSync(inLocale).filter((name) => name.endsWith('.jsonl'));
    return files
      .sort()
      .flatMap((name) => readFile(join(inLocale, name), locale, intentSchema.parse(name.replace('.jsonl', ''))));
  });
}

function readFile(path: string, locale: Locale, intent: Intent): TrainingLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [{ locale, intent, ...lineSchema.parse(JSON.parse(line)) }];
      } catch (error) {
        throw new Error(`${path}, line ${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
}
