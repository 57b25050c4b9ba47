// The shipped file moves on; what it held before stays readable, under its own name.
import { readShippedData } from '../../../../bot/config/shippedData';
import { recordShipped } from '../../../../bot/staff/policies/shippedVersions';
import { Versions } from '../../../../bot/staff/policies/versions';
import { PoliciesInForce } from '../../../../bot/staff/policiesInForce';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { createRepositories } from '../../../../data/store/repositories';

const [day, now] = ['2026-11-23', '2026-11-23T02:00:00Z'];
const first = readShippedData();
const limits = (more: Partial<typeof first.offerLimits>) => ({
  ...first,
  offerLimits: { ...first.offerLimits, ...more },
});
const reader = { username: 'mei', roles: ['maker' as const] };

async function started(repositories: ReturnType<typeof createRepositories>, data: typeof first) {
  await recordShipped({ repositories, data }, now);
  const policies = new PoliciesInForce(repositories.policies, data);
  await policies.load();
  return { policies, versions: new Versions({ repositories, data }, 'offerLimits', day) };
}

test('a negotiation begun under the shipped limits reads them after the file has changed and has a new name', async () => {
  const repositories = createRepositories(new MemoryStore());
  await started(repositories, first);
  const { policies, versions } = await started(repositories, limits({ version: 'offers-2027-01', roundsMax: 3 }));
  expect(policies.offerLimits(day)).toMatchObject({ version: 'offers-2027-01', roundsMax: 3 });
  expect(policies.offerLimitsOf(first.offerLimits.version)).toEqual(first.offerLimits);
  const { inForce, versions: list } = await versions.list(reader);
  expect(inForce).toBe('offers-2027-01');
  expect(list.map(({ version, status, shipped }) => [version, status, shipped])).toEqual([
    ['offers-2027-01', 'effective', true],
    [first.offerLimits.version, 'retired', true],
  ]);
  expect(await versions.content(first.offerLimits.version)).toEqual(first.offerLimits);
});

test('a file that changes and keeps its name does not take the place of what it held before', async () => {
  const repositories = createRepositories(new MemoryStore());
  await started(repositories, first);
  const { version } = first.offerLimits;
  for (let start = 0; start < 2; start++) {
    const { policies, versions } = await started(repositories, limits({ roundsMax: 3 }));
    expect(policies.offerLimits(day)).toMatchObject({ version: `${version}.2`, roundsMax: 3 });
    expect(policies.offerLimitsOf(version)?.roundsMax).toBe(first.offerLimits.roundsMax);
    expect(await versions.inForce()).toBe(`${version}.2`);
  }
  const back = await started(repositories, first);
  expect(back.policies.offerLimits(day).version).toBe(version);
  expect(back.policies.offerLimitsOf(`${version}.2`)?.roundsMax).toBe(3);
});

test('starting again with the same files notes nothing, and every kind is noted once', async () => {
  const repositories = createRepositories(new MemoryStore());
  for (let start = 0; start < 3; start++) await started(repositories, first);
  for (const kind of ['offerLimits', 'contactRules', 'utteranceRules', 'answers'] as const) {
    const history = await repositories.policies.history(kind);
    expect(history.map(({ status }) => status)).toEqual(['shipped']);
  }
});

test('answers and utterance rules that changed in their file can still be read and gone back to', async () => {
  const repositories = createRepositories(new MemoryStore());
  await started(repositories, first);
  const data = { ...first, knowledge: { answers: first.knowledge.answers.slice(1) } };
  await recordShipped({ repositories, data }, now);
  const versions = new Versions({ repositories, data }, 'answers', day);
  const { versions: list } = await versions.list(reader);
  expect(list.map(({ status, may }) => [status, may.rollback])).toEqual([
    ['effective', true],
    ['retired', true],
  ]);
  expect(await versions.content('answers-shipped')).toEqual(first.knowledge.answers);
});
