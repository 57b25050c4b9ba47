// A branch office behind one address signs in all day; somebody who guesses from there is held back all the same.
import { AttemptCounter, attemptRules } from '../../../../../bot/staff/console/signIn/attempts';

const counter = () => new AttemptCounter();
/** A new browser behind the office's address. */
const at = (username: string) => ({ username, address: '203.0.113.9', ownBrowser: null });

test('an address that only ever signs in rightly is never locked', async () => {
  const attempts = counter();
  for (let round = 0; round < attemptRules.address.points * 2; round++) {
    await attempts.begin(at(`clerk-${round}`));
    await attempts.succeeded(at(`clerk-${round}`));
  }
  await expect(attempts.begin(at('one-more'))).resolves.toBeUndefined();
});

test('right passwords between wrong ones do not take the failures of others away', async () => {
  const attempts = counter();
  for (let round = 0; round < attemptRules.address.points; round++) {
    await attempts.begin(at(`guessed-${round}`));
    if (round + 1 < attemptRules.address.points) {
      await attempts.begin(at(`clerk-${round}`));
      await attempts.succeeded(at(`clerk-${round}`));
    }
  }
  await expect(attempts.begin(at('clerk'))).rejects.toMatchObject({ code: 'lockedOut' });
});

test('guesses that are made at the same moment are all counted', async () => {
  const attempts = counter();
  const tried = await Promise.allSettled(Array.from({ length: 20 }, () => attempts.begin(at('one-name'))));
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(attemptRules.nameAtAddress.points);
});
