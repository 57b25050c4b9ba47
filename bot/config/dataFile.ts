// A file of data, read as JSON and checked by its schema; one that cannot be used says which file, which field and why.
import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** A shipped or edited data file does not fit its schema. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';
}

/** Paths of files that somebody gave, as text; editors on Windows put a mark before it that is no part of it. */
export function readTextFile(path: string, shownAs = path): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new DataFileError(`${shownAs} cannot be read${code}.`);
  }
}

export function readJsonFile(path: string, shownAs = path): unknown {
  const text = readTextFile(path, shownAs);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DataFileError(`${shownAs} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

export const refusedFile = (
  shownAs: string,
  problems: readonly { readonly field: string; readonly reason: string }[],
): DataFileError =>
  new DataFileError(
    `${shownAs} cannot be used:\n${problems.map(({ field, reason }) => `  - ${field || 'file'}: ${reason}`).join('\n')}`,
  );

export function readDataFile<T>(schema: z.ZodType<T>, path: string, shownAs = path): T {
  const parsed = schema.safeParse(readJsonFile(path, shownAs));
  if (parsed.success) return parsed.data;
  throw refusedFile(
    shownAs,
    parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), reason: issue.message })),
  );
}
