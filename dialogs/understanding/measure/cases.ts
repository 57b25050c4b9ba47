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

export interface ReadCases<Case = UnderstandingCase> {
  readonly cases: readonly Case[];
  readonly unreadable: readonly UnreadableLine[];
}

function readLine<Case>(text: string, schema: z.ZodType<Case>): { readonly read: Case } | { readonly why: string } {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return { read: parsed.data };
    return {
      why: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; '),
    };
  } catch {
    return { why: 'this is not JSON' };
  }
}

/** Cases of whatever shape, one JSON object a line; empty lines are passed over. */
export function readCasesBy<Case>(schema: z.ZodType<Case>, source: string): ReadCases<Case> {
  const cases: Case[] = [];
  const unreadable: UnreadableLine[] = [];
  source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((text, index) => {
      if (text.trim() === '') return;
      const line = readLine(text, schema);
      if ('why' in line) unreadable.push({ line: index + 1, why: line.why });
      else cases.push(line.read);
    });
  return { cases, unreadable };
}

export const readCases = (source: string): ReadCases => readCasesBy(caseSchema, source);
