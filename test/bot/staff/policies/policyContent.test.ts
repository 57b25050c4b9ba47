// What policies say: approved answers and rules in the running bot, problems that are named, forms, readings and files.
import { readShippedData } from '../../../../bot/config/shippedData';
import type { ErrorBody } from '../../../../bot/staff/contract/common';
import type {
  CheckAnswer,
  PolicyDocument,
  PolicyList,
  PolicySchema,
  Reading,
  TryAnswer,
} from '../../../../bot/staff/contract/policies';
import { refuseSlowRules } from '../../../../bot/staff/policies/rulePatterns';
import { type Emulator, startEmulator } from '../../support/emulator';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import { approved } from '../support/policyDrafts';
import type { StaffClient } from '../support/staffClient';

let house: ConsoleHouse;
let emulator: Emulator;
let maker: StaffClient;
let checker: StaffClient;
beforeAll(async () => {
  house = await startConsole();
  emulator = await startEmulator(() => house.address);
  maker = await house.staff('maker');
  checker = await house.staff('checker');
});
afterAll(async () => {
  await house.stop();
  await emulator.close();
});

test('an approved answer and an approved utterance rule are the ones the running bot uses', async () => {
  const answers = await checker.get<PolicyDocument>('policies/answers/answers-shipped');
  const list = answers.body.value as { id: string; short: Record<string, string> }[];
  const changed = list.map((one) =>
    one.id === 'consequences' ? { ...one, short: { ...one.short, 'zh-CN': '新的核准回答。' } } : one,
  );
  await approved(maker, checker, changed, 'answers', 'answers-shipped');
  const talk = emulator.conversation('user-answers');
  await talk.arrive();
  expect(await talk.say('会怎么样')).toContain('新的核准回答');

  const rules = await checker.get<PolicyDocument>('policies/utteranceRules/utterances-shipped');
  const value = rules.body.value as { rules: object[] };
  const rule = {
    id: 'testWord.zh',
    locale: 'zh-CN',
    pattern: '新的核准回答',
    allowedWhenDenied: false,
    unless: null,
    reason: { 'zh-CN': '测试', 'en-US': 'test' },
    source: 'test',
    action: 'block',
    examples: ['新的核准回答一', '新的核准回答二', '新的核准回答三'],
    nearMisses: ['旧的', '核准', '回答'],
  };
  await approved(maker, checker, { ...value, rules: [...value.rules, rule] }, 'utteranceRules', 'utterances-shipped');
  const second = emulator.conversation('user-rules');
  await second.arrive();
  expect(await second.say('会怎么样')).not.toContain('新的核准回答');
});

test('an answer that breaks a rule, a rule that misses its example and a pattern that runs for ever are named', async () => {
  const answers = (await checker.get<PolicyDocument>('policies/answers/answers-shipped')).body.value as {
    short: object;
  }[];
  const [first] = answers;
  const threat = { ...first, id: 'threat', short: { 'zh-CN': '再不还钱就等着坐牢吧', 'en-US': 'Fine.' } };
  const answerCheck = await maker.post<{ problems: { path: string }[] }>('policies/answers/answers-shipped/check', {
    value: [threat],
  });
  expect(new Set(answerCheck.body.problems.map(({ path }) => path))).toEqual(new Set(['0.short.zh-CN']));
  const rule = {
    id: 'slow.en',
    locale: 'en-US',
    allowedWhenDenied: false,
    unless: null,
    reason: { 'zh-CN': '测试', 'en-US': 'test' },
    source: 'test',
    action: 'block',
    examples: ['one', 'two', 'three'],
    nearMisses: ['four', 'five', 'six'],
  };
  const check = async (pattern: string | null, more: object = {}, denials: object = {}) =>
    (
      await maker.post<{ problems: { path: string }[] }>('policies/utteranceRules/utterances-shipped/check', {
        value: { denials: { 'zh-CN': 'x', 'en-US': 'x', ...denials }, rules: [{ ...rule, pattern, ...more }] },
      })
    ).body.problems.map(({ path }) => path);
  expect(await check('(a+)+$|one')).toEqual(['rules.0.pattern']);
  expect(await check('one|two')).toEqual(['rules.0.examples']);
  expect(await check('one|two|three', { unless: '(a|a)*b' })).toEqual(['rules.0.unless']);
  expect(await check('one|two|three', {}, { 'zh-CN': '(不+)+是' })).toEqual(['denials.zh-CN']);
  // Harmless as it stands, slow as it is used: right before the match.
  expect(await check('one|two|three', {}, { 'en-US': '(a+)+' })).toEqual(['denials.en-US']);
  expect(await check('one|two|three')).toEqual([]);
  expect(await check(null)).toEqual(['rules.0.phrases']);
  expect(await check(null, { phrases: ['one', 'two', 'three'] })).toEqual([]);
  expect(await check(null, { phrases: ['one', 'two', 'three', 'four'] })).toEqual(['rules.0.nearMisses']);
});

test('each kind has a form, a reading in both languages, and a file to export', async () => {
  for (const kind of ['offerLimits', 'contactRules', 'utteranceRules', 'answers']) {
    const { body: list } = await checker.get<PolicyList>(`policies/${kind}`);
    const version = list.versions.find((one) => one.shipped)?.version ?? '';
    const { body: schema } = await checker.get<PolicySchema>(`policies/${kind}/schema`);
    expect(JSON.stringify(schema.jsonSchema)).toContain('"zh"');
    const { body: reading } = await checker.get<Reading>(`policies/${kind}/${version}/reading`);
    expect(reading.lines.length).toBeGreaterThan(1);
    for (const line of reading.lines) {
      expect(line['zh-CN']).not.toMatch(/\{\w+\}/);
      expect(line['en-US']).not.toMatch(/\{\w+\}|undefined/);
    }
    const file = await checker.get<{ value: unknown }>(`policies/${kind}/${version}/export`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.body.value).toEqual((await checker.get<PolicyDocument>(`policies/${kind}/${version}`)).body.value);
  }
});

test('an unknown kind or version is not found, and a body of the wrong shape is named field by field', async () => {
  expect((await maker.get('policies/nothing')).status).toBe(404);
  expect((await maker.get('policies/offerLimits/..%2f..%2fpackage')).status).toBe(404);
  const reply = await maker.post('policies/offerLimits/drafts', { basedOn: '', reason: '' });
  expect((reply.body as ErrorBody).error.details?.map(({ path }) => path).sort()).toEqual([
    'basedOn',
    'reason',
    'value',
  ]);
  expect(
    (await maker.post('policies/answers/drafts', { basedOn: 'answers-shipped', value: {}, reason: 'x' })).status,
  ).toBe(422);
});

test('somebody of compliance writes phrases, tries a sentence on the draft, and sees which phrase stops it', async () => {
  const rule = {
    id: 'doorstep.zh',
    locale: 'zh-CN',
    phrases: ['上门…拜访您', '去您家坐坐'],
    pattern: null,
    allowedWhenDenied: true,
    unless: null,
    reason: { 'zh-CN': '不得以上门相威胁', 'en-US': 'Nobody threatens to come to the door' },
    source: 'test',
    action: 'block',
    examples: ['明天上门去拜访您', '周末去您家坐坐', '去 您 家 坐 坐'],
    nearMisses: ['我们不会去您家坐坐', '请来网点坐坐', '我们在线上谈'],
  };
  const value = { denials: { 'zh-CN': '不会', 'en-US': 'not ' }, rules: [rule] };
  const post = (path: string, body: object) =>
    maker.post<TryAnswer & CheckAnswer & ErrorBody>(`policies/utteranceRules/utterances-shipped/${path}`, body);
  expect((await post('check', { value })).body.problems).toEqual([]);
  const hits = async (text: string) =>
    (await post('try', { value, text, locale: 'zh-CN' })).body.hits.map(({ rule: id, matched }) => [id, matched]);
  expect(await hits('下周我们上门来拜访您一下')).toEqual([['doorstep.zh', '上门来拜访您']]);
  expect(await hits('我们不会去您家坐坐')).toEqual([]);
  const slow = { ...value, rules: [{ ...rule, pattern: '(不+)+是' }] };
  const refused = await post('try', { value: slow, text: '您好', locale: 'zh-CN' });
  expect([refused.status, refused.body.error.details?.map(({ path }) => path)]).toEqual([422, ['rules.0.pattern']]);
  expect(
    (await maker.post('policies/offerLimits/offers-shipped/try', { value, text: 'x', locale: 'zh-CN' })).status,
  ).toBe(404);
});

test('shipped rules that would be slow are refused at the start, with file, field and reason', async () => {
  const data = readShippedData();
  await expect(refuseSlowRules(data)).resolves.toBeUndefined();
  const [first, ...others] = data.utteranceRules.rules;
  if (first === undefined) throw new Error('there are no rules');
  const rules = [{ ...first, pattern: '(a+)+$' }, ...others];
  await expect(refuseSlowRules({ ...data, utteranceRules: { ...data.utteranceRules, rules } })).rejects.toThrow(
    /utteranceRules\.json cannot be used:\n {2}- rules\.0\.pattern: this pattern takes too long/,
  );
  const [hint, ...hints] = data.outboundRules.debtHints;
  if (hint === undefined) throw new Error('there are no hints');
  const debtHints = [hint, { ...hint, unless: '(a|a)*b' }, ...hints];
  await expect(refuseSlowRules({ ...data, outboundRules: { ...data.outboundRules, debtHints } })).rejects.toThrow(
    /outboundRules\.json cannot be used:\n {2}- debtHints\.1\.unless/,
  );
});
