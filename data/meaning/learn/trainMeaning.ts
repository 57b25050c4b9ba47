// Training lines → the guard's model: the same lines give the same bytes.
import { createHash } from 'node:crypto';
import type { Locale } from '../../domain/customer/customerTurn';
import { buildPinyinTable } from '../../linear/buildPinyinTable';
import type { LinearModel } from '../../linear/linear';
import { type Pinyin, pinyinFrom } from '../../linear/pinyinTable';
import { quantise } from '../../linear/quantise';
import { type Example, trainLinear } from '../../linear/trainLinear';
import { meaningFeatures } from '../features';
import type { MeaningLabel } from '../labels';
import type { MeaningModel } from '../modelFile';
import { type MeaningLine, readMeaningLines, trainingLocales } from './trainingLines';

const settings = { epochs: 14, rate: 0.5, smoothing: 0.1, dropped: 0.5, averaged: 4 } as const;
/** Sharpens the scores, so that the thresholds stand where they are easy to read; found together with them. */
const temperature = 0.6;

export const labelsOf = (lines: readonly MeaningLine[]): MeaningLabel[] =>
  [...new Set(lines.map(({ label }) => label))].sort();

export const examplesOf = (lines: readonly MeaningLine[], labels: readonly MeaningLabel[], pinyin: Pinyin): Example[] =>
  lines.map((line) => ({ features: meaningFeatures(line, pinyin), label: labels.indexOf(line.label) }));

/** One language's model from examples whose labels are places in `labels`. */
export const trainOn = (examples: readonly Example[], labels: readonly MeaningLabel[]): LinearModel<MeaningLabel> =>
  quantise(labels, trainLinear(examples, { ...settings, classes: labels.length }), temperature);

export function trainMeaning(folder: string): { readonly model: MeaningModel; readonly lineCount: number } {
  const table = buildPinyinTable();
  const pinyin = pinyinFrom(table);
  const linesOf = (locale: Locale) => readMeaningLines(folder, locale);
  const lines = { 'zh-CN': linesOf('zh-CN'), 'en-US': linesOf('en-US') };
  const modelOf = (locale: Locale) => {
    const labels = labelsOf(lines[locale]);
    return trainOn(examplesOf(lines[locale], labels, pinyin), labels);
  };
  const version = createHash('sha256')
    .update(JSON.stringify([settings, temperature, lines]))
    .digest('hex')
    .slice(0, 12);
  const locales = { 'zh-CN': modelOf('zh-CN'), 'en-US': modelOf('en-US') };
  return {
    model: { version, pinyin: table, locales },
    lineCount: trainingLocales.reduce((sum, locale) => sum + lines[locale].length, 0),
  };
}
