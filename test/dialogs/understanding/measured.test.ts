// The test sets hold the figures that understanding promises, and their lines are not copies of training lines.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadUnderstanding } from '../../../dialogs/understanding/loadUnderstanding';
import { readCases } from '../../../dialogs/understanding/measure/cases';
import { evaluate, perIntent, runCases } from '../../../dialogs/understanding/measure/evaluate';
import { nearDuplicates } from '../../../dialogs/understanding/measure/nearDuplicates';

const locales = ['zh-CN', 'en-US'] as const;
const casesOf = (folder: string, locale: string) => readCases(readFileSync(join(folder, `${locale}.jsonl`), 'utf8'));
const trainingFolder = join('dialogs', 'understanding', 'training');
const textsIn = (...path: string[]) =>
  readFileSync(join(trainingFolder, ...path), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): string => JSON.parse(line).text);
const trainingTexts = (locale: string) => [
  ...readdirSync(join(trainingFolder, locale)).flatMap((name) => textsIn(locale, name)),
  ...textsIn(`acts.${locale}.jsonl`),
  ...textsIn(`figures.${locale}.jsonl`),
];

describe.each(locales)('the test set in %s', (locale) => {
  const { cases, unreadable } = casesOf(join('test', 'understanding'), locale);
  const outcomes = runCases(cases, loadUnderstanding().understand);
  const result = evaluate(outcomes);

  it('can be read to the last line', () => expect(unreadable).toEqual([]));
  it('has every intent', () => expect(perIntent(outcomes).length).toBeGreaterThanOrEqual(43));
  it('is understood: intents', () => {
    expect(result.intentAccuracy).toBeGreaterThanOrEqual(0.92);
    expect(result.macroF1).toBeGreaterThanOrEqual(0.91);
  });
  it('is understood: slots', () => {
    expect(result.slotExact).toBeGreaterThanOrEqual(0.95);
    expect(result.slotWrong).toBeLessThanOrEqual(0.02);
  });
  it('is not refused where it is in scope', () => {
    expect(result.outOfScopeRecall).toBeGreaterThanOrEqual(0.85);
    expect(result.falseRejects).toBeLessThanOrEqual(0.03);
  });
  it.each(['vulnerable', 'thirdParty'])('misses hardly anyone who is %s', (intent) => {
    expect(perIntent(outcomes).find((one) => one.intent === intent)?.recall).toBeGreaterThanOrEqual(0.94);
  });
  it('copies no training line', () => {
    const texts = cases.map(({ text }) => text);
    expect(nearDuplicates(texts, trainingTexts(locale))).toEqual([]);
  });
});

/** Slightly below what is seen, on messages that were written to be hard and were not read before the model was made. */
const hardFloors = {
  'zh-CN': { intents: 0.93, outOfScope: 0.93, acts: 0.92 },
  'en-US': { intents: 0.9, outOfScope: 0.83, acts: 0.88 },
} as const;

describe.each(locales)('the hard messages in %s', (locale) => {
  const { cases, unreadable } = casesOf(join('test', 'understanding'), `hard-${locale}`);
  const result = evaluate(runCases(cases, loadUnderstanding().understand));
  const floors = hardFloors[locale];

  it('can be read to the last line', () => expect(unreadable).toEqual([]));
  it('are understood: intents, where it is told which act is the main one', () =>
    expect(result.intentAccuracySure).toBeGreaterThanOrEqual(floors.intents));
  it('are understood: acts', () => expect(result.actRecall).toBeGreaterThanOrEqual(floors.acts));
  it('are known to lie outside, close to banking as they are', () =>
    expect(result.outOfScopeRecall).toBeGreaterThanOrEqual(floors.outOfScope));
  it('copy no training line', () => {
    const texts = cases.map(({ text }) => text);
    expect(nearDuplicates(texts, trainingTexts(locale))).toEqual([]);
  });
});
