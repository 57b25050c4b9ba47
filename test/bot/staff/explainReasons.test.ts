// Why: every rule that the engine names has words in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainReasons } from '../../../bot/staff/explainReasons';
import { staffTexts } from '../../../bot/staff/text/staffText';
import { monthly, play } from '../../data/domain/negotiation/bargaining';

const folder = join(__dirname, '..', '..', '..', 'data', 'domain', 'negotiation');

test('every rule named in the engine has words in both languages', () => {
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const named = [...source.matchAll(/reason\(\s*'([\w.]+)'/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((rule) => !(rule in staffTexts['en-US'].decision))).toEqual([]);
});

test('a supervisor reads figures in yuan, in both languages', () => {
  const { last } = play([['negotiate.terms', monthly(300)], 'deny']);
  for (const locale of ['zh-CN', 'en-US'] as const) {
    const lines = explainReasons(last.reasons, locale);
    expect(lines.some((line) => line.includes('300.00') && line.includes('479.66') && line.includes('179.66'))).toBe(
      true,
    );
    expect(lines.every((line) => !line.includes('{'))).toBe(true);
    // Above the 85 % of 300 that may be put forward: said of the offer, with both figures.
    expect(lines.some((line) => line.includes('479.66') && line.includes('255.00'))).toBe(true);
  }
});
