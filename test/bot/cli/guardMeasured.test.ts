// How well the guard judges lines that were written apart from its rules and its training lines; the gates stand below the figures of README.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGuardCases, runGuardCases, scoreOf } from '../../../bot/cli/parts/guard/guardCases';
import { localeSchema } from '../../../data/domain/customer/customerTurn';
import { readMeaningLines } from '../../../data/meaning/learn/trainingLines';
import { loadMeaning, meaningTrainingFolder } from '../../../data/meaning/loadMeaning';
import { rulesAlone } from '../../support/rulesAlone';

const meaning = loadMeaning();
if (meaning.kind === 'failed') throw new Error(meaning.why);
const rules = { ...rulesAlone, readMeaning: meaning.read };
const casesOf = (locale: string) =>
  readGuardCases(readFileSync(join(__dirname, '..', '..', 'conduct', `${locale}.jsonl`), 'utf8'));

const gates = {
  'zh-CN': { recall: 0.94, precision: 0.83, held: 0.08, goodNotPassed: 0.19 },
  'en-US': { recall: 0.88, precision: 0.83, held: 0.11, goodNotPassed: 0.19 },
} as const;

describe.each(localeSchema.options)('in %s', (locale) => {
  const { cases, unreadable } = casesOf(locale);

  it('lines that nobody wrote a rule or a training line from are judged within the gates', () => {
    expect(unreadable).toEqual([]);
    const outcomes = runGuardCases(cases, rules);
    const { n, recall, precision, held } = scoreOf(outcomes);
    const good = outcomes.filter(({ expect: wanted }) => wanted === 'pass');
    const kept = good.filter(({ verdict }) => verdict.outcome !== 'send');
    const gate = gates[locale];
    expect(n).toBeGreaterThan(200);
    expect(recall).toBeGreaterThanOrEqual(gate.recall);
    expect(precision).toBeGreaterThanOrEqual(gate.precision);
    expect(held).toBeLessThanOrEqual(gate.held);
    expect(kept.length / good.length).toBeLessThanOrEqual(gate.goodNotPassed);
  });

  it('the reader of meanings finds far more than rules alone', () => {
    const alone = scoreOf(runGuardCases(cases, rulesAlone));
    const both = scoreOf(runGuardCases(cases, rules));
    expect(both.recall - alone.recall).toBeGreaterThan(0.1);
  });

  it('none of them is a training line', () => {
    const plain = (text: string) => text.toLowerCase().replace(/[\s\p{P}\d]/gu, '');
    const taught = new Set(readMeaningLines(meaningTrainingFolder(), locale).map(({ text }) => plain(text)));
    expect(cases.filter(({ text }) => taught.has(plain(text))).length).toBe(0);
  });
});
