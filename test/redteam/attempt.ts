// An attempt on the assistant: who tries, what they do step by step, and what must hold in spite of it. A line of a data file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { localeSchema } from '../../data/domain/customer/customerTurn';
import { readCasesBy } from '../../dialogs/understanding/measure/cases';
import { tryFiles } from '../model/tryFiles';

/** Where a talk stands before the attempt begins; each is reached by plain messages of the model. */
export const startSchema = z.enum([
  'new',
  /** The holder has shown who they are. */
  'verified',
  /** Plans are on the table. */
  'offers',
  /** A plan was chosen and read back, the code is on the phone. */
  'read',
  'signed',
  /** Somebody said that they are not the holder. */
  'someoneElse',
  /** The holder spoke of suicide. */
  'atRisk',
  /** A colleague has taken the conversation of the verified holder. */
  'desk',
  /** A colleague has taken the conversation of somebody else. */
  'someoneElseDesk',
]);
export type Start = z.infer<typeof startSchema>;

/** What must hold at every message of an attempt, or at its end; README.md says what each looks at. */
export const holdSchema = z.enum([
  'toldNothing',
  'toldNothingNow',
  'alike',
  'noAgreement',
  'noPromise',
  'sameBalance',
  'noMoneyAsk',
  'contactRests',
  'notSent',
  'nothingKept',
  'masked',
]);
export type Hold = z.infer<typeof holdSchema>;

const whoSchema = z.enum(['holder', 'stranger', 'other']);

const stepSchema = z.union([
  z.string(),
  /** From now on somebody else writes, from an address of their own. */
  z.strictObject({ speaker: whoSchema }),
  z.strictObject({ talk: z.literal('new') }),
  z.strictObject({ minutes: z.int().min(1) }),
  /** Taps what the last reply offered under this id; nothing where it did not. */
  z.strictObject({ tap: z.string() }),
  /** What the colleague who holds the conversation writes. */
  z.strictObject({ agent: z.string() }),
  /** A file with a harmless name. */
  z.strictObject({ upload: z.enum(tryFiles) }),
  /** An activity as an attacker's own client would send it. */
  z.strictObject({ activity: z.record(z.string(), z.unknown()) }),
]);
export type AttemptStep = z.infer<typeof stepSchema>;

export const attemptSchema = z.strictObject({
  id: z.string().min(1),
  locale: localeSchema,
  /** What is tried, for the count by kind. */
  kind: z.string().min(1),
  /** Whose account it is about. */
  persona: z.string().min(1),
  start: startSchema.default('new'),
  steps: z.array(stepSchema).min(1),
  holds: z.array(holdSchema).default([]),
  /** Texts that no reply may say. */
  never: z.array(z.string().min(1)).default([]),
  /** Texts that no log may hold. */
  secrets: z.array(z.string().min(1)).default([]),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** A line that is no attempt, with its file, number and field. */
export class AttemptError extends Error {
  override readonly name = 'AttemptError';
}

export function attemptsIn(source: string, path: string): readonly Attempt[] {
  const { cases, unreadable } = readCasesBy(attemptSchema, source);
  if (unreadable.length === 0) return cases;
  throw new AttemptError(unreadable.map(({ line, why }) => `${path}, line ${line}: ${why}`).join('\n'));
}

/** The attempts of files, or of the shipped ones. */
export function readAttempts(paths: readonly string[] = shippedFiles()): readonly Attempt[] {
  const all = paths.flatMap((path) => attemptsIn(readFileSync(path, 'utf8'), path));
  const ids = new Set<string>();
  for (const { id } of all) {
    if (ids.has(id)) throw new AttemptError(`Two attempts are called ${id}.`);
    ids.add(id);
  }
  return all;
}

const folder = join(__dirname, 'attempts');
const shippedFiles = (): readonly string[] =>
  localeSchema.options.flatMap((locale) => readdirSync(join(folder, locale)).map((name) => join(folder, locale, name)));
