// Reads training lines: dialogs/understanding/training/LOCALE/INTENT.jsonl, one {"text", "expects"?, "aspect"?, "what"?, "role"?} a line.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  aspectSchema,
  expectsSchema,
  type Intent,
  intentSchema,
  type Locale,
  roleBesideHolderSchema,
  undoneSchema,
} from '../../../data/domain/customer/customerTurn';

/** 'none': the line has the intent, and none of the details that the contract names. */
const noDetail = z.literal('none');
export const detailSchemas = {
  aspect: z.enum([...aspectSchema.options, noDetail.value]),
  what: z.enum([...undoneSchema.options, noDetail.value]),
  role: z.enum([...roleBesideHolderSchema.options, noDetail.value]),
} as const;
const lineSchema = z.strictObject({
  text: z.string().min(1),
  expects: expectsSchema.optional(),
  aspect: detailSchemas.aspect.optional(),
  what: detailSchemas.what.optional(),
  role: detailSchemas.role.optional(),
});

/** A line of training/LOCALE/INTENT.jsonl; the keys beside the text say what the assistant had asked, or teach a detail of the intent. */
export interface TrainingLine extends Readonly<z.infer<typeof lineSchema>> {
  readonly locale: Locale;
  readonly intent: Intent;
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
