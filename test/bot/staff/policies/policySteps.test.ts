// A draft can be discarded, a submission withdrawn, an approval cancelled before its day; and nobody decides on what they had a hand in.
import type { PolicyDocument, PolicyList } from '../../../../bot/staff/contract/policies';
import type { Role } from '../../../../data/domain/bank/staff';
import { testDay } from '../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import { at, draft, shipped, submitted } from '../support/policyDrafts';
import { codeOf, type StaffClient } from '../support/staffClient';

let house: ConsoleHouse;
let maker: StaffClient;
let colleague: StaffClient;
let checker: StaffClient;
beforeAll(async () => {
  house = await startConsole();
  maker = await house.staff('maker');
  colleague = await house.another('colleague', 'maker');
  checker = await house.staff('checker');
});
afterAll(() => house.stop());

const listed = async (): Promise<PolicyList> => (await checker.get<PolicyList>('policies/offerLimits')).body;
const step = (who: StaffClient, document: PolicyDocument, name: string, more: object = {}) =>
  who.post<PolicyDocument>(at(document, name), { expectedVersion: document.summary.documentVersion, ...more });

/** Gives somebody other roles, as an administrator does from one day to the next. */
async function becomes(username: string, ...roles: Role[]): Promise<void> {
  const { staff } = house.house.repositories;
  const kept = await staff.kept(username);
  if (kept === undefined) throw new Error('nobody of that name');
  await staff.put({ ...kept.record, roles }, kept.version);
}

test('who submitted a draft takes it back, changes it and submits it again; somebody else cannot take it back', async () => {
  const document = await submitted(maker, shipped);
  expect(document.summary.may.withdraw).toBe(true);
  const other = await step(colleague, document, 'withdraw');
  expect([other.status, codeOf(other)]).toEqual([403, 'notOwnDraft']);
  const back = await step(maker, document, 'withdraw');
  expect(back.body.summary).toMatchObject({ status: 'draft', may: { edit: true, submit: true } });
  const late = await step(checker, back.body, 'approve', { effectiveFrom: testDay });
  expect(codeOf(late)).toBe('wrongStatus');
  expect((await step(maker, back.body, 'submit')).body.summary.status).toBe('submitted');
});

test('a draft that nobody needs is discarded by its author, leaves the list, and its record and name stay taken', async () => {
  const document = await draft(maker, shipped);
  expect(codeOf(await step(colleague, document, 'discard'))).toBe('notOwnDraft');
  expect((await step(maker, document, 'discard')).body.summary.status).toBe('discarded');
  expect((await listed()).versions.map(({ version }) => version)).not.toContain(document.summary.version);
  const again = await maker.get<PolicyDocument>(at(document));
  expect([again.status, again.body.summary.may.edit]).toEqual([200, false]);
  expect((await draft(maker, shipped)).summary.version).not.toBe(document.summary.version);
  const sent = await submitted(maker, shipped);
  expect(codeOf(await step(maker, sent, 'discard'))).toBe('wrongStatus');
});

test('a checker calls a scheduled version off: it never comes into force and says who and why', async () => {
  const document = await submitted(maker, { ...shipped, roundsMax: 3 });
  const approved = await step(checker, document, 'approve', { effectiveFrom: '2026-11-25' });
  expect(approved.body.summary.may.cancel).toBe(true);
  expect((await step(maker, approved.body, 'cancel', { comment: 'no' })).status).toBe(403);
  expect((await step(checker, approved.body, 'cancel', { comment: ' ' })).status).toBe(422);
  const cancelled = await step(checker, approved.body, 'cancel', { comment: 'The rate is wrong.' });
  expect(cancelled.body.summary).toMatchObject({ status: 'cancelled', comment: 'The rate is wrong.' });
  const { repositories } = house.house;
  const kept = await repositories.policies.ofVersion('offerLimits', document.summary.version);
  expect(kept).toMatchObject({ approver: 'checker', cancelledBy: 'checker' });
  const inForce = await repositories.policies.inForce('offerLimits', '2026-11-26');
  expect(inForce?.version).not.toBe(document.summary.version);
  // Two colleagues at once: the second reads what stands there now.
  expect((await step(checker, approved.body, 'cancel', { comment: 'again' })).status).toBe(409);
});

test('a version whose first day has come is not cancelled, only followed by another', async () => {
  const document = await submitted(maker, shipped);
  const approved = await step(checker, document, 'approve', { effectiveFrom: testDay });
  expect(approved.body.summary.may.cancel).toBe(false);
  expect(codeOf(await step(checker, approved.body, 'cancel', { comment: 'too late' }))).toBe('wrongStatus');
});

test('who wrote, changed or submitted a draft does not decide on it, whatever their role is later', async () => {
  const mover = await house.another('mover', 'maker');
  const wrote = await submitted(mover, shipped);
  const theirs = await draft(maker, shipped);
  const edited = await mover.call<PolicyDocument>('PUT', at(theirs), {
    value: { ...shipped, roundsMax: 4 },
    reason: 'mine now',
    expectedVersion: 1,
  });
  const changed = await step(maker, edited.body, 'submit');
  const asked = await step(mover, await draft(maker, shipped), 'submit');
  await becomes('mover', 'checker');
  for (const document of [wrote, changed.body, asked.body]) {
    const shown = await mover.get<PolicyDocument>(at(document));
    expect(shown.body.summary.may.decide).toBe(false);
    for (const [name, more] of [
      ['approve', { effectiveFrom: testDay }],
      ['return', { comment: 'no' }],
    ] as const) {
      const reply = await step(mover, document, name, more);
      expect([reply.status, codeOf(reply)]).toEqual([403, 'ownDraft']);
    }
  }
});
