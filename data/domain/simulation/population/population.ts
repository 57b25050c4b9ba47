// The population file: read at the door, refused with field and reason; each stress set is the base with some changes.
import { z } from 'zod';
import { type PopulationFields, populationFieldsSchema } from './populationFields';

interface Problem {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

const sumsToOne = (shares: readonly number[]): boolean => Math.abs(shares.reduce((a, b) => a + b, 0) - 1) < 1e-6;

/** What is wrong beyond the shape of each field. */
function contradictions({ account, behaviours, value }: PopulationFields): Problem[] {
  const problems: Problem[] = [];
  const say = (reason: string, ...path: (string | number)[]) => problems.push({ path, reason });
  if (!sumsToOne(Object.values(behaviours).map((one) => one.share))) say('the shares must sum to 1', 'behaviours');
  if (!sumsToOne(account.daysPastDue.map((band) => band.share)))
    say('the shares must sum to 1', 'account', 'daysPastDue');
  account.daysPastDue.forEach((band, index) => {
    if (band.min > band.max) say('min is above max', 'account', 'daysPastDue', index, 'min');
  });
  if (account.balance.minFen > account.balance.maxFen) say('minFen is above maxFen', 'account', 'balance', 'minFen');
  if (account.interestShare.max + account.feeShare.max > 1)
    say('interest and fees together may be more than the balance', 'account', 'feeShare', 'max');
  if (value.hazard.base + value.hazard.strain > 1)
    say('base and strain together are a chance above 1', 'value', 'hazard', 'strain');
  value.withoutAgreement.forEach((band, index) => {
    const before = value.withoutAgreement[index - 1];
    if (before !== undefined && before.daysPastDueMax >= band.daysPastDueMax)
      say('bands must rise', 'value', 'withoutAgreement', index, 'daysPastDueMax');
  });
  return problems;
}

const checkedFieldsSchema = populationFieldsSchema.superRefine((fields, context) => {
  for (const { path, reason } of contradictions(fields))
    context.addIssue({ code: 'custom', path: [...path], message: reason });
});

export const stressNames = ['misleadingEvidence', 'noEvidence', 'strategic65', 'fragile', 'unknownBehaviour'] as const;
export type StressName = (typeof stressNames)[number];

/** Takes the fields that `change` names in place of those of `base`, group by group. */
function merge(base: unknown, change: unknown): unknown {
  const isGroup = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isGroup(base) || !isGroup(change)) return change;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) merged[key] = key in base ? merge(base[key], value) : value;
  return merged;
}

const populationFileSchema = z.strictObject({
  version: z.string().min(1),
  ...populationFieldsSchema.shape,
  /** What each stress set changes; everything else stays as above. */
  stress: z.strictObject({
    misleadingEvidence: z.record(z.string(), z.unknown()),
    noEvidence: z.record(z.string(), z.unknown()),
    strategic65: z.record(z.string(), z.unknown()),
    fragile: z.record(z.string(), z.unknown()),
    unknownBehaviour: z.record(z.string(), z.unknown()),
  }),
});

/** One population: what customers are drawn from and valued by. */
export interface Population extends PopulationFields {
  readonly version: string;
}
export type Behaviour = keyof Population['behaviours'];
export const behaviours = populationFieldsSchema.shape.behaviours.keyof().options;

/** The shipped or a staff member's population with its five stress sets, each complete. */
export interface Populations {
  readonly base: Population;
  readonly stress: Readonly<Record<StressName, Population>>;
}

export type PopulationReading =
  | { readonly kind: 'ok'; readonly populations: Populations }
  | { readonly kind: 'refused'; readonly problems: readonly { readonly field: string; readonly reason: string }[] };

const fieldName = (path: readonly PropertyKey[]): string => path.map(String).join('.') || 'population';

/** Reads a population from data; a refused file says which field and why. */
export function readPopulation(data: unknown): PopulationReading {
  const file = populationFileSchema.safeParse(data);
  const problems: { field: string; reason: string }[] = [];
  const take = (error: z.ZodError, ...before: string[]) => {
    for (const issue of error.issues)
      problems.push({ field: fieldName([...before, ...issue.path]), reason: issue.message });
  };
  if (!file.success) {
    take(file.error);
    return { kind: 'refused', problems };
  }
  const { version, stress, ...fields } = file.data;
  const base = checkedFieldsSchema.safeParse(fields);
  if (!base.success) {
    take(base.error);
    return { kind: 'refused', problems };
  }
  const read = (name: StressName): Population => {
    const changed = checkedFieldsSchema.safeParse(merge(fields, stress[name]));
    if (!changed.success) take(changed.error, 'stress', name);
    return { version: `${version}/${name}`, ...(changed.success ? changed.data : base.data) };
  };
  const sets = {
    misleadingEvidence: read('misleadingEvidence'),
    noEvidence: read('noEvidence'),
    strategic65: read('strategic65'),
    fragile: read('fragile'),
    unknownBehaviour: read('unknownBehaviour'),
  };
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'ok', populations: { base: { version, ...base.data }, stress: sets } };
}
