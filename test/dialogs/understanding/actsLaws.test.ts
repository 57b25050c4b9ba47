// Laws of acts over messages that are put together at random: nothing overlaps, nothing lies outside, order is kept.
import fc from 'fast-check';
import type { Locale } from '../../../data/domain/customer/customerTurn';
import { loadUnderstanding } from '../../../dialogs/understanding/loadUnderstanding';

const { understand } = loadUnderstanding();
const pieces: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': [
    '我欠多少',
    '转人工',
    '别再打电话了',
    '每月最多800',
    '会不会坐牢',
    '谢谢',
    '😀',
    '１５号还三千',
    '我是他担保人',
    '　',
  ],
  'en-US': [
    'how much do I owe',
    'get me a person',
    'stop calling me',
    '800 a month',
    'will I be sued',
    'thanks',
    '👍',
    'I’ll pay £300 on Friday',
    'i’m her executor',
    ' ',
  ],
};
const joiners = ['，', ' ', '。', '', ', ', ' and ', '然后', '！！', '\n', '\u200b', '?'];

const messages = fc
  .constantFrom<Locale>('zh-CN', 'en-US')
  .chain((locale) =>
    fc.tuple(
      fc.constant(locale),
      fc.array(fc.tuple(fc.constantFrom(...pieces[locale]), fc.constantFrom(...joiners)), {
        minLength: 0,
        maxLength: 6,
      }),
    ),
  )
  .map(([locale, parts]) => ({ locale, text: parts.flat().join('') }));

describe('the acts of any message', () => {
  it('are in the order said, do not overlap, and lie within the text', () => {
    fc.assert(
      fc.property(messages, ({ locale, text }) => {
        const { acts, intent } = understand(text, locale, { refDate: '2026-11-23' });
        expect(acts.length).toBeGreaterThan(0);
        expect(acts.map((act) => act.intent)).toContain(intent);
        let end = 0;
        for (const { span } of acts) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(span[1]).toBeGreaterThanOrEqual(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          end = span[1];
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the same whenever the message is read', () => {
    fc.assert(
      fc.property(messages, ({ locale, text }) => {
        const read = () => understand(text, locale, { refDate: '2026-11-23' });
        expect(read()).toEqual(read());
      }),
      { numRuns: 50 },
    );
  });
});
