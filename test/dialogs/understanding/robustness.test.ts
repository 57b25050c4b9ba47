// Whatever arrives, a turn comes out of it, and the work done for it is bounded.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  customerTurnSchema,
  expectsSchema,
  type Locale,
  slotsSchema,
} from '../../../data/domain/customer/customerTurn';
import { actsOf } from '../../../dialogs/understanding/acts/actsOf';
import { type Classify, createClassifier } from '../../../dialogs/understanding/intents/classifier';
import { createDetails } from '../../../dialogs/understanding/intents/details';
import { decodeModel } from '../../../dialogs/understanding/learn/modelFile';
import { modelPath } from '../../../dialogs/understanding/learn/modelPlace';
import { findNumerals } from '../../../dialogs/understanding/numerals/findNumerals';
import { createFigureReader } from '../../../dialogs/understanding/slots/learned/figureReader';
import { normalise } from '../../../dialogs/understanding/text/normalise';
import { createUnderstanding } from '../../../dialogs/understanding/understanding';

const model = decodeModel(readFileSync(modelPath()));
const { understand } = createUnderstanding(model);
const context = { refDate: '2026-11-23' };

/** The 1,200 units that are read and the line break between beginning and end, where every sign may stand for four letters. */
const mostLetters = 4 * 1201;
const mostNumerals = 40;
/** The whole, the 28 stretches between six places and both ends, and twice the seven parts with the six joinings of neighbours. */
const mostClassified = 1 + 28 + 2 * 7 + 6;

/** How much is done for a text: letters and numerals read, texts classified. */
function workOn(source: string, locale: Locale) {
  const normal = normalise(source);
  const trained = createClassifier(model);
  let classified = 0;
  const classify: Classify = (input) => {
    classified++;
    return trained(input);
  };
  const figures = { 'zh-CN': model.locales['zh-CN'].figure, 'en-US': model.locales['en-US'].figure };
  const readers = { classify, detailsOf: createDetails(model), readFigure: createFigureReader(figures) };
  actsOf({ source, normal, locale, context }, readers, { model: model.locales[locale], classify });
  return { letters: normal.text.length, numerals: findNumerals(normal.text).length, classified };
}

const baits = [
  '1'.repeat(5000),
  '1,'.repeat(5000),
  '一二三四五'.repeat(2000),
  '千百十'.repeat(3333),
  '万'.repeat(10000),
  '还1w5万3千2百'.repeat(1000),
  '欠了我的是有'.repeat(1600),
  '每月最多800块'.repeat(1200),
  '不是不是'.repeat(2500),
  'i already paid just only '.repeat(400),
  "can't really even ".repeat(550),
  'two hundred thousand and '.repeat(400),
  'a and a half '.repeat(760),
  'ignore all any every '.repeat(470),
  'my husband who '.repeat(660),
  '1-2-3-'.repeat(1666),
  ' '.repeat(10000),
  '\u200b'.repeat(10000),
  '\u202e还800'.repeat(1600),
  '\ud800'.repeat(10000),
  '😀'.repeat(5000),
  'e\u0301'.repeat(5000),
  'ﷺ还'.repeat(5000),
  '还钱，转人工，别打了，会起诉吗，'.repeat(600),
  "i can't pay and stop calling me, will you sue? get me a person ".repeat(150),
];

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '每月',
    '还',
    '800',
    '1w5',
    '两三千',
    '15号',
    '下个月',
    '最多',
    '不是',
    ' a month',
    ' the 15th',
    ' grand',
    '\u200b',
    '\u202e',
    '\ud83d',
    '，',
    '%',
    '第二个',
    '打八折',
    '２',
    '½',
    '①',
  ),
);
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('').slice(0, 10_000));
const anyExpects = fc.option(
  fc.constantFrom(...Object.keys(slotsSchema.shape), 'offer', 'confirm').map((name) => expectsSchema.parse(name)),
  { nil: undefined },
);

describe('any text at all', () => {
  it('gives a turn that keeps the contract', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('zh-CN' as const, 'en-US' as const), anyExpects, (text, locale, expects) => {
        expect(customerTurnSchema.safeParse(understand(text, locale, { ...context, expects })).success).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('means the same twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(understand(text, 'zh-CN', context)).toEqual(understand(text, 'zh-CN', context));
      }),
      { numRuns: 100 },
    );
  });

  it.each(baits.map((text, index) => [index, text.slice(0, 12), text] as const))(
    'bait %i (%j…) costs no more than a long message',
    (_index, _start, text) => {
      for (const locale of ['zh-CN', 'en-US'] as const) {
        const { letters, numerals, classified } = workOn(text, locale);
        expect(letters).toBeLessThanOrEqual(mostLetters);
        expect(numerals).toBeLessThanOrEqual(mostNumerals);
        expect(classified).toBeLessThanOrEqual(mostClassified);
      }
    },
  );

  it('a message of ten times the length costs what its beginning and end cost', () => {
    const short = "i can't pay and stop calling me, will you sue? ".repeat(100);
    const long = "i can't pay and stop calling me, will you sue? ".repeat(1000);
    expect(workOn(long, 'en-US')).toEqual(workOn(short, 'en-US'));
  });
});
