// Two pairs of eyes: a maker drafts and submits, a checker approves or returns, and the bot speaks by what is in force.
import type { ErrorBody } from '../../../bot/console/contract/common';
import type {
  Comparison,
  PolicyDocument,
  PolicyList,
  PolicySchema,
  Reading,
} from '../../../bot/console/contract/policies';
import type { PolicyLimits } from '../../../data/domain/policyLimits';
import offerLimits from '../../../data/policy/offerLimits.json';
import { type Emulator, startEmulator } from '../support/emulator';
import { testDay } from '../support/runningHouse';
import { type ConsoleHouse, startConsole } from './support/consoleHouse';
import type { StaffClient } from './support/staffClient';

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

const shipped = offerLimits as unknown as PolicyLimits;
const codeOf = (reply: { body: unknown }): string => (reply.body as ErrorBody).error.code;
const at = (document: PolicyDocument, step = '') =>
  `policies/${document.summary.kind}/${document.summary.version}${step === '' ? '' : `/${step}`}`;

async function draft(value: unknown, kind = 'offerLimits', basedOn = shipped.version): Promise<PolicyDocument> {
  const reply = await maker.post<PolicyDocument>(`policies/${kind}/drafts`, { basedOn, value, reason: 'test' });
  expect(reply.status).toBe(201);
  return reply.body;
}
async function submitted(value: unknown, kind?: string, basedOn?: string): Promise<PolicyDocument> {
  const document = await draft(value, kind, basedOn);
  const reply = await maker.post<PolicyDocument>(at(document, 'submit'), {
    expectedVersion: document.summary.documentVersion,
  });
  expect(reply.status).toBe(200);
  return reply.body;
}
async function approved(value: unknown, kind?: string, basedOn?: string): Promise<PolicyDocument> {
  const document = await submitted(value, kind, basedOn);
  const reply = await checker.post<PolicyDocument>(at(document, 'approve'), {
    effectiveFrom: testDay,
    expectedVersion: document.summary.documentVersion,
  });
  expect(reply.status).toBe(200);
  return reply.body;
}
const withCounts = (instalmentCounts: readonly number[]) => ({
  ...shipped,
  segments: shipped.segments.map((segment) => ({ ...segment, instalmentCounts })),
});

test('the next conversation offers within the new limits, one under way keeps those it began with', async () => {
  const open = emulator.conversation('user-open');
  await open.arrive();
  await open.say('分期');
  await open.say('6688 1234');
  const tableOf = async (conversationId: string) => {
    const { items } = await house.house.repositories.audit.ofConversation(conversationId);
    return items.filter(({ event }) => event.type === 'negotiation.move').at(-1)?.event;
  };
  expect((await tableOf(open.conversationId))?.inputs.policyVersion).toBe(shipped.version);

  const document = await approved(withCounts([6, 12]));
  expect(document.summary).toMatchObject({
    status: 'effective',
    effectiveFrom: testDay,
    author: 'maker',
    approver: 'checker',
  });
  await open.say('800');
  expect((await tableOf(open.conversationId))?.inputs.policyVersion).toBe(shipped.version);

  const next = emulator.conversation('user-next');
  await next.arrive();
  await next.say('分期');
  await next.say('7501 6635');
  await next.say('7500');
  const event = await tableOf(next.conversationId);
  expect(event?.inputs.policyVersion).toBe(document.summary.version);
  const counts = [...JSON.stringify(event?.decision).matchAll(/"instalmentCount":(\d+)/g)].map((match) =>
    Number(match[1]),
  );
  expect(counts.length).toBeGreaterThan(0);
  expect(Math.max(...counts)).toBeLessThanOrEqual(12);
});

test('a draft above a legal ceiling can be kept but neither submitted nor approved, and says which field', async () => {
  const tooDear = { ...shipped, segments: shipped.segments.map((one) => ({ ...one, monthlyRateList: 0.03 })) };
  const document = await draft(tooDear);
  const problem = document.problems.find(({ path }) => path === 'segments.0.monthlyRateList');
  expect(problem?.message['en-US']).toContain('ceiling');
  expect(problem?.message['zh-CN']).toMatch(/\p{Script=Han}/u);
  const submit = await maker.post(at(document, 'submit'), { expectedVersion: document.summary.documentVersion });
  expect([submit.status, codeOf(submit)]).toEqual([422, 'invalid']);

  // Even where it got into the store as submitted, the approval looks again.
  const kept = await house.house.repositories.policies.kept(`offerLimits/${document.summary.version}`);
  const version = await house.house.repositories.policies.put(
    { ...(kept?.record ?? (undefined as never)), status: 'submitted' },
    'any',
  );
  const approve = await checker.post(at(document, 'approve'), { effectiveFrom: testDay, expectedVersion: version });
  expect([approve.status, codeOf(approve)]).toEqual([422, 'invalid']);
});

test('nobody approves or returns a draft that they wrote or changed themselves', async () => {
  const both = await house.staff('maker', 'checker');
  const own = await both.post<PolicyDocument>('policies/offerLimits/drafts', {
    basedOn: shipped.version,
    value: shipped,
    reason: 'mine',
  });
  const ownSubmitted = await both.post<PolicyDocument>(at(own.body, 'submit'), { expectedVersion: 1 });
  expect(ownSubmitted.body.summary.may.decide).toBe(false);
  for (const [step, body] of [
    ['approve', { effectiveFrom: testDay, expectedVersion: 2 }],
    ['return', { comment: 'no', expectedVersion: 2 }],
  ] as const) {
    const reply = await both.post(at(own.body, step), body);
    expect([reply.status, codeOf(reply)]).toEqual([403, 'ownDraft']);
  }
  const others = await draft(shipped);
  await both.call('PUT', at(others), { value: shipped, reason: 'changed by me', expectedVersion: 1 });
  await maker.post(at(others, 'submit'), { expectedVersion: 2 });
  expect(codeOf(await both.post(at(others, 'approve'), { effectiveFrom: testDay, expectedVersion: 3 }))).toBe(
    'ownDraft',
  );
});

test('two people editing the same draft: the second gets a conflict with what stands there now', async () => {
  const document = await draft(shipped);
  const change = (quoteValidDays: number) =>
    maker.call<PolicyDocument & ErrorBody>('PUT', at(document), {
      value: { ...shipped, quoteValidDays },
      reason: `days ${quoteValidDays}`,
      expectedVersion: 1,
    });
  const [first, second] = await Promise.all([change(5), change(6)]);
  const [won, lost] = first.status === 200 ? [first, second] : [second, first];
  expect([won.status, lost.status]).toEqual([200, 409]);
  expect(lost.body.error.current).toEqual(won.body);
});

test('a returned draft carries the comment, can be changed and submitted again', async () => {
  const document = await submitted(shipped);
  const returned = await checker.post<PolicyDocument>(at(document, 'return'), { comment: 'why?', expectedVersion: 2 });
  expect(returned.body.summary).toMatchObject({ status: 'returned', comment: 'why?' });
  const changed = await maker.call<PolicyDocument>('PUT', at(document), {
    value: { ...shipped, roundsMax: 6 },
    reason: 'because',
    expectedVersion: 3,
  });
  expect(changed.body.summary.status).toBe('draft');
  expect(codeOf(await checker.post(at(document, 'approve'), { effectiveFrom: testDay, expectedVersion: 4 }))).toBe(
    'wrongStatus',
  );
});

test('a version is compared field by field with names in both languages, and lists by their own keys', async () => {
  const [first, second] = shipped.segments;
  const changed = {
    ...shipped,
    quoteValidDays: 5,
    segments: [{ ...second, segmentId: 'veryLate', daysPastDueMin: 400 }, { ...first, monthlyRateList: 0.006 }, second],
  };
  const document = await draft(changed);
  const { body } = await checker.get<Comparison>(
    `policies/offerLimits/compare?from=${shipped.version}&to=${document.summary.version}`,
  );
  const byPath = new Map(body.differences.map((difference) => [difference.path, difference]));
  expect(byPath.get('quoteValidDays')).toMatchObject({ before: 7, after: 5, unit: 'days' });
  expect(byPath.get('segments.early.monthlyRateList')).toMatchObject({ before: 0.005, after: 0.006 });
  expect(byPath.get('segments.early.monthlyRateList')?.label['zh-CN']).toMatch(/early.*标准月利率/);
  expect(byPath.get('segments.veryLate')?.before).toBeNull();
  expect([...byPath.keys()].filter((path) => path.startsWith('segments.late'))).toEqual([]);
  expect(byPath.has('version')).toBe(false);
});

test('an approval for a later day leaves today as it is; a rollback is a new draft with the old value', async () => {
  const document = await submitted({ ...shipped, roundsMax: 3 });
  const later = await checker.post<PolicyDocument>(at(document, 'approve'), {
    effectiveFrom: '2026-12-01',
    expectedVersion: 2,
  });
  expect(later.body.summary.status).toBe('approved');
  const early = await checker.post(at(await submitted(shipped), 'approve'), {
    effectiveFrom: '2026-11-22',
    expectedVersion: 2,
  });
  expect(early.status).toBe(422);
  const back = await maker.post<PolicyDocument>(`policies/offerLimits/${shipped.version}/rollback`, {
    reason: 'back',
    effectiveFrom: testDay,
  });
  expect(back.status).toBe(201);
  expect(back.body.summary).toMatchObject({ status: 'draft', effectiveFrom: testDay });
  expect(back.body.value).toMatchObject({ roundsMax: shipped.roundsMax, version: back.body.summary.version });
  const { body } = await checker.get<PolicyList>('policies/offerLimits');
  expect(body.versions.find((one) => one.shipped)?.status).toBe('retired');
  expect(body.versions.filter((one) => one.status === 'effective')).toHaveLength(1);
});

test('an approved answer and an approved utterance rule are the ones the running bot uses', async () => {
  const answers = await checker.get<PolicyDocument>('policies/answers/answers-shipped');
  const list = answers.body.value as { id: string; text: Record<string, string> }[];
  const changed = list.map((one) =>
    one.id === 'consequences' ? { ...one, text: { ...one.text, 'zh-CN': '新的核准回答。' } } : one,
  );
  await approved(changed, 'answers', 'answers-shipped');
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
  await approved({ ...value, rules: [...value.rules, rule] }, 'utteranceRules', 'utterances-shipped');
  const second = emulator.conversation('user-rules');
  await second.arrive();
  expect(await second.say('会怎么样')).not.toContain('新的核准回答');
});

test('an answer that breaks a rule, a rule that misses its example and a pattern that runs for ever are named', async () => {
  const answers = (await checker.get<PolicyDocument>('policies/answers/answers-shipped')).body.value as {
    text: object;
  }[];
  const [first] = answers;
  const threat = { ...first, id: 'threat', text: { 'zh-CN': '再不还钱就等着坐牢吧', 'en-US': 'Fine.' } };
  const answerCheck = await maker.post<{ problems: { path: string }[] }>('policies/answers/answers-shipped/check', {
    value: [threat],
  });
  expect(new Set(answerCheck.body.problems.map(({ path }) => path))).toEqual(new Set(['0.text.zh-CN']));
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
  const check = async (pattern: string) =>
    (
      await maker.post<{ problems: { path: string }[] }>('policies/utteranceRules/utterances-shipped/check', {
        value: { denials: { 'zh-CN': 'x', 'en-US': 'x' }, rules: [{ ...rule, pattern }] },
      })
    ).body.problems.map(({ path }) => path);
  expect(await check('(a+)+$|one')).toEqual(['rules.0.pattern']);
  expect(await check('one|two')).toEqual(['rules.0.examples']);
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
