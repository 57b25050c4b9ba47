// Reads training/LOCALE/{wrong,fine}/KIND.jsonl: what people say, to whom, and whether it may be said. One JSON object a line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HeardWords } from '../../domain/conduct/words/meaning';
import { listeners, speakers } from '../../domain/conduct/words/speaking';
import type { Locale } from '../../domain/customer/customerTurn';
import { isMeaningLabel, type MeaningLabel } from '../labels';

export const trainingLocales = ['zh-CN', 'en-US'] as const satisfies readonly Locale[];

export interface MeaningLine extends HeardWords {
  readonly label: MeaningLabel;
}

const lineSchema = z.strictObject({
  text: z.string().min(1),
  speaker: z.enum(speakers),
  /** Left out where the words do the same to everybody. */
  audience: z.enum(listeners).optional(),
});

function readFile(path: string, locale: Locale, label: MeaningLabel): MeaningLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        const { audience, ...rest } = lineSchema.parse(JSON.parse(line));
        const heardBy = audience === undefined ? listeners : [audience];
        return heardBy.map((one) => ({ locale, label, ...rest, audience: one }));
      } catch (error) {
        throw new Error(`${path}, line ${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
}

/** All lines of a language in a fixed order; throws with the file and line number when one cannot be read. */
export function readMeaningLines(folder: string, locale: Locale): MeaningLine[] {
  return ['fine', 'wrong'].flatMap((side) => {
    const inSide = join(folder, locale, side);
    const names = readdirSync(inSide).filter((name) => name.endsWith('.jsonl'));
    return names.sort().flatMap((name) => {
      const label = `${side}/${name.replace('.jsonl', '')}`;
      if (!isMeaningLabel(label)) throw new Error(`${join(inSide, name)}: no wrong has this name.`);
      return readFile(join(inSide, name), locale, label);
    });
  });
}
