// Test cases, one JSON object a line: what a message should be understood as. A line that cannot be read is told, not fatal.
import { z } from 'zod';
import { calendarDateSchema } from '../../../data/domain/calendar/calendar';
import { expectsSchema, intentSchema, localeSchema, slotsSchema } from '../../../data/domain/customer/customerTurn';

export const caseSchema = z.strictObject({
  text: z.string(),
  locale: localeSchema,
  refDate: calendarDateSchema,
  intent: intentSchema,
  slots: slotsSchema.default({}),
  expects: expectsSchema.optional(),
  /** Everything that the message does, in any order. */
  acts: z.array(z.strictObject({ intent: intentSchema, slots: slotsSchema.default({}) })).optional(),
  /** What makes the case hard; only counted. */
  tags: z.array(z.string()).optional(),
});
export type UnderstandingCase = z.infer<typeof caseSchema>;

export interface UnreadableLine {
  readonly line: number;
  readonly why: string;
}

export interface ReadCases {
  readonly cases: readonly UnderstandingCase[];
  readonly unreadable: readonly UnreadableLine[];
}

function readLine(text: string): UnderstandingCase | string {
  try {
    const parsed = caseSchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    return parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ');
  } catch {
    return 'this is not JSON';
  }
}

export function readCases(source: string): ReadCases {
  const cases: UnderstandingCase[] = [];
  const unreadable: UnreadableLine[] = [];
  source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((text, index) => {
      if (text.trim() === '') return;
      const read = readLine(text);
      if (typeof read === 'string') unreadable.push({ line: index + 1, why: read });
      else cases.push(read);
    });
  return { cases, unreadable };
}
