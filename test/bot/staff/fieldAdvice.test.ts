// What the console says about a field: our own plain words in both languages, with bounds as they are typed.
import { z } from 'zod';
import { readShippedData } from '../../../bot/config/shippedData';
import { problemsOf } from '../../../bot/staff/policies/check';
import { jsonSchemaOf } from '../../../bot/staff/policies/formSchema';
import { readBySchema } from '../../../bot/staff/schemaProblems';
import { staffTexts } from '../../../bot/staff/text/staffText';

const data = readShippedData();
const { offerLimits, utteranceRules, contactRules, knowledge } = data;
const [segment] = offerLimits.segments;
const [cap] = contactRules.caps;
const kindsOfPolicy = ['offerLimits', 'contactRules', 'utteranceRules', 'answers'] as const;
const locales = ['zh-CN', 'en-US'] as const;

/** The name of the text that a message was made of, and what was put into it. */
function madeOf(message: string, locale: 'zh-CN' | 'en-US'): [string, string] {
  for (const [name, text] of Object.entries(staffTexts[locale].field)) {
    const [before = '', after = ''] = text.split(/\{\w+\}/);
    const isPlain = !text.includes('{');
    if (isPlain ? message === text : message.startsWith(before) && message.endsWith(after))
      return [name, isPlain ? '' : message.slice(before.length, message.length - after.length)];
  }
  return ['', message];
}

const saidOf = (schema: z.ZodType, value: unknown, unit?: string) => {
  const read = readBySchema(schema, value, () => unit);
  return read.ok ? [] : read.problems.map(({ message }) => locales.map((locale) => madeOf(message[locale], locale)));
};

test.each([
  ['nothing at all', z.string(), undefined, 'missing', ''],
  ['an empty text', z.string().min(1), '', 'missing', ''],
  ['nothing where a number is due', z.number(), null, 'missing', ''],
  ['words for a number', z.number(), 'many', 'number', ''],
  ['a fraction of a count', z.int(), 1.5, 'wholeNumber', ''],
  ['a number for words', z.string(), 3, 'text', ''],
  ['words for yes or no', z.boolean(), 'x', 'yesOrNo', ''],
  ['a text for a group', z.object({}), 'x', 'shape', ''],
  ['too little', z.number().min(5), 4, 'atLeast', '5'],
  ['too much', z.number().max(1000), 2000, 'atMost', '1,000'],
  ['nought where more is due', z.int().positive(), 0, 'moreThan', '0'],
  ['no entry', z.array(z.string()).min(1), [], 'noEntries', ''],
  ['too few entries', z.array(z.string()).min(3), ['a'], 'fewEntries', '3'],
  ['too many characters', z.string().max(3), 'four', 'manyCharacters', '3'],
  ['a day that no calendar has', z.iso.date(), '2026-02-30', 'date', ''],
  ['another choice', z.enum(['a', 'b']), 'c', 'oneOf', undefined],
  ['a field that does not exist', z.strictObject({}), { no: 1 }, 'unknownField', 'no'],
] as const)('%s is answered with what to do', (_name, schema, value, text, limit) => {
  const [said] = saidOf(schema, value);
  expect(said?.map(([name]) => name)).toEqual([text, text]);
  if (limit !== undefined) expect(said?.map(([, put]) => put)).toEqual([limit, limit]);
});

test('a bound is said in the unit that is typed', async () => {
  const bound = (unit: string, max: number) => saidOf(z.number().max(max), max + 1, unit)[0]?.map(([, put]) => put);
  expect(bound('fen', 1_000_000)).toEqual([expect.stringContaining('10,000'), expect.stringContaining('10,000')]);
  expect(bound('share', 0.85)).toEqual(['85%', '85%']);
  expect(bound('sharePerMonth', 0.005)?.[1]).toContain('0.5%');
  const problems = await problemsOf(
    'offerLimits',
    {
      ...offerLimits,
      segments: [{ ...segment, balanceFenMax: 2e12, downPaymentShares: [1.5], instalmentCounts: [72] }],
    },
    utteranceRules,
  );
  const at = (path: string) => problems.find((problem) => problem.path === path)?.message['en-US'] ?? '';
  expect(at('segments.0.balanceFenMax')).toContain('10,000,000,000 yuan');
  expect(at('segments.0.downPaymentShares.0')).toContain('100%');
  expect(at('segments.0.instalmentCounts.0')).toContain('60 months');
});

/** Every pattern that a form's schema names. */
function patternsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
  );
}

test('every pattern that a policy’s field must fit has words of its own', () => {
  const known = Object.keys(staffTexts['en-US'].pattern).map((source) => source.slice(1, -1));
  const needed = kindsOfPolicy.flatMap((kind) => patternsIn(jsonSchemaOf(kind)));
  expect(needed.filter((pattern) => !known.includes(pattern))).toEqual([]);
  expect(needed.length).toBeGreaterThan(2);
});

test('a contradiction names fields as the form does, and says what to do in both languages', async () => {
  const { authority } = offerLimits;
  const wrong = {
    ...offerLimits,
    balanceFenMin: offerLimits.balanceFenMax + 1,
    dueDayDefault: 28,
    dueDayMax: 5,
    authority: { ...authority, assistant: { ...authority.assistant, instalmentCountMax: 60, monthlyRateMin: 0.02 } },
    segments: [
      {
        ...segment,
        daysPastDueMin: 900,
        daysPastDueMax: 800,
        downPaymentShares: [0.99],
        downPaymentShareMax: 1,
        instalmentCounts: [6, 6],
        monthlyRateFloor: 0.02,
        monthlyRateList: 0.01,
        reliefRuleIds: ['nothing'],
        firstPaymentDaysMin: 0,
      },
      segment,
    ],
  };
  const rule = { ...utteranceRules.rules[0], pattern: '(' };
  const problems = [
    ...(await problemsOf('offerLimits', wrong, utteranceRules)),
    ...(await problemsOf('utteranceRules', { ...utteranceRules, rules: [rule, rule] }, utteranceRules)),
    ...(await problemsOf('answers', [knowledge.answers[0], knowledge.answers[0]], utteranceRules)),
    ...(await problemsOf('contactRules', { ...contactRules, caps: [cap, cap] }, utteranceRules)),
    ...(await problemsOf(
      'contactRules',
      { ...contactRules, hours: { ...contactRules.hours, until: '00:00' } },
      utteranceRules,
    )),
  ];
  expect(problems.length).toBeGreaterThan(10);
  const english = new Map(Object.entries(staffTexts['en-US'].reason));
  const ends = Object.entries(staffTexts['zh-CN'].reason).map(([name, zh]) => [
    zh.slice(-4),
    english.get(name)?.slice(-6) ?? '',
  ]);
  for (const { path, message } of problems) {
    expect([path, message['zh-CN']]).toEqual([path, expect.stringMatching(/\p{Script=Han}/u)]);
    expect([path, message['en-US']]).toEqual([
      path,
      expect.not.stringMatching(/[a-z](?:Min|Max|Default|Days|Counts?)\b|\{p\d/),
    ]);
    expect(ends.some(([zh = '', en = '']) => message['zh-CN'].endsWith(zh) && message['en-US'].endsWith(en))).toBe(
      true,
    );
  }
});
