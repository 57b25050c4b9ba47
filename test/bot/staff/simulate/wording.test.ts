// The text channel's words: apart from all training data, and figures as people write them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { phrases, spokenChinese, wordTurn } from '../../../../bot/staff/simulate/text/wording';
import { certainTurn, type Locale } from '../../../../data/domain/customer/customerTurn';
import { randomFrom } from '../../../../data/domain/simulation/population/random';

const root = join(__dirname, '..', '..', '..', '..');
const linesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(root, folder, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '');

/** Without figures, spaces and punctuation: what is left is the phrase. */
const bare = (text: string): string =>
  text
    .replace(/\{\w+\}/g, '')
    .replace(/[\d\s\p{P}]/gu, '')
    .toLowerCase();

test('phrases are not lines of the training data, but for a chance few that two people would both write', () => {
  const trained = new Set(
    linesBelow('dialogs/understanding/training').map((line) => {
      const parsed: { text?: string } = JSON.parse(line);
      return bare(parsed.text ?? '');
    }),
  );
  const all = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(all)
        : [];
  // One word alone, such as a bare no or the word that signs, belongs to nobody.
  const own = all(phrases).filter((phrase) => bare(phrase).length >= 6 && phrase !== 'confirm');
  expect(own.length).toBeGreaterThan(100);
  expect(own.filter((phrase) => trained.has(bare(phrase))).length).toBeLessThanOrEqual(3);
});

test.each([
  [800, '八百'],
  [1250, '一千二百五'],
  [1200, '一千二'],
  [2000, '两千'],
  [1050, '一千零五十'],
  [980, '九百八'],
  [12300, '一万二千三'],
  [10500, '一万零五百'],
  [220, '两百二'],
])('%i is said as %s', (yuan, words) => {
  expect(spokenChinese(yuan, phrases['zh-CN'].numerals)).toBe(words);
});

const customer = { behaviour: 'truthful' } as const;
const word = (locale: Locale, ...turn: Parameters<typeof certainTurn>) =>
  Array.from({ length: 60 }, (_, seed) => wordTurn(certainTurn(...turn), customer, null, locale, randomFrom(seed)));

test.each(['zh-CN', 'en-US'] as const)('in %s every figure of an act is in the words', (locale) => {
  const slots = { monthlyAmount: { min: 700, max: 800 }, lumpSum: { min: 3900, max: 3900 }, payday: 15 };
  for (const text of word(locale, 'negotiate.terms', slots)) {
    expect(text).toMatch(/700|七百/);
    expect(text).toMatch(/800|八百/);
    expect(text).toMatch(/3,?900|三千九/);
    expect(text).toMatch(/15/);
    expect(text).not.toMatch(/[{}]/);
  }
  for (const text of word(locale, 'negotiate.accept', { offerNumber: 3 })) expect(text).toMatch(/3|三|third/);
});

test.each(['zh-CN', 'en-US'] as const)(
  'in %s months, a later start and the sum of a year are put into words',
  (locale) => {
    for (const text of word(locale, 'negotiate.terms', { instalmentCount: { min: 36, max: 36 } }))
      expect(text).toMatch(/36/);
    for (const text of word(locale, 'negotiate.terms', { deferMonths: 2 })) expect(text).toMatch(/2/);
    const yearly = {
      monthlyAmount: { min: 500, max: 500 },
      statedAmount: { min: 6000, max: 6000 },
      frequency: 'year',
    } as const;
    for (const text of word(locale, 'negotiate.terms', yearly)) {
      expect(text).toMatch(/6,?000|六千/);
      expect(text).not.toMatch(/500|五百/);
      expect(text).toMatch(/年|year/);
    }
  },
);

test('the same seed types the same words', () => {
  expect(word('zh-CN', 'negotiate.start')).toEqual(word('zh-CN', 'negotiate.start'));
  expect(new Set(word('en-US', 'negotiate.start')).size).toBeGreaterThan(3);
});
