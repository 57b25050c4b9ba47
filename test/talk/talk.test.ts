// Whole conversations, judged by the words that a customer sees. They were written by people who had not read the dialogs; half
// of each kind was played and read while the dialogs were mended, so these are no unseen set any more.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { playCase } from '../../bot/cli/parts/talk/playCase';
import { talkResult } from '../../bot/cli/parts/talk/score';
import { readTalkCases, TalkCaseError } from '../../bot/cli/parts/talk/talkCase';
import { localeSchema } from '../../data/domain/customer/customerTurn';

/** Shares of right replies (0-1) below which something that worked has been broken: two points below what was seen last. */
const leastShare = { 'zh-CN': 0.935, 'en-US': 0.955 } as const;

describe.each(localeSchema.options)('in %s', (locale) => {
  const folder = join(__dirname, locale);
  const cases = readdirSync(folder).flatMap((name) => readTalkCases(readFileSync(join(folder, name), 'utf8')));

  test('there are two hundred and fifty conversations, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(250);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test('replies say what they must and nothing that they must not, as far as they did before', async () => {
    const played = [];
    for (const one of cases) played.push(await playCase(one));
    const { share, byKind } = talkResult(played);
    expect({ share, byKind, isEnough: share >= leastShare[locale] }).toMatchObject({ isEnough: true });
  }, 600_000);
});

test.each([
  ['no JSON', 'line 1 is not JSON'],
  ['{"id":"a","locale":"zh-CN","kind":"x","steps":[]}', 'line 1, steps'],
  ['{"id":"a","locale":"zh-CN","kind":"x","steps":[{"say":"你好","must":["("]}]}', 'line 1, steps.0.must.0'],
  ['{"id":"a","locale":"fr-FR","kind":"x","steps":[{"say":"bonjour"}]}', 'line 1, locale'],
])('a line that is no case is refused with its number and its field: %s', (line, told) => {
  expect(() => readTalkCases(line)).toThrow(TalkCaseError);
  expect(() => readTalkCases(line)).toThrow(told);
});
