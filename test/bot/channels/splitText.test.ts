// Long texts in pieces for channels that count bytes: between lines first, nothing lost, no figure in two.
import fc from 'fast-check';
import { splitText } from '../../../bot/channels/splitText';

const bytes = (text: string) => Buffer.byteLength(text, 'utf8');

test('whatever the text, each piece fits, and together they are the text but for blanks', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('\n', '。', ' ', '第一期 479.66 元', '12,345.67', '😀', 'x'.repeat(90)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), fc.integer({ min: 16, max: 80 }), (parts, max) => {
      const text = parts.join('').toWellFormed();
      fc.pre(text.trim() !== '');
      const pieces = splitText(text, max);
      expect(pieces.every((piece) => bytes(piece) <= max)).toBe(true);
      expect(pieces.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    }),
  );
});

test('a table of costs is cut between its lines', () => {
  const lines = Array.from({ length: 60 }, (_, n) => `第${n + 1}期　2027年1月15日　本金 1,234.56 元　利息 12.34 元`);
  const pieces = splitText(lines.join('\n'), 2048);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join('\n').split('\n')).toEqual(lines);
});

test('no figure, day, rate or number of an agreement is cut in two, also where there is one long line', () => {
  const figures = ['26,431.20', '2026年12月16日', '3.6%', 'AG-7F3K-20AB', '15 December 2026', '400-800-1234'];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...figures), { minLength: 5, maxLength: 60 }),
      fc.integer({ min: 30, max: 90 }),
      (said, max) => {
        const pieces = splitText(said.map((figure) => `每月还${figure}，`).join(''), max);
        const found = pieces.flatMap(
          (piece) => piece.match(new RegExp(figures.join('|').replaceAll('.', '\\.'), 'g')) ?? [],
        );
        expect(found).toEqual(said);
      },
    ),
  );
});

test('what fits is one piece, as it was', () => {
  expect(splitText('  一句话\n\n两句话 ', 2048)).toEqual(['  一句话\n\n两句话 ']);
});
