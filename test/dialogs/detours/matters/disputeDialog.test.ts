// Dispute and already paid: the asking stops, a case with a number is opened, and it rests in every conversation (P9).
import { Talk } from '../../../support/talk';
import { audited, ids, people, saying, valuesOf, verified } from '../../saying';

test.each([
  ['这笔账不对，我有异议', ['verify.ask'], 'dispute.opened', 'dispute'],
  ['这卡不是我办的', ['fraud.lock', 'verify.ask'], 'fraud.opened', 'fraud'],
  ['我昨天就还清了', ['verify.ask'], 'alreadyPaid.opened', 'alreadyPaid'],
] as const)('"%s" opens a case after the check, and no sum is asked for', async (words, before, message, kind) => {
  const talk = await Talk.begin();
  expect(ids(await saying(talk, '你好', words))).toEqual(before);
  const reply = await talk.say(people.canonical);
  expect(ids(reply)).not.toContain('account.summary');
  const [opened] = await talk.repositories.cases.ofConversation(talk.conversationId);
  expect(opened).toMatchObject({ kind, caseNumber: valuesOf(reply, message).caseNumber, status: 'open' });
  expect(opened?.customerId).not.toBeNull();
});

test('said twice, here or in another conversation, the number stays the same and its day of answer is told', async () => {
  const talk = await verified(people.canonical);
  const first = valuesOf(await talk.say('这卡不是我办的'), 'fraud.opened').caseNumber;
  const again = valuesOf(await talk.say('这卡不是我办的'), 'case.underWay');
  expect(again.caseNumber).toBe(first);
  talk.newConversation();
  const elsewhere = await saying(talk, '这卡不是我办的', people.canonical);
  expect(valuesOf(elsewhere, 'case.underWay')).toEqual(again);
});

test('a dispute that was closed does not swallow the next one: that is a new matter with a new number', async () => {
  const talk = await verified(people.canonical);
  const first = valuesOf(await talk.say('这卡不是我办的'), 'fraud.opened').caseNumber ?? '';
  const kept = await talk.repositories.cases.kept(first);
  if (kept === undefined) throw new Error('a case was opened');
  await talk.repositories.cases.put({ ...kept.record, status: 'closed' }, kept.version);
  const second = valuesOf(await talk.say('又有一笔不是我刷的'), 'fraud.opened').caseNumber;
  expect(second).not.toBe(first);
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

test.each([
  ['zh-CN', '上个月有一笔两千多的不是我刷的 盗刷', '那天我在上班 有打卡记录'],
  ['en-US', "there's a charge on my card I never made, it's fraud", 'I was at work that day and can prove it'],
] as const)('what is told after a charge was disputed is kept with the case (%s)', async (locale, told, detail) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await saying(talk, told, detail))).not.toContain('meant.dispute');
});
