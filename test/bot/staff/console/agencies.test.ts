// A supervisor keeps the register of agencies, places accounts, and decides on complaints; three that are true suspend.
import type {
  AgencyAnswer,
  AgencyList,
  Complaint,
  ComplaintAnswer,
  ComplaintList,
  PlacementList,
} from '../../../../bot/staff/contract/agencies';
import type { ErrorBody } from '../../../../bot/staff/contract/common';
import { addDays } from '../../../../data/domain/calendar/calendar';
import agencyRules from '../../../../data/policy/agencyRules.json';
import { testDay, testNow } from '../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import type { StaffClient } from '../support/staffClient';

let house: ConsoleHouse;
let supervisor: StaffClient;
beforeAll(async () => {
  house = await startConsole();
  supervisor = await house.staff('supervisor');
});
afterAll(() => house.stop());

const errorOf = (reply: { body: unknown }): ErrorBody['error'] => (reply.body as ErrorBody).error;
const markup = '<img src=x onerror=alert(1)>';
const fields = {
  name: { 'zh-CN': `安行${markup}`, 'en-US': `Anxing ${markup}` },
  phone: '0755-1234 5678',
  licenceNumber: 'L-1',
  authorisationNumber: 'A-1',
  scope: { 'zh-CN': '深圳', 'en-US': 'Shenzhen' },
  channels: ['call', 'letter'],
  authorisedFrom: testDay,
  authorisedUntil: addDays(testDay, 100),
};

async function newAgency(agencyId: string, more: object = {}) {
  const reply = await supervisor.post<AgencyAnswer>('agencies', { agencyId, ...fields, ...more });
  expect(reply.status).toBe(201);
  return reply.body.agency;
}

/** An account that nobody holds and nothing rests on. */
async function freeAccount(accountId: string): Promise<string> {
  const { accounts } = house.house.repositories;
  for await (const account of accounts.all()) {
    await accounts.put({ ...account, accountId, customerId: `of ${accountId}`, agencyId: null, flags: [] }, null);
    return accountId;
  }
  throw new Error('the book is empty');
}

async function newComplaint(caseNumber: string, agencyId: string | null): Promise<number> {
  return house.house.repositories.cases.put(
    {
      caseNumber,
      kind: 'complaint',
      conversationId: `conversation ${caseNumber}`,
      customerId: null,
      openedAt: testNow,
      dueOn: addDays(testDay, 15),
      status: 'open',
      priority: 'normal',
      locale: 'zh-CN',
      lastWords: markup,
      agencyId,
    },
    null,
  );
}

test('an agency is registered, changed and shown with where it stands', async () => {
  const made = await newAgency('AG-NEW');
  expect(made).toMatchObject({ standing: 'authorised', openPlacements: 0, openComplaints: 0, version: 1 });
  expect(errorOf(await supervisor.post('agencies', { agencyId: 'AG-NEW', ...fields })).code).toBe('duplicate');
  const changed = await supervisor.call<AgencyAnswer>('PATCH', 'agencies/AG-NEW', {
    authorisedUntil: addDays(testDay, 200),
    expectedVersion: 1,
  });
  expect(changed.body.agency.agency).toMatchObject({ phone: fields.phone, authorisedUntil: addDays(testDay, 200) });
  const reversed = { authorisedUntil: addDays(testDay, -1), expectedVersion: 2 };
  expect((await supervisor.call('PATCH', 'agencies/AG-NEW', reversed)).status).toBe(422);
  const stale = await supervisor.call('PATCH', 'agencies/AG-NEW', { phone: '95500', expectedVersion: 1 });
  expect(stale.status).toBe(409);
  expect(errorOf(stale).current).toMatchObject({ agency: { version: 2 } });
  expect(await newAgency('AG-LATER', { authorisedFrom: addDays(testDay, 1) })).toMatchObject({ standing: 'notYet' });
  const auditor = await house.staff('auditor');
  const { body } = await auditor.get<AgencyList>('agencies');
  expect(body.rules.suspendAfterUpheldComplaints).toBe(agencyRules.suspendAfterUpheldComplaints);
  expect(body.agencies.find((one) => one.agency.agencyId === 'AG-NEW')?.agency.name).toEqual(fields.name);
});

test('accounts are placed all or none, once, and come back when the agency ends', async () => {
  await newAgency('AG-PLACE');
  const accountIds = [await freeAccount('ACC-1'), await freeAccount('ACC-2')];
  const { accounts } = house.house.repositories;
  const refused = await supervisor.post('agencies/AG-PLACE/placements', { accountIds: [...accountIds, 'nobody'] });
  expect([refused.status, errorOf(refused).details?.map((one) => one.path)]).toEqual([422, ['accountIds.2']]);
  expect((await accounts.get('ACC-1'))?.agencyId).toBeNull();

  const placed = await supervisor.post<PlacementList>('agencies/AG-PLACE/placements', { accountIds });
  expect(placed.status).toBe(201);
  expect(placed.body.placements.map((one) => one.accountId).sort()).toEqual(accountIds);
  expect((await accounts.get('ACC-1'))?.agencyId).toBe('AG-PLACE');
  expect((await supervisor.post('agencies/AG-PLACE/placements', { accountIds })).status).toBe(422);

  const back = await supervisor.post<PlacementList>('agencies/AG-PLACE/placements/end', { accountIds: ['ACC-1'] });
  expect(back.body.placements.find((one) => one.accountId === 'ACC-1')?.endedOn).toBe(testDay);
  expect((await accounts.get('ACC-1'))?.agencyId).toBeNull();
  const again = await supervisor.post('agencies/AG-PLACE/placements', { accountIds: ['ACC-1'] });
  expect(again.status).toBe(201);

  const { body } = await supervisor.get<AgencyList>('agencies');
  const version = body.agencies.find((one) => one.agency.agencyId === 'AG-PLACE')?.version;
  const ended = await supervisor.post<AgencyAnswer>('agencies/AG-PLACE/end', {
    reason: 'over',
    expectedVersion: version,
  });
  expect(ended.body.agency).toMatchObject({ standing: 'ended', openPlacements: 0 });
  expect((await accounts.get('ACC-2'))?.agencyId).toBeNull();
  const after = { accountIds: ['ACC-2'] };
  expect((await supervisor.post('agencies/AG-PLACE/placements', after)).status).toBe(422);
  const { items } = await house.house.repositories.audit.about('ACC-2');
  expect(items.map(({ event }) => event.type)).toEqual(['agency.accountPlaced', 'agency.placementEnded']);
});

test('an account on which contact rests is not placed', async () => {
  await newAgency('AG-REST');
  await freeAccount('ACC-REST');
  await house.house.repositories.contactPreferences.put(
    { customerId: 'of ACC-REST', ceased: true, reason: 'hardship', until: null, changedAt: testNow, wish: '' },
    null,
  );
  const reply = await supervisor.post('agencies/AG-REST/placements', { accountIds: ['ACC-REST'] });
  expect(reply.status).toBe(422);
});

test('an account whose arrangement runs is not placed, and once it broke it can be placed again', async () => {
  await newAgency('AG-BROKE');
  await freeAccount('ACC-BROKE');
  const { repositories } = house.house;
  const [sample] = (await repositories.arrangements.list({ limit: 1 })).items;
  if (sample === undefined) throw new Error('the demo book holds an arrangement');
  const signed = { ...sample.record, agreementNumber: 'AG-T', customerId: 'of ACC-BROKE', accountIds: ['ACC-BROKE'] };
  const version = await repositories.arrangements.put({ ...signed, status: 'active', closedOn: null }, null);
  // As a version before this one left it: a rest for good, from the day of signing.
  await repositories.contactPreferences.put(
    { customerId: 'of ACC-BROKE', ceased: true, reason: 'arrangement', until: null, changedAt: testNow, wish: '' },
    null,
  );
  const place = () => supervisor.post('agencies/AG-BROKE/placements', { accountIds: ['ACC-BROKE'] });
  expect((await place()).status).toBe(422);
  await repositories.arrangements.put({ ...signed, status: 'broken', closedOn: '2026-11-23' }, version);
  expect((await place()).status).toBe(201);
});

test('an agency is suspended and resumed with a reason, each only once', async () => {
  await newAgency('AG-STOP');
  const act = (action: string, expectedVersion: number) =>
    supervisor.post<AgencyAnswer>(`agencies/AG-STOP/${action}`, { reason: 'late reports', expectedVersion });
  expect((await act('suspend', 1)).body.agency).toMatchObject({ standing: 'suspended', version: 2 });
  expect(errorOf(await act('suspend', 2)).code).toBe('wrongStatus');
  expect(errorOf(await act('resume', 1)).code).toBe('conflict');
  expect((await act('resume', 2)).body.agency).toMatchObject({ standing: 'authorised', version: 3 });
  const { items } = await house.house.repositories.audit.about('AG-STOP');
  expect(items.map(({ event }) => event.type)).toEqual(['agency.created', 'agency.suspended', 'agency.resumed']);
});

test('complaints that are true suspend the agency at the number that the rule says, and not before', async () => {
  await newAgency('AG-BAD');
  const numbers = Array.from({ length: agencyRules.suspendAfterUpheldComplaints }, (_, n) => `CM-${n}`);
  await newComplaint('CM-UNTRUE', 'AG-BAD');
  const untrue = await supervisor.post<ComplaintAnswer>('complaints/CM-UNTRUE/dismiss', {
    reason: 'recording heard',
    expectedVersion: 1,
  });
  expect(untrue.body.complaint.decision).toBe('dismissed');
  const standings: unknown[] = [];
  for (const number of numbers) {
    await newComplaint(number, 'AG-BAD');
    const reply = await supervisor.post<ComplaintAnswer>(`complaints/${number}/uphold`, {
      reason: 'recording heard',
      expectedVersion: 1,
    });
    expect(reply.body.complaint).toMatchObject({ decision: 'upheld', words: markup });
    standings.push(reply.body.agency?.standing);
  }
  expect(standings).toEqual([...numbers.slice(1).map(() => 'authorised'), 'suspended']);
  expect(await house.house.repositories.agencies.get('AG-BAD')).toMatchObject({ suspendedReason: 'complaints' });
  const twice = await supervisor.post('complaints/CM-0/uphold', { reason: 'again', expectedVersion: 2 });
  expect(errorOf(twice).code).toBe('wrongStatus');
  const { body } = await supervisor.get<ComplaintList>('agencies/AG-BAD/complaints');
  expect(body.complaints).toHaveLength(numbers.length + 1);
  const { items } = await house.house.repositories.audit.about('AG-BAD');
  expect(items.map(({ event }) => event.type)).toContain('agency.suspendedByRule');
});

test('a complaint that names no agency is upheld only when somebody names it', async () => {
  await newAgency('AG-NAMED');
  await newComplaint('CM-WHO', null);
  const decision = { reason: 'recording heard', expectedVersion: 1 };
  expect((await supervisor.post('complaints/CM-WHO/uphold', decision)).status).toBe(422);
  expect((await supervisor.post('complaints/CM-WHO/uphold', { ...decision, agencyId: 'nothing' })).status).toBe(422);
  const reply = await supervisor.post<ComplaintAnswer>('complaints/CM-WHO/uphold', {
    ...decision,
    agencyId: 'AG-NAMED',
  });
  expect(reply.body.complaint).toMatchObject({ agencyId: 'AG-NAMED', decision: 'upheld' } satisfies Partial<Complaint>);
  expect((await house.house.repositories.agencies.get('AG-NAMED'))?.upheldComplaints).toHaveLength(1);
});
