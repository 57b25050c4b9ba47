// Terms have to be read before they are signed: the policy's reading time, with the policy's own clock.

import { Talk } from '../../../support/talk';
import { audited, ids, saying, valuesOf } from '../../saying';
import { agreementsOf } from './signed';

/** A talk under the policy's own reading time, ten seconds as shipped, with the first offer just read back. */
async function justRead(): Promise<Talk> {
  const talk = await Talk.begin({ readingSeconds: null });
  await saying(talk, '我一共欠多少', '6688 1234', '能分期吗', '每个月最多还800', '选1');
  return talk;
}

test('a yes three seconds after the read-back is thanked for, keeps the code, and signs nothing', async () => {
  const talk = await justRead();
  talk.wait(3);
  const early = await talk.say('{code} 确认');
  expect(ids(early)).toEqual(['agreement.readFirst']);
  expect(valuesOf(early, 'agreement.readFirst')).toMatchObject({ seconds: '7' });
  expect(await agreementsOf(talk)).toEqual([]);
  expect(await audited(talk, 'consentTooEarly')).toHaveLength(1);
});

test('said once more when the time is over, the word alone signs', async () => {
  const talk = await justRead();
  await talk.say('{code} 确认');
  talk.wait(10);
  expect(ids(await talk.say('确认'))).toContain('negotiation.agreed');
});

test('a vague yes after an early explicit one signs nothing', async () => {
  const talk = await justRead();
  await talk.say('{code} 确认');
  talk.wait(30);
  expect(ids(await talk.say('好的'))).toEqual(['agreement.sayConfirm']);
  expect(await agreementsOf(talk)).toEqual([]);
});

test('another choice begins the reading anew', async () => {
  const talk = await justRead();
  talk.wait(60);
  await talk.say('还是第二个吧');
  expect(ids(await talk.say('{code} 确认'))).toEqual(['agreement.readFirst']);
});

test('a clock that was set back lets no reading time pass', async () => {
  const talk = await justRead();
  await talk.say('{code}');
  talk.wait(-3600);
  expect(ids(await talk.say('确认'))).not.toContain('negotiation.agreed');
  expect(await agreementsOf(talk)).toEqual([]);
});
