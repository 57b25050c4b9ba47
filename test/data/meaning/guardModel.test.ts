// The guard's trained reader: the same lines give the same bytes, a broken file reads nothing, and a threat among kind words is heard.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { wrongs } from '../../../data/domain/conduct/words/meaning';
import type { Locale } from '../../../data/domain/customer/customerTurn';
import { wrongOf } from '../../../data/meaning/labels';
import { familiesOf } from '../../../data/meaning/learn/families';
import { readMeaningLines, trainingLocales } from '../../../data/meaning/learn/trainingLines';
import { trainMeaning } from '../../../data/meaning/learn/trainMeaning';
import { loadMeaning, meaningModelPath, meaningTrainingFolder } from '../../../data/meaning/loadMeaning';
import { encodeMeaningModel } from '../../../data/meaning/modelFile';

const shipped = loadMeaning();
if (shipped.kind === 'failed') throw new Error(shipped.why);
const { read } = shipped;
const heard = (text: string, locale: Locale = 'zh-CN') =>
  read({ text, locale, speaker: 'agent', audience: 'rightParty' }).heard;

const folder = mkdtempSync(join(tmpdir(), 'guard-'));
afterAll(() => rmSync(folder, { recursive: true }));

function smallTraining(): string {
  const to = join(folder, 'training');
  for (const locale of trainingLocales) {
    for (const side of ['fine', 'wrong']) mkdirSync(join(to, locale, side), { recursive: true });
    const line = (text: string) => `${JSON.stringify({ text, speaker: 'agent', audience: 'rightParty' })}\n`;
    writeFileSync(join(to, locale, 'fine', 'small.jsonl'), line('thank you 谢谢') + line('good morning 早上好'));
    writeFileSync(join(to, locale, 'wrong', 'threatJail.jsonl'), line('you will be jailed 坐牢') + line('a cell 铁窗'));
  }
  return to;
}

it('the same lines give the same bytes', () => {
  const lines = smallTraining();
  const bytes = () => encodeMeaningModel(trainMeaning(lines).model);
  expect(bytes().equals(bytes())).toBe(true);
});

it('a line that cannot be read stops the training with file and number', () => {
  const lines = smallTraining();
  writeFileSync(join(lines, 'zh-CN', 'wrong', 'shame.jsonl'), '{"text":"x"}\n');
  expect(() => trainMeaning(lines)).toThrow(/shame\.jsonl, line 1/);
  rmSync(join(lines, 'zh-CN', 'wrong', 'shame.jsonl'));
  writeFileSync(join(lines, 'zh-CN', 'wrong', 'newWrong.jsonl'), '');
  expect(() => trainMeaning(lines)).toThrow(/no wrong has this name/);
});

it('a missing file, one of another version and one with a changed byte read nothing', () => {
  const file = readFileSync(meaningModelPath());
  expect(loadMeaning(join(folder, 'nowhere.model'))).toMatchObject({ kind: 'failed' });
  const failed = (bytes: Buffer) => {
    writeFileSync(join(folder, 'other.model'), bytes);
    return loadMeaning(join(folder, 'other.model')).kind;
  };
  expect(failed(file.subarray(0, file.length - 1))).toBe('failed');
  expect(failed(Buffer.from('not a model'))).toBe('failed');
  for (const at of [10, 20_000, file.length - 1]) {
    const changed = Buffer.from(file);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect([at, failed(changed)]).toEqual([at, 'failed']);
  }
});

it('every wrong is taught in at least one language by lines of its own, and each language has words that are fine', () => {
  const labels = new Set(
    trainingLocales.flatMap((locale) => readMeaningLines(meaningTrainingFolder(), locale)).map(({ label }) => label),
  );
  expect(wrongs.filter((wrong) => !labels.has(`wrong/${wrong}`))).toEqual([]);
  expect([...labels].filter((label) => wrongOf(label) === null).length).toBeGreaterThan(10);
});

it('lines of one sitting and lines that are nearly the same are one family', () => {
  const line = (text: string, label: 'fine/small' | 'fine/time') =>
    ({ text, label, locale: 'en-US', speaker: 'agent', audience: 'rightParty' }) as const;
  const many = Array.from({ length: 13 }, (_, at) =>
    line(`${'abcdefghijklm'[at]} quite different number ${at ** 5}`, 'fine/small'),
  );
  const [first, second, ...rest] = familiesOf([
    ...many,
    line('I will ring you tomorrow morning at ten', 'fine/time'),
    line('I will ring you tomorrow morning at nine', 'fine/small'),
  ]);
  expect(first).toBe(second);
  expect(rest.at(-1)).toBe(rest.at(-2));
});

describe.each([
  ['zh-CN', '再拖下去您就等着进去吃牢饭吧。', '您慢慢说，我在听，不着急。'],
  ['en-US', 'Carry on like this and you will be eating prison food.', 'Take your time, I am listening. '],
] as const)('in %s', (locale, threat, kind) => {
  it('a threat alone is no plain word', () => expect(heard(threat, locale)).not.toMatch(/plain|fine/));

  it('a threat among kind words is heard, wherever it stands', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.nat({ max: 20 }), (before, after) => {
        expect(heard(kind.repeat(before) + threat + kind.repeat(after), locale)).not.toMatch(/plain|fine/);
      }),
    );
  });
});

it('any text is read, and gives a probability', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.constantFrom(...trainingLocales), (text, locale) => {
      const { probability } = read({ text, locale, speaker: 'bot', audience: 'unverified' });
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});
