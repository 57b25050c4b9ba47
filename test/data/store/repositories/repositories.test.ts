// Repositories find records by what they are about, join a turn's transaction, and never hand out a half-understood record.
import type { Account } from '../../../../data/domain/account/account';
import type { CaseRecord } from '../../../../data/domain/case/case';
import type { Customer } from '../../../../data/domain/customer/customer';
import { VersionConflict } from '../../../../data/store/documentStore';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { createRepositories } from '../../../../data/store/repositories';
import type { PolicyVersion } from '../../../../data/store/repositories/policies';
import { InvalidRecord } from '../../../../data/store/repositories/repository';

const customer = (customerId: string, accountIds: string[]): Customer => {
  return { customerId, idTail: '1234', locale: 'zh-CN', accountIds, phone: '13800000001', displayName: 'A' };
};
const account = (accountId: string, customerId: string, cardTail: string): Account => ({
  accountId,
  customerId,
  cardTail,
  product: 'standard',
  currency: 'CNY',
  asOf: '2026-11-24',
  principalFen: 2_000_000,
  interestFen: 493_120,
  feesFen: 150_000,
  minimumDueFen: 843_120,
  statementDay: 1,
  dueDay: 20,
  pastDueSince: '2025-08-24',
  dailyInterestRate: 0.0005,
  payments: [],
  salaryCreditsFen: [],
  documentedMonthlyCapacityFen: null,
  brokenArrangements: 0,
  agencyId: null,
  flags: [],
});
const handover = (caseNumber: string, status: CaseRecord['status']): CaseRecord => ({
  caseNumber,
  kind: 'person',
  conversationId: 'conversation-1',
  customerId: null,
  openedAt: '2026-11-24T02:00:00Z',
  dueOn: '2026-12-09',
  status,
  priority: 'normal',
  locale: 'zh-CN',
  lastWords: '***',
  agencyId: null,
});

const setUp = () => {
  const store = new MemoryStore();
  return { store, repositories: createRepositories(store) };
};

it('finds the one holder of two endings, and nobody where two people share them', async () => {
  const { repositories } = setUp();
  const { customers, accounts } = repositories;
  await customers.put({ ...customer('c1', ['a1', 'a2']), idTail: '1234' }, null);
  await customers.put({ ...customer('c2', ['a3']), idTail: '567X' }, null);
  await customers.put({ ...customer('c3', ['a4']), idTail: '567X' }, null);
  await accounts.put(account('a1', 'c1', '6688'), null);
  await accounts.put(account('a2', 'c1', '6688'), null);
  await accounts.put(account('a3', 'c2', '6688'), null);
  await accounts.put(account('a4', 'c3', '6689'), null);
  const found = async (cardTail: string, idTail: string) =>
    (await customers.withEndings(cardTail, idTail, accounts))?.customerId;
  expect(await found('6688', '1234')).toBe('c1');
  expect(await found('6688', '567X')).toBe('c2');
  expect(await found('6689', '1234')).toBeUndefined();
  expect(await found('0000', '1234')).toBeUndefined();
  await accounts.put(account('a5', 'c3', '6688'), null);
  expect(await found('6688', '567X')).toBeUndefined();
});

it('stores all that a turn leaves behind in one transaction, or nothing of it', async () => {
  const { store, repositories } = setUp();
  const { cases, audit, identityTries } = repositories;
  const turn = (expectedVersion: number | null) =>
    store.transaction([
      cases.putOperation(handover('CS-1', 'waiting')),
      identityTries.putOperation({ key: 'card:6688', day: '2026-11-24', windows: [] }, expectedVersion),
      audit.appendOperation({
        type: 'identityLocked',
        conversationId: 'conversation-1',
        turnNumber: 3,
        at: '2026-11-24T02:00:00Z',
        customerId: null,
        inputs: {},
        decision: { caseNumber: 'CS-1' },
      }),
    ]);
  await expect(turn(4)).rejects.toBeInstanceOf(VersionConflict);
  expect(await cases.get('CS-1')).toBeUndefined();
  await turn(null);
  expect((await cases.ofConversation('conversation-1')).map((one) => one.caseNumber)).toEqual(['CS-1']);
  expect((await audit.ofConversation('conversation-1')).items).toMatchObject([{ sequence: 1 }]);
  expect(await identityTries.get('card:6688')).toMatchObject({ day: '2026-11-24' });
});

it('moves a case from one queue to the next when its status changes, and tells two editors apart', async () => {
  const { repositories } = setUp();
  const { cases } = repositories;
  await cases.put(handover('CS-1', 'waiting'), null);
  await cases.put(handover('CS-2', 'waiting'), null);
  const first = await cases.kept('CS-1');
  await cases.put(handover('CS-1', 'taken'), first?.version ?? null);
  await expect(cases.put(handover('CS-1', 'closed'), first?.version ?? null)).rejects.toBeInstanceOf(VersionConflict);
  expect((await cases.withStatus('waiting')).items.map((item) => item.record.caseNumber)).toEqual(['CS-2']);
  expect((await cases.withStatus('taken')).items.map((item) => item.record.caseNumber)).toEqual(['CS-1']);
});

it('gives no answer rather than a wrong one for a record that does not fit, and lists the others', async () => {
  const { store, repositories } = setUp();
  const { accounts } = repositories;
  await accounts.put(account('a1', 'c1', '6688'), null);
  await store.put('accounts', 'a2', { ...account('a2', 'c1', '6688'), principalFen: 0.5 }, null);
  await store.put('accounts', 'a3', account('a1', 'c1', '6688'), null);
  await expect(accounts.get('a2')).rejects.toBeInstanceOf(InvalidRecord);
  await expect(accounts.get('a3')).rejects.toBeInstanceOf(InvalidRecord);
  expect((await accounts.ofCustomer('c1')).map((one) => one.accountId)).toEqual(['a1']);
  expect(store.problems()).toContainEqual(
    expect.objectContaining({
      kind: 'invalidRecord',
      where: 'accounts',
      detail: expect.stringContaining('principalFen'),
    }),
  );
});

it('refuses to store a record that could not be read again', async () => {
  const { repositories } = setUp();
  expect(() => repositories.accounts.putOperation({ ...account('a1', 'c1', '66'), feesFen: -1 })).toThrow();
});

it('goes through a whole collection, page by page', async () => {
  const { store, repositories } = setUp();
  const ids = Array.from({ length: 1203 }, (_, i) => `a${i}`);
  await store.transaction(ids.map((id) => repositories.accounts.putOperation(account(id, 'c1', '6688'))));
  const seen: string[] = [];
  for await (const one of repositories.accounts.all()) seen.push(one.accountId);
  expect(seen.sort()).toEqual(ids.sort());
});

it('remembers a wrong address on its own channel only', async () => {
  const { repositories } = setUp();
  const wrong = { channelId: 'webchat', userId: 'u1', conversationId: 'x', notedAt: '2026-11-24T02:00:00Z' };
  await repositories.wrongContacts.put(wrong, null);
  expect(await repositories.wrongContacts.isWrong('webchat', 'u1')).toBe(true);
  expect(await repositories.wrongContacts.isWrong('wechat', 'u1')).toBe(false);
});

describe('the version in force', () => {
  const version = (name: string, effectiveFrom: string, change: Partial<PolicyVersion> = {}): PolicyVersion => ({
    kind: 'offerLimits',
    version: name,
    effectiveFrom,
    status: 'approved',
    basedOn: null,
    reason: 'first',
    author: 'maker',
    createdAt: '2026-10-01T00:00:00Z',
    approver: 'checker',
    decidedAt: '2026-10-02T00:00:00Z',
    comment: '',
    content: { rule: name },
    ...change,
  });

  it('is the approved one with the latest start that has come; drafts and the future do not count', async () => {
    const { policies } = setUp().repositories;
    await policies.put(version('v1', '2026-10-01'), null);
    await policies.put(version('v2', '2026-11-01'), null);
    await policies.put(version('v3', '2026-12-01'), null);
    await policies.put(version('v4', '2026-11-10', { status: 'draft', approver: null, decidedAt: null }), null);
    await policies.put(version('answers1', '2026-11-20', { kind: 'answers' }), null);
    expect((await policies.inForce('offerLimits', '2026-11-24'))?.version).toBe('v2');
    expect((await policies.inForce('offerLimits', '2026-12-01'))?.version).toBe('v3');
    expect((await policies.inForce('offerLimits', '2026-10-31'))?.version).toBe('v1');
    expect(await policies.inForce('offerLimits', '2026-09-30')).toBeUndefined();
    expect((await policies.ofVersion('offerLimits', 'v1'))?.content).toEqual({ rule: 'v1' });
    expect((await policies.history('offerLimits')).map((one) => one.version)).toEqual(['v3', 'v4', 'v2', 'v1']);
  });

  it('is the one decided last when two start on the same day, as after a roll-back', async () => {
    const { policies } = setUp().repositories;
    await policies.put(version('v9', '2026-11-01', { decidedAt: '2026-11-01T09:00:00Z' }), null);
    await policies.put(version('v2', '2026-11-01', { decidedAt: '2026-11-01T10:00:00Z' }), null);
    expect((await policies.inForce('offerLimits', '2026-11-24'))?.version).toBe('v2');
  });
});
