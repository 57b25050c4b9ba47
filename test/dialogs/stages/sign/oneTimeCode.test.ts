// Codes: good for one read-back and ten minutes, and limited for a customer over all conversations.
import type { Talk } from '../../../support/talk';
import { audited, ids, readyToSign, saying, withOffers } from '../../saying';
import { agreementsOf, canonicalCustomer } from './signed';

const wrongCodes = (right: string) =>
  ['000000', '111111', '222222', '333333', '444444', '555555', '666666', '777777'].filter((code) => code !== right);

/** Opens a conversation more, as the same customer, up to the read-back of the first offer. */
async function another(talk: Talk): Promise<string[]> {
  talk.newConversation();
  return ids(await saying(talk, '我一共欠多少', '6688 1234', '能分期吗', '选1'));
}

test('an accepted code older than ten minutes signs nothing, and a new one is on its way', async () => {
  const talk = await readyToSign();
  await talk.say('{code}');
  talk.wait(601);
  expect(ids(await talk.say('确认'))).toEqual(['agreement.codeExpired']);
  expect(await agreementsOf(talk)).toEqual([]);
  expect(ids(await talk.say('{code} 确认'))).toContain('negotiation.agreed');
});

test('a code accepted for one offer signs no other', async () => {
  const talk = await readyToSign();
  const code = await talk.newestCode();
  await talk.say('{code}');
  talk.wait(1);
  await talk.say('还是第二个吧');
  expect(ids(await talk.say('确认'))).toEqual(['agreement.codeFirst']);
  if (code !== (await talk.newestCode())) expect(ids(await talk.say(`${code} 确认`))).toEqual(['agreement.codeWrong']);
  expect(await agreementsOf(talk)).toEqual([]);
});

test('codes sent within an hour are counted over all conversations; then a person can go on, and in an hour a code is sent', async () => {
  const talk = await withOffers();
  const replies = [ids(await talk.say('选1'))];
  for (let i = 0; i < 9; i++) {
    talk.wait(1);
    replies.push(i % 2 === 0 ? await another(talk) : ids(await talk.say('重发验证码')));
  }
  const sent = replies.filter((said) => said.includes('agreement.codeSent'));
  expect(sent).toHaveLength(6);
  expect(replies.at(-1)).toEqual(expect.arrayContaining(['agreement.codeLimitHour']));
  expect((await talk.repositories.outbox.ofCustomer(canonicalCustomer)).length).toBe(6);
  talk.wait(3600);
  expect(await another(talk)).toContain('agreement.codeSent');
  expect(ids(await talk.say('{code} 确认'))).toContain('negotiation.agreed');
});

test('a customer is sent no more codes in a day than the bank sends, however the hours pass', async () => {
  const talk = await readyToSign();
  let sent = 1;
  for (let hour = 0; hour < 6; hour++) {
    talk.now = new Date(Date.parse('2026-11-23T03:01:00.000Z') + hour * 3_600_000).toISOString();
    await another(talk);
    for (let i = 0; i < 6; i++) await talk.say('重发验证码');
    sent = (await talk.repositories.outbox.ofCustomer(canonicalCustomer)).length;
  }
  expect(sent).toBe(15);
  expect(ids(await talk.say('重发验证码'))).toEqual(['agreement.codeLimitDay']);
});

test('guessing goes on in no new conversation and with no new code: six wrong ones a day are all', async () => {
  const talk = await readyToSign();
  let guesses = 0;
  for (let i = 0; i < 5; i++) {
    const right = await talk.newestCode().catch(() => '');
    for (const wrong of wrongCodes(right).slice(0, 4)) {
      await talk.say(wrong);
      guesses = (await talk.repositories.codeUses.get(canonicalCustomer))?.failuresToday ?? 0;
    }
    await another(talk);
  }
  expect(guesses).toBe(6);
  expect(await agreementsOf(talk)).toEqual([]);
  talk.now = '2026-11-24T02:00:00.000Z';
  expect(await another(talk)).toContain('agreement.codeSent');
});

test('two conversations of one customer that guess at the same instant are counted as two', async () => {
  const talk = await readyToSign();
  const kept = await talk.repositories.codeUses.kept(canonicalCustomer);
  if (kept === undefined) throw new Error('a code was sent');
  const operation = () => talk.repositories.codeUses.putOperation({ ...kept.record, failuresToday: 1 }, kept.version);
  const both = await Promise.allSettled([talk.store.transaction([operation()]), talk.store.transaction([operation()])]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('the records say which code it was and never its digits', async () => {
  const talk = await readyToSign();
  const code = await talk.newestCode();
  await talk.say(`${code} 确认`);
  const [signed] = await audited(talk, 'signed');
  const [sent] = await audited(talk, 'codeSent');
  expect(signed?.decision.codeId).toBe(sent?.decision.codeId);
  expect(signed?.decision).toMatchObject({ words: '确认', readAt: talk.now, consentedAt: talk.now });
  const { items } = await talk.repositories.audit.ofConversation(talk.conversationId);
  expect(JSON.stringify(items)).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));
});
