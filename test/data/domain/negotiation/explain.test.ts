// Why: every rule that the engine names has words in both languages, and a customer who asks gets the true reason.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainReasons, whyNotLower } from '../../../../data/domain/negotiation/explain';
import words from '../../../../data/domain/negotiation/reasonWords.json';
import { monthly, play, shippedLimits, theAccount } from './bargaining';

const folder = join(__dirname, '..', '..', '..', '..', 'data', 'domain', 'negotiation');

test('every rule named in the engine has words in both languages', () => {
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const named = [...source.matchAll(/reason\(\s*'([\w.]+)'/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((rule) => !(rule in words.rules))).toEqual([]);
});

test('a supervisor reads figures in yuan, in both languages', () => {
  const { last } = play([['negotiate.terms', monthly(300)]]);
  for (const locale of ['zh-CN', 'en-US'] as const) {
    const lines = explainReasons(last.reasons, locale);
    expect(lines.some((line) => line.includes('300.00') && line.includes('479.66') && line.includes('179.66'))).toBe(
      true,
    );
    expect(lines.every((line) => !line.includes('{'))).toBe(true);
  }
});

test('why not lower: the longest plan, its rate, the ceiling, and that a document could help', () => {
  const { negotiation } = play([['negotiate.terms', monthly(800)]]);
  const lines = whyNotLower(negotiation, theAccount(), shippedLimits);
  expect(lines.map((line) => line.id)).toEqual([
    'why.lowestInstalment',
    'why.ceiling',
    'why.rate',
    'why.evidence',
    'why.policy',
  ]);
  expect(lines[0]).toEqual({ id: 'why.lowestInstalment', values: { count: 60, instalment: 47_966 } });
  expect(
    whyNotLower(negotiation, theAccount({ documentedReasons: ['illness'] }), shippedLimits).map((line) => line.id),
  ).not.toContain('why.evidence');
});
