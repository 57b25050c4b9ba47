// What staff may type into each limit: its unit, its step, and how far it may go before the schema refuses it.
import { z } from 'zod';
import { policyLimitsSchema, readPolicyLimits } from '../../../../data/domain/limits/policyLimits';
import { shippedLimits } from '../negotiation/bargaining';

interface Field {
  readonly unit?: string;
  readonly step?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly items?: Field;
  readonly oneOf?: readonly Field[];
  readonly anyOf?: readonly Field[];
}
type Row = readonly (string | number | undefined)[];

/** Path, unit, step, least and most: every field with a unit, with the bounds of its figures or of each figure in its list. */
function rowsOf(field: Field, path: string): Row[] {
  const own = [field, field.items, ...(field.anyOf ?? [])].find((one) => one?.minimum !== undefined);
  const row: Row[] = field.unit === undefined ? [] : [[path, field.unit, field.step, own?.minimum, own?.maximum]];
  const inner = Object.entries(field.properties ?? {}).flatMap(([name, one]) =>
    rowsOf(one, path === '' ? name : `${path}.${name}`),
  );
  const items = field.items === undefined ? [] : rowsOf(field.items, path);
  return [...row, ...inner, ...items, ...(field.oneOf ?? []).flatMap((one) => rowsOf(one, path))];
}

const money = ['fen', 10_000, 0, 1e12] as const;
const smallMoney = ['fen', 100, 0, 1e12] as const;
const share = ['share', 0.01, 0, 1] as const;
const days = ['days', 1, 0, 36_500] as const;
const months = ['months', 1, 1, 60] as const;
const rate = ['sharePerMonth', 0.0001, 0, 0.05] as const;
const authority = (tier: string): Row[] => [
  [`authority.${tier}.instalmentCountMax`, ...months],
  [`authority.${tier}.balanceFenMax`, ...money],
  [`authority.${tier}.feeWaiverShareMax`, ...share],
  [`authority.${tier}.interestWaiverShareMax`, ...share],
  [`authority.${tier}.monthlyRateMin`, ...rate],
];

test('each figure is asked for in its unit and in steps, from its least to its most', () => {
  const schema = z.toJSONSchema(policyLimitsSchema, { io: 'input' }) as Field;
  expect(rowsOf(schema, '')).toEqual([
    ['balanceFenMin', ...money],
    ['balanceFenMax', ...money],
    ['daysPastDueMin', ...days],
    ['brokenArrangementsMax', 'count', 1, 0, 100],
    ['roundsMax', 'count', 1, 1, 30],
    ['quoteValidDays', 'days', 1, 1, 60],
    ['dueDayDefault', 'count', 1, 1, 28],
    ['dueDayMax', 'count', 1, 1, 31],
    ['downPaymentStepFen', 'fen', 100, 1, 1e12],
    ['readingSeconds', 'seconds', 1, 0, 600],
    ['promise.daysMax', ...days],
    ['promise.shareMin', ...share],
    ['evidence.statedShareMax', ...share],
    ['evidence.documentedShareMax', ...share],
    ['evidence.salaryShare', ...share],
    ['evidence.salaryCreditsMin', 'count', 1, 0, 100],
    ...authority('assistant'),
    ...authority('supervisor'),
    ['reliefRules.needs.downPaymentShareMin', ...share],
    ['reliefRules.needs.instalmentCountMax', ...months],
    ['reliefRules.feeWaiverShare', ...share],
    ['reliefRules.interestWaiverShare', ...share],
    ['reliefRules.monthlyRate', ...rate],
    ['segments.daysPastDueMin', ...days],
    ['segments.daysPastDueMax', ...days],
    ['segments.balanceFenMin', ...money],
    ['segments.balanceFenMax', ...money],
    ['segments.instalmentCounts', ...months],
    ['segments.instalmentFenMin', ...smallMoney],
    ['segments.monthlyRateList', ...rate],
    ['segments.monthlyRateFloor', ...rate],
    ['segments.downPaymentShareMin', ...share],
    ['segments.downPaymentShareMax', ...share],
    ['segments.downPaymentShares', ...share],
    ['segments.firstPaymentDaysMin', 'days', 1, 0, 180],
    ['segments.deferMonthsMax', 'months', 1, 0, 24],
  ]);
});

type Json = Record<string | number, unknown>;
/** A copy of the shipped limits with the value at the end of the path replaced. */
function limitsWith(path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = structuredClone(shippedLimits);
  const last = path.at(-1) ?? '';
  const owner = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Json)[key], copy);
  (owner as Json)[last] = value;
  return copy;
}
const refusedFields = (path: readonly (string | number)[], value: unknown): string[] => {
  const reading = readPolicyLimits(limitsWith(path, value));
  return reading.kind === 'ok' ? [] : reading.problems.map(({ field }) => field);
};

test.each<readonly [string, unknown]>([
  ['version', ''],
  ['excludedProducts.0', ''],
  ['reliefRules.0.reliefRuleId', ''],
  ['reliefRules.0.title.en', ''],
  ['reliefRules.0.title.zh', ''],
  ['reliefRules.0.needs.reasons', []],
  ['segments', []],
  ['segments.0.segmentId', ''],
  ['segments.0.products', ['']],
  ['segments.0.instalmentCounts', []],
  ['segments.0.methods', []],
  ['segments.0.downPaymentShares', []],
])('%s may not be empty', (path, nothing) => {
  const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  expect(refusedFields(keys, nothing).some((field) => field.startsWith(path))).toBe(true);
});

test('a list of segments or of months is not longer than anyone can read', () => {
  const [, late] = shippedLimits.segments;
  const many = (length: number) =>
    Array.from({ length }, (_, i) => ({ ...late, segmentId: `s${i}`, daysPastDueMin: i, daysPastDueMax: i }));
  expect(refusedFields(['segments'], many(50))).toEqual([]);
  expect(refusedFields(['segments'], many(51))).toEqual(['segments']);
  const sixty = Array.from({ length: 60 }, (_, i) => i + 1);
  expect(refusedFields(['segments', 0, 'instalmentCounts'], sixty)).toEqual([]);
  expect(refusedFields(['segments', 0, 'instalmentCounts'], [...sixty, 60])).toContain('segments.0.instalmentCounts');
});

test.each([
  { kind: 'evidence', reasons: ['illness'] },
  { kind: 'downPayment', downPaymentShareMin: 0.5 },
  { kind: 'shorterTerm', instalmentCountMax: 12 },
])('relief may be given for $kind', (needs) => {
  expect(refusedFields(['reliefRules', 0, 'needs'], needs)).toEqual([]);
});

test.each([
  ['12 and a half months', ['segments', 0, 'instalmentCounts', 0], 12.5],
  ['a share above one', ['segments', 0, 'downPaymentShareMin'], 1.01],
  ['a rate of more than 5 % a month', ['segments', 0, 'monthlyRateList'], 0.0501],
  ['a fraction of a fen', ['segments', 0, 'instalmentFenMin'], 0.5],
  ['a method that nobody can work out', ['segments', 0, 'methods', 0], 'balloon'],
  ['a reason that no document proves', ['reliefRules', 0, 'needs', 'reasons', 0], 'boredom'],
  ['half a deferral', ['segments', 0, 'deferMonthsMax'], 0.5],
  ['half a round', ['roundsMax'], 1.5],
  ['a day that is not in the calendar', ['effectiveFrom'], '2026-02-30'],
  ['relief in return for nothing that has a name', ['reliefRules', 0, 'needs', 'kind'], 'smile'],
] as const)('%s is refused', (_, path, value) => {
  expect(refusedFields(path, value).some((field) => path.join('.').startsWith(field))).toBe(true);
});

test.each([
  [['generosity']],
  [['promise', 'generosity']],
  [['evidence', 'generosity']],
  [['authority', 'generosity']],
  [['authority', 'assistant', 'generosity']],
  [['reliefRules', 0, 'generosity']],
  [['reliefRules', 0, 'title', 'generosity']],
  [['reliefRules', 0, 'needs', 'generosity']],
  [['segments', 0, 'generosity']],
])('a field that nobody knows is refused at %j', (path) => {
  expect(refusedFields(path, 1)).toEqual([path.slice(0, -1).join('.') || 'policy']);
});
