// Promise to pay: amount and date read back, recorded after a yes, limits told when it is outside them.
import type { Talk } from '../../support/talk';
import { audited, ids, people, saying, taps, valuesOf, verified } from '../saying';

const promisesOf = async (talk: Talk) => {
  const [event] = await audited(talk, 'promiseRecorded');
  return event?.customerId == null ? [] : talk.repositories.promises.ofCustomer(event.customerId);
};

test('amount and day are read back, and nothing is recorded before a yes', async () => {
  const talk = await verified(people.late20);
  const reply = await talk.say('12月1号先还3000');
  expect(valuesOf(reply, 'negotiation.promise.confirm')).toMatchObject({ amount: '3,000.00', date: '2026-12-01' });
  expect(taps(reply)).toEqual(['button.yes', 'button.no', 'button.human']);
  expect(await audited(talk, 'promiseRecorded')).toHaveLength(0);
});

test('after a yes it is recorded once, in fen and with its day', async () => {
  const talk = await verified(people.late20);
  await saying(talk, '12月1号先还3000', '对');
  expect(await promisesOf(talk)).toMatchObject([{ amountFen: 300_000, payDate: '2026-12-01', status: 'open' }]);
});

test('after a no nothing is recorded', async () => {
  const talk = await verified(people.late20);
  const reply = await saying(talk, '12月1号先还3000', '不对');
  expect(ids(reply)).not.toContain('negotiation.promise.recorded');
  expect(await audited(talk, 'promiseRecorded')).toHaveLength(0);
});

test('too little is answered with the least and the latest, and tapping that records nothing by itself', async () => {
  const talk = await verified(people.late20);
  const reply = await talk.say('12月1号先还100');
  expect(valuesOf(reply, 'negotiation.promise.outsideLimits').least).toBe('656.23');
  expect(taps(reply)).toContain('button.promise');
  const nearest = await talk.say('约个日子还');
  expect(ids(nearest)).toContain('negotiation.promise.confirm');
  expect(await audited(talk, 'promiseRecorded')).toHaveLength(0);
});
