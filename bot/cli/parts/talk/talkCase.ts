// A conversation to be judged by its visible words: what the customer types, and what each reply must and must not say.
import { z } from 'zod';
import { localeSchema } from '../../../../data/domain/customer/customerTurn';

/** A pattern over the visible words of one reply; letters of either case, full Unicode, `.` also over lines. */
const patternSchema = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'isu');
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

export const talkCaseSchema = z.strictObject({
  id: z.string().min(1),
  locale: localeSchema,
  /** What the conversation is about, for the count by kind. */
  kind: z.string().min(1),
  /** One of the shipped people; gives `{card}` and `{id}` their digits. */
  persona: z.string().optional(),
  steps: z
    .array(
      z.strictObject({
        /** What is typed; `{code}` is the newest one-time code, `{card}` and `{id}` the two endings of the persona. */
        say: z.string(),
        must: z.array(patternSchema).default([]),
        mustNot: z.array(patternSchema).default([]),
      }),
    )
    .min(1),
});
export type TalkCase = z.infer<typeof talkCaseSchema>;

/** A line that is no case, with its number and the reason. */
export class TalkCaseError extends Error {
  override readonly name = 'TalkCaseError';
}

function readLine(text: string, line: number): TalkCase {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TalkCaseError(`line ${line} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = talkCaseSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new TalkCaseError(`line ${line}, ${issue?.path.join('.') || 'case'}: ${issue?.message ?? 'cannot be read'}`);
}

/** Cases of a file, one JSON object a line; empty lines are passed over. */
export const readTalkCases = (content: string): TalkCase[] =>
  content.split(/\r?\n/).flatMap((text, index) => (text.trim() === '' ? [] : [readLine(text, index + 1)]));
