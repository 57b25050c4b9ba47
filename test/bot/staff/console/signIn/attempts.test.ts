// A branch office behind one address signs in all day; somebody who guesses from there is held back all the same.
import { AttemptCounter, attemptRules } from '../../../../../bot/staff/console/signIn/attempts';
import { MemoryStore } from '../../../../../data/store/memoryStore';
import { createRepositories } from '../../../../../data/store/repositories';

const counter = () =>
  new AttemptCounter(createRepositories(new MemoryStore()).signInAttempts, () => '2026-11-23T02:30:00.000Z');
const office = '203.0.113.9';

test('an address that only ever signs in rightly is never locked', async () => {
  const attempts = counter();
  for (let round = 0; round < attemptRules.address.failuresMax * 2; round++) {
    await attempts.begin(`clerk-${round}`, office);
    await attempts.succeeded(`clerk-${round}`, office);
  }
  await expect(attempts.begin('one-more', office)).resolves.toBeUndefined();
});

test('right passwords between wrong ones do not take the failures of others away', async () => {
  const attempts = counter();
  for (let round = 0; round < attemptRules.address.failuresMax; round++) {
    await attempts.begin(`guessed-${round}`, office);
    if (round + 1 < attemptRules.address.failuresMax) {
      await attempts.begin(`clerk-${round}`, office);
      await attempts.succeeded(`clerk-${round}`, office);
    }
  }
  await expect(attempts.begin('clerk', office)).rejects.toMatchObject({ code: 'lockedOut' });
});

test('guesses that are made at the same moment are all counted', async () => {
  const attempts = counter();
  const tried = await Promise.allSettled(Array.from({ length: 20 }, () => attempts.begin('one-name', office)));
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(attemptRules.name.failuresMax);
});
