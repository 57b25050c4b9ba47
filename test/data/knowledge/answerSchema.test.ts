// An answer that cannot be told is refused with the field and the reason, from a file and from the store; one of an earlier shape is carried along.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAnswerFiles } from '../../../bot/config/answerFiles';
import { DataFileError } from '../../../bot/config/dataFile';
import { repositoryRoot } from '../../../bot/config/repositoryRoot';
import { type Answer, knowledgeSchema } from '../../../data/knowledge/answer';
import { answersOfNow } from '../../../data/knowledge/earlierShape';
import { findAnswer } from '../../../data/knowledge/knowledge';

const { answers } = readAnswerFiles(repositoryRoot);
const [first] = answers;
if (first === undefined) throw new Error('There are no answers.');

const problems = (changed: readonly unknown[]): readonly string[] => {
  const parsed = knowledgeSchema.safeParse(changed);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

test('two answers of one id, a general one too many, an answer that stands for none', () => {
  expect(problems([first, first])).toContain(`1.id: two answers have the id ${first.id}`);
  const general: Answer = { ...first, general: true };
  const without = { 'zh-CN': [], 'en-US': [] };
  expect(problems([first, { ...first, id: 'another', general: undefined }])).toEqual([
    `1.questions: asks for ${first.id} as well`,
  ]);
  expect(problems([general, { ...general, id: 'another', questions: without }])).toEqual([
    `1.general: two answers are the general one of ${first.intent}`,
  ]);
  const conditions = { daysPastDue: { from: 5 } };
  expect(problems([{ ...first, insteadOf: 'nothing', conditions }])).toEqual([
    '0.insteadOf: nothing is not an answer that stands by itself',
  ]);
});

test.each([
  ['no source', { source: { 'zh-CN': '', 'en-US': '' } }, /0\.source\.zh-CN/],
  ['four lines', { short: { 'zh-CN': '一\n二\n三\n四', 'en-US': 'one' } }, /0\.short: more than 3 lines/],
  ['an end before its date', { asOf: '2026-11-01', endsOn: '2026-10-31' }, /0\.endsOn/],
  ['days the wrong way round', { conditions: { daysPastDue: { from: 9, to: 3 } } }, /0\.conditions\.daysPastDue/],
  ['a fact that the bank does not have', { short: { 'zh-CN': '拨{phone}', 'en-US': 'Call {phone}' } }, /\{phone\}/],
  ['no way of asking', { general: undefined, questions: { 'zh-CN': [], 'en-US': [] } }, /0\.questions/],
  ['a misspelt field', { keyword: [] }, /keyword/],
] as const)('%s', (_name, change, problem) => {
  expect(problems([{ ...first, insteadOf: undefined, ...change }]).join('\n')).toMatch(problem);
});

describe('a file of answers', () => {
  const root = mkdtempSync(join(tmpdir(), 'answers-'));
  const folder = join(root, 'data', 'knowledge', 'answers');
  const file = join(folder, 'court.json');
  beforeEach(() => cpSync(join(repositoryRoot, 'data', 'knowledge', 'answers'), folder, { recursive: true }));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const refusal = (change: (text: string) => string): string => {
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    try {
      readAnswerFiles(root);
      return '';
    } catch (error) {
      if (error instanceof DataFileError) return error.message;
      throw error;
    }
  };

  test('is refused by its name, the field and the reason', () => {
    expect(refusal((text) => text.replace('"source"', '"sauce"'))).toMatch(/court\.json cannot be used:\n {2}- 0/);
  });

  test('that holds an id of another file is refused', () => {
    expect(refusal((text) => text.replace('"id": "courtCosts"', '"id": "legalPrison"'))).toMatch(
      /\.json cannot be used:\n {2}- \d+\.id: two answers have the id legalPrison/,
    );
  });

  test('that holds an answer of another topic is refused', () => {
    expect(refusal((text) => text.replace('"topic": "court"', '"topic": "law"'))).toMatch(/0\.topic: must be court/);
  });
});

test('answers that a bank approved in the earlier shape go on being told', () => {
  const earlier = [
    {
      id: 'a',
      keywords: { 'zh-CN': [], 'en-US': [] },
      text: { 'zh-CN': '一\n二\n三\n四', 'en-US': 'one\ntwo\nthree\nfour' },
    },
    { id: 'b', keywords: { 'zh-CN': ['违约金'], 'en-US': ['late charge'] }, text: { 'zh-CN': '五', 'en-US': 'five' } },
  ].map((one) => ({
    ...one,
    intent: 'ask.interestAndFees',
    source: { 'zh-CN': '合约', 'en-US': 'Contract' },
    asOf: '2026-01-01',
    endsOn: null,
    confirmed: true,
  }));
  const carried = knowledgeSchema.parse(
    answersOfNow(earlier.map((one) => ({ ...one, keywords: { ...one.keywords } }))),
  );
  const told = (text: string) =>
    findAnswer(
      { answers: carried },
      { text, locale: 'zh-CN', today: '2026-11-23', readings: [{ intent: 'ask.interestAndFees', probability: 1 }] },
    )?.answer;
  expect(told('违约金多少')?.id).toBe('b');
  expect(told('说说收费')).toMatchObject({ id: 'a', short: { 'zh-CN': '一\n二\n三' }, more: { 'zh-CN': '四' } });
});
