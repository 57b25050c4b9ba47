// Dispute and already paid: the asking stops, a case with a number is opened, and it rests in every conversation (P9).
import { Talk } from '../../support/talk';
import { audited, ids, people, saying, valuesOf, verified } from '../saying';

test.each([
  ['这卡不是我办的', 'dispute.opened', 'dispute'],
  ['我昨天就还清了', 'alreadyPaid.opened', 'alreadyPaid'],
] as const)('"%s" opens a case after the check, and no sum is asked for', async (words, message, kind) => {
  const talk = await Talk.begin();
  expect(ids(await saying(talk, '你好', words))).toEqual(['verify.ask']);
  const reply = await talk.say(people.canonical);
  expect(ids(reply)).not.toContain('account.summary');
  const [opened] = await talk.repositories.cases.ofConversation(talk.conversationId);
  expect(opened).toMatchObject({ kind, caseNumber: valuesOf(reply, message).caseNumber, status: 'open' });
  expect(opened?.customerId).not.toBeNull();
});

test('said twice, the number stays the same', async () => {
  const talk = await verified(people.canonical);
  const first = valuesOf(await talk.say('这卡不是我办的'), 'dispute.opened').caseNumber;
  expect(valuesOf(await talk.say('这卡不是我办的'), 'dispute.opened').caseNumber).toBe(first);
});

test('offers on the table are not pressed any further', async () => {
  const talk = await verified(people.canonical);
  await saying(talk, '能分期吗', '每个月最多还800', '这卡不是我办的');
  const reply = await talk.say('选1');
  expect(ids(reply).filter((id) => id.startsWith('negotiation.') || id.startsWith('agreement.'))).toEqual([]);
});

test('contact rests while it is looked into, in every conversation', async () => {
  const talk = await verified(people.canonical);
  await talk.say('这卡不是我办的');
  const [event] = await audited(talk, 'caseOpened');
  const wish = await talk.repositories.contactPreferences.get(event?.customerId ?? '');
  expect(wish).toMatchObject({ ceased: true, reason: 'dispute', until: '2026-12-08' });
  talk.newConversation();
  expect(ids(await saying(talk, '能分期吗', people.canonical))).toContain('account.frozenDispute');
});
