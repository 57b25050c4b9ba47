// Sign: full read-back, one-time code, the explicit word; once, in writing, and contact stops (P7, P9).
import type { Talk } from '../../../support/talk';
import { audited, ids, readyToSign, saying, taps, valuesOf, withOffers } from '../../saying';

async function agreementsOf(talk: Talk) {
  const { items } = await talk.repositories.audit.ofConversation(talk.conversationId);
  const customerId = items.map(({ event }) => event.customerId).find((id) => id !== null);
  if (customerId === undefined || customerId === null) throw new Error('Nobody has been verified in this talk.');
  return talk.repositories.arrangements.ofCustomer(customerId);
}

test('the read-back names amount, count, dates, total and yearly rate, and what missing an instalment means', async () => {
  const talk = await withOffers();
  const reply = await talk.say('选1');
  expect(Object.keys(valuesOf(reply, 'negotiation.readBack')).sort()).toEqual(
    [
      'count',
      'dueDay',
      'firstDueDate',
      'instalment',
      'lastDueDate',
      'lastInstalment',
      'total',
      'yearlyRate',
      'yearlyRateEffective',
    ].sort(),
  );
  expect(ids(reply)).toEqual(expect.arrayContaining(['negotiation.readBack.consequences', 'agreement.codeSent']));
  expect(taps(reply)).toEqual(['button.confirm', 'button.notSign', 'button.resendCode', 'button.human']);
});

test.each(['好的', '可以', '行', '嗯'])('a bare "%s" signs nothing, with or without the code', async (yes) => {
  const talk = await readyToSign();
  expect(ids(await talk.say(yes))).not.toContain('negotiation.agreed');
  expect(ids(await saying(talk, '{code}', yes))).not.toContain('negotiation.agreed');
  expect(await agreementsOf(talk)).toEqual([]);
});

test('the word without the code signs nothing', async () => {
  const talk = await readyToSign();
  expect(ids(await talk.say('确认'))).toEqual(['agreement.codeFirst']);
  expect(await agreementsOf(talk)).toEqual([]);
});

test('the code and the word, in one message or two, sign once and bring the document', async () => {
  const talk = await readyToSign();
  const reply = await talk.say('{code} 确认');
  expect(ids(reply)).toEqual(['negotiation.agreed', 'agreement.document', 'agreement.agencyStops']);
  expect(await agreementsOf(talk)).toHaveLength(1);
  const again = await talk.say('确认');
  expect(valuesOf(again, 'agreement.already').agreementNumber).toBe(
    valuesOf(reply, 'negotiation.agreed').agreementNumber,
  );
  expect(await agreementsOf(talk)).toHaveLength(1);
});

test('the signature is bound to a hash of the terms and to the policy version, and collection rests', async () => {
  const talk = await readyToSign();
  await talk.say('{code} 确认');
  const [record] = await agreementsOf(talk);
  expect(record).toMatchObject({ status: 'active', policyVersion: expect.stringMatching(/.+/) });
  expect(record?.offerHash).toMatch(/^[0-9a-f]{32,}$/);
  const customerId = record?.customerId ?? '';
  const asked = { customerId, address: null, channel: 'text', purpose: 'collection' } as const;
  expect(await talk.contactGate.ask(asked, talk.now)).toMatchObject({ ok: false, reason: 'arrangement' });
  expect(await audited(talk, 'signed')).toHaveLength(1);
});

test('a code sent anew voids the earlier one', async () => {
  const talk = await readyToSign();
  const first = await talk.newestCode();
  talk.now = '2026-11-23T02:01:00.000Z';
  expect(ids(await talk.say('重发验证码'))).toContain('agreement.codeSent');
  const second = await talk.newestCode();
  // One chance in 900,000 that both are the same; then there is no earlier code to refuse.
  const refused = first === second ? [] : ids(await talk.say(`${first} 确认`));
  expect(refused).not.toContain('negotiation.agreed');
  expect(ids(await talk.say(`${second} 确认`))).toContain('negotiation.agreed');
});

test('an old code does not sign, and a new one is on its way', async () => {
  const talk = await readyToSign();
  const code = await talk.newestCode();
  talk.now = '2026-11-23T02:30:00.000Z';
  expect(ids(await talk.say(`${code} 确认`))).toContain('agreement.codeExpired');
  expect(await agreementsOf(talk)).toEqual([]);
});

test('three wrong codes end it: nothing is signed and a colleague has a case', async () => {
  const talk = await readyToSign();
  const right = await talk.newestCode();
  const wrong = ['000000', '111111', '222222', '333333'].filter((code) => code !== right).slice(0, 3);
  const reply = await saying(talk, ...wrong);
  expect(ids(reply)).toEqual(['agreement.codeFailed']);
  expect(ids(await talk.say(`${right} 确认`))).not.toContain('negotiation.agreed');
  expect(await agreementsOf(talk)).toEqual([]);
});

test.each(['不签', '先不弄了', '不签了'])('"%s" at the read-back leaves everything as it was', async (words) => {
  const talk = await readyToSign();
  const reply = await talk.say(words);
  expect(ids(reply)).toEqual(['agreement.notSigned']);
  expect(taps(reply)).toContain('button.human');
  expect(await agreementsOf(talk)).toEqual([]);
});

test('another choice at the read-back is read back instead, and an earlier code does not sign it', async () => {
  const talk = await readyToSign();
  const reply = await talk.say('还是第二个吧');
  expect(ids(reply)).toContain('negotiation.readBack');
  expect(ids(reply)).not.toContain('negotiation.agreed');
});

test('a question at the read-back is answered and the signing waits', async () => {
  const talk = await readyToSign();
  const reply = await talk.say('利息怎么算的');
  expect(ids(reply)).toEqual(expect.arrayContaining(['question.answer', 'agreement.resume']));
  expect(ids(await talk.say('{code} 确认'))).toContain('negotiation.agreed');
});

test('a person is reached while signing, and the agreement can still be signed while waiting', async () => {
  const talk = await readyToSign();
  expect(ids(await talk.say('转人工'))).toContain('handoff.waiting');
  expect(ids(await talk.say('{code} 确认'))).toContain('negotiation.agreed');
});

test('the code stands in no audit event and in no saved words', async () => {
  const talk = await readyToSign();
  const code = await talk.newestCode();
  await talk.say(`${code} 确认`);
  const { items } = await talk.repositories.audit.ofConversation(talk.conversationId);
  expect(JSON.stringify(items)).not.toContain(`"${code}"`);
  expect(JSON.stringify(items)).not.toContain(`${code} `);
});

test('somebody else at the phone in the middle of signing cannot sign', async () => {
  const talk = await readyToSign();
  const code = await talk.newestCode();
  await talk.say('我是他老婆，他不在');
  const reply = await talk.say(`${code} 确认`);
  expect(ids(reply)).toEqual(['thirdParty.still']);
  expect(await audited(talk, 'signed')).toEqual([]);
  expect(await agreementsOf(talk)).toEqual([]);
});
