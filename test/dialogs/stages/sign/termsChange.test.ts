// Terms that changed between read-back and signature are read again: payments, days, documents, policies, cards.
import { audited, ids, people, readyToSign, saying, valuesOf, verified, withOffers } from '../../saying';
import { agreementsOf, changeAccount, paid } from './signed';

test('a payment between read-back and signature: the new terms are read, with a new code, and the reason is said', async () => {
  const talk = await withOffers();
  const first = valuesOf(await talk.say('选1'), 'negotiation.readBack').total;
  await talk.say('{code}');
  await changeAccount(talk, paid(200_000));
  talk.wait(1);
  const reply = await talk.say('确认');
  expect(ids(reply)).toEqual(
    expect.arrayContaining(['negotiation.table.payment', 'negotiation.readBack', 'agreement.codeSent']),
  );
  expect(valuesOf(reply, 'negotiation.readBack').total).not.toBe(first);
  expect(await agreementsOf(talk)).toEqual([]);
  expect(ids(await talk.say('确认'))).toEqual(['agreement.codeFirst']);
  expect(ids(await talk.say('{code} 确认'))).toContain('negotiation.agreed');
  const [record] = await agreementsOf(talk);
  expect(record?.offer.financedFen).toBe(2_443_120);
});

test('a payment larger than an offered first payment breaks no turn', async () => {
  const talk = await verified(people.canonical);
  await saying(talk, '能分期吗', '我现在能先还10000，以后每个月300');
  await changeAccount(talk, paid(1_900_000));
  for (const words of ['选1', '好的', '确认', '选2', '每个月最多还800'])
    expect(ids(await talk.say(words))).not.toContain('negotiation.agreed');
  expect(await audited(talk, 'turnFailed')).toEqual([]);
});

test('all paid in between: nothing is left to sign', async () => {
  const talk = await readyToSign();
  await talk.say('{code}');
  await changeAccount(talk, (account) => ({
    ...account,
    principalFen: 0,
    interestFen: 0,
    feesFen: 0,
    pastDueSince: null,
  }));
  expect(ids(await talk.say('确认'))).not.toContain('negotiation.agreed');
  expect(await agreementsOf(talk)).toEqual([]);
});

test('a dispute that staff entered meanwhile stops the signature', async () => {
  const talk = await readyToSign();
  await talk.say('{code}');
  await changeAccount(talk, (account) => ({ ...account, flags: ['dispute'] }));
  expect(ids(await talk.say('确认'))).toEqual(['account.frozenDispute']);
  expect(ids(await talk.say('确认'))).not.toContain('negotiation.agreed');
  expect(await agreementsOf(talk)).toEqual([]);
});

test('an offer that has run out overnight is not signed: it is made anew', async () => {
  const talk = await readyToSign();
  await talk.say('{code}');
  talk.wait(8 * 86_400);
  await saying(talk, '确认', '6688 1234');
  for (const words of ['确认', '好的']) expect(ids(await talk.say(words))).not.toContain('negotiation.agreed');
  expect(await agreementsOf(talk)).toEqual([]);
});

test('two cards in one plan are both named when read back and when signed', async () => {
  const talk = await verified(people.twoCards);
  await saying(talk, '能分期吗', '每个月最多还2000');
  const reply = await talk.say('选1');
  const accounts = await talk.repositories.accounts.ofCustomer((await audited(talk, 'readBack'))[0]?.customerId ?? '');
  const tails = accounts.map(({ cardTail }) => cardTail);
  expect(tails.length).toBeGreaterThan(1);
  for (const tail of tails) expect(reply.text).toContain(tail);
  const signed = await talk.say('{code} 确认');
  expect(ids(signed)).toContain('negotiation.agreed');
  for (const tail of tails) expect(signed.text).toContain(tail);
  const [record] = await agreementsOf(talk, accounts[0]?.customerId ?? '');
  expect(record?.accountIds).toHaveLength(tails.length);
});
