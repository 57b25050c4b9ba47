// What a schema refuses, field by field and in both languages.
import { z } from 'zod';
import type { ProblemDetail } from './contract/common';

type Issues = readonly z.core.$ZodIssue[];

function issuesIn(schema: z.ZodType, value: unknown, locale: () => { localeError: z.core.$ZodErrorMap }): Issues {
  const parsed = schema.safeParse(value, { error: locale().localeError });
  return parsed.success ? [] : parsed.error.issues;
}

/** Reads a value: what it is, or everything that is wrong with it. */
export function readBySchema<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly ProblemDetail[] } {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const english = issuesIn(schema, value, z.locales.en);
  const chinese = issuesIn(schema, value, z.locales.zhCN);
  const problems = parsed.error.issues.map(({ path, message }, index) => ({
    path: path.join('.'),
    message: { 'zh-CN': chinese[index]?.message ?? message, 'en-US': english[index]?.message ?? message },
  }));
  return { ok: false, problems };
}
