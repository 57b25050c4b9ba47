// What a schema refuses, field by field and in both languages.
import type { z } from 'zod';
import type { ProblemDetail } from './contract/common';
import { adviceOn } from './fieldAdvice';

export type Path = readonly PropertyKey[];

/** Reads a value: what it is, or everything that is wrong with it. `unitAt` tells the unit of a field, for its bounds. */
export function readBySchema<T>(
  schema: z.ZodType<T>,
  value: unknown,
  unitAt: (path: Path) => string | undefined = () => undefined,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly ProblemDetail[] } {
  // A reason that the schema itself gives comes before these words.
  const read = (locale: 'zh-CN' | 'en-US') =>
    schema.safeParse(value, { error: (issue) => adviceOn(issue, unitAt(issue.path ?? []))[locale] });
  const english = read('en-US');
  if (english.success) return { ok: true, value: english.data };
  const chinese = read('zh-CN').error?.issues ?? [];
  const problems = english.error.issues.map(({ path, message }, index) => ({
    path: path.join('.'),
    message: { 'zh-CN': chinese[index]?.message ?? message, 'en-US': message },
  }));
  return { ok: false, problems };
}
