// Tries are counted over everybody who tries, atomically, whatever comes at once and from whichever process.
import { verificationRulesSchema } from '../../../../data/domain/customer/verificationRules';
import shipped from '../../../../data/policy/verification.json';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { createRepositories } from '../../../../data/store/repositories';
import { IdentityTries } from '../../../../data/store/repositories/people/identityTries';

const rules = verificationRulesSchema.parse(shipped);
const now = '2026-11-23T02:00:00.000Z';
const stranger = (number: number, address: string | null = null) => ({
  conversation: `conversation-${number}`,
  user: `user-${number}`,
  address,
});

it('of two hundred tries at once from two processes, no more than the limit of the card stand on the endings alone', async () => {
  const store = new MemoryStore();
  const processes = [new IdentityTries(store), new IdentityTries(store)];
  const verdicts = await Promise.all(
    Array.from({ length: 200 }, (_, number) =>
      (processes[number % 2] ?? new IdentityTries(store)).count(stranger(number), '6688', rules, now),
    ),
  );
  const alone = verdicts.filter((verdict) => verdict.kind === 'answer' && !verdict.codeToo);
  expect(alone).toHaveLength(rules.triesOfAll.card[0]?.count ?? 0);
});

it('one person in many conversations, and one address with many names, wait; nobody else does', async () => {
  const tries = new IdentityTries(new MemoryStore());
  const kinds = async (tryer: ReturnType<typeof stranger>) => (await tries.count(tryer, '6688', rules, now)).kind;
  const ofUser = [];
  for (let number = 0; number < 4; number += 1) ofUser.push(await kinds({ ...stranger(number), user: 'one' }));
  expect(ofUser).toEqual(['answer', 'answer', 'answer', 'wait']);
  const ofAddress = [];
  for (let number = 100; number < 121; number += 1) ofAddress.push(await kinds(stranger(number, '203.0.113.7')));
  expect(ofAddress.at(-1)).toBe('wait');
  expect(await kinds(stranger(500, '198.51.100.1'))).toBe('answer');
});

it('who has to wait makes no card and no bank suspicious', async () => {
  const store = new MemoryStore();
  const tries = new IdentityTries(store);
  for (let number = 0; number < 100; number += 1) await tries.count(stranger(1), '6688', rules, now);
  const verdict = await tries.count(stranger(2), '7777', rules, now);
  expect(verdict).toMatchObject({ kind: 'answer', codeToo: false });
  expect((await createRepositories(store).audit.ofType('identityAlarm')).items).toEqual([]);
});

it('where the bank asks for a code besides the endings, it is asked of everybody', async () => {
  const tries = new IdentityTries(new MemoryStore());
  const strict = { ...rules, figures: 'endingsAndCode' as const };
  expect(await tries.count(stranger(1), '6688', strict, now)).toMatchObject({ kind: 'answer', codeToo: true });
});

it('a store that fails answers no try', async () => {
  const store = new MemoryStore();
  const tries = new IdentityTries(store);
  Object.assign(store, { transaction: () => Promise.reject(new Error('disk full')) });
  await expect(tries.count(stranger(1), '6688', rules, now)).rejects.toThrow('disk full');
});
