// Two pairs of eyes: a maker drafts and submits, a checker approves or returns, and the bot speaks by what is in force.
import type { ErrorBody } from '../../../../bot/staff/contract/common';
import type { Comparison, PolicyDocument, PolicyList } from '../../../../bot/staff/contract/policies';
import { type Emulator, startEmulator } from '../../support/emulator';
import { testDay } from '../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import { approved, at, draft, shipped, submitted } from '../support/policyDrafts';
import { codeOf, type StaffClient } from '../support/staffClient';

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

const withCounts = (instalmentCounts: readonly number[]) => ({
  ...shipped,
  segments: shipped.segments.map((segment) => ({ ...segment, instalmentCounts })),
});

test('the next conversation offers within the new limits, one with offers on the table keeps those of its offers', async () => {
  const open = emulator.conversation('user-open');
  await open.arrive();
  await open.say('分期');
  await open.say('6688 1234');
  const tableOf = async (conversationId: string) => {
    const { items } = await house.house.repositories.audit.ofConversation(conversationId);
    return items.filter(({ event }) => event.type === 'negotiation.move').at(-1)?.event;
  };
  await open.say('900');
  expect((await tableOf(open.conversationId))?.inputs.policyVersion).toBe(shipped.version);

  const document = await approved(maker, checker, withCounts([6, 12]));
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
  const document = await draft(maker, tooDear);
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

test('of two versions approved for the same day the later decision is in force, also on a clock that stands still', async () => {
  const first = await approved(maker, checker, { ...shipped, roundsMax: 3 });
  const second = await approved(maker, checker, { ...shipped, roundsMax: 4 });
  const { body } = await maker.get<PolicyList>('policies/offerLimits');
  expect(body.inForce).toBe(second.summary.version);
  expect(body.versions.find(({ version }) => version === first.summary.version)?.status).toBe('retired');
  await expect(house.house.repositories.policies.inForce('offerLimits', testDay)).resolves.toMatchObject({
    version: second.summary.version,
  });
});

test('two people editing the same draft: the second gets a conflict with what stands there now', async () => {
  const document = await draft(maker, shipped);
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
  const document = await submitted(maker, shipped);
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
  const document = await draft(maker, changed);
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
  const document = await submitted(maker, { ...shipped, roundsMax: 3 });
  const later = await checker.post<PolicyDocument>(at(document, 'approve'), {
    effectiveFrom: '2026-12-01',
    expectedVersion: 2,
  });
  expect(later.body.summary.status).toBe('approved');
  const early = await checker.post(at(await submitted(maker, shipped), 'approve'), {
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
