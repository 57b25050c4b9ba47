// Verify: nothing of an account, and no hint of a debt, before the cardholder is known (P2).
import { readCodes } from '../../../../dialogs/stages/verify/typedIdentity';
import { Talk } from '../../../support/talk';
import { audited, ids, people, saying, taps, valuesOf } from '../../saying';

const accountWishes = [
  '我一共欠多少',
  '还款日哪天',
  '昨天还的到账没',
  '我的分期还剩几期',
  '一次还不起，能分期吗',
  '每月最多还800',
  '就按第二个来',
  '15号发工资先还三千',
  '我失业了',
  '我昨天就还清了',
];

test.each(accountWishes)('"%s" is answered with the check and with nothing of the account', async (wish) => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '你好', wish);
  expect(ids(reply)).toEqual(['verify.ask']);
  expect(taps(reply)).toEqual(['button.human']);
  expect(reply.text).not.toMatch(/\d{2,}/);
});

test('what was asked for before the check is done right after it, without asking again', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '每月最多还800', people.canonical);
  expect(ids(reply).slice(0, 2)).toEqual(['verify.done', 'account.summary']);
  expect(ids(reply)).toContain('negotiation.offer.line');
  expect(ids(reply)).not.toContain('negotiation.ask.monthlyAmount');
});

test.each(['６６８８　１２３４', '6688,1234', '卡6688 身份证1234', '6688/1234'])(
  'the endings are read as people type them: %s',
  async (typed) => {
    const talk = await Talk.begin();
    expect(ids(await saying(talk, '我一共欠多少', typed))).toContain('verify.done');
  },
);

test('an X at the end of an identity number may be small', async () => {
  const talk = await Talk.begin({ locale: 'en-US' });
  expect(ids(await saying(talk, 'how much do I owe', '8801 310x'))).toContain('verify.done');
});

test('half of the digits is half an answer', () => {
  expect(readCodes('6688')).toBe('half');
  expect(readCodes('尾号6688，身份证310x')).toEqual({ cardTail: '6688', idTail: '310X' });
  expect(readCodes('我没带卡')).toBeUndefined();
  expect(readCodes('66881234567890')).toBeUndefined();
});

test('three wrong answers rest the check, open one case, tell when it goes on, and leave a person', async () => {
  const talk = await Talk.begin();
  await talk.say('我一共欠多少');
  expect(valuesOf(await talk.say('6688 0000'), 'verify.wrong').left).toBe('2');
  expect(valuesOf(await talk.say('6688 0001'), 'verify.wrong').left).toBe('1');
  const locked = await talk.say('6688 0002');
  expect(ids(locked)).toEqual(['verify.locked', 'verify.lockedUntil']);
  expect(valuesOf(locked, 'verify.lockedUntil').time).toBe('10:15');
  expect(taps(locked)).toEqual(['button.human']);
  expect(ids(await talk.say(people.canonical))).toEqual(['verify.lockedStill', 'verify.lockedUntil']);
  expect(ids(await talk.say('转人工')).join(' ')).toContain('handoff.');
  const cases = await talk.repositories.cases.ofConversation(talk.conversationId);
  expect(cases.map(({ kind }) => kind)).toContain('identityLocked');
});

test('a lock ends at the time that was told, and the wish from before goes on', async () => {
  const talk = await Talk.begin();
  await saying(talk, '每月最多还800', '6688 0000', '6688 0001', '6688 0002');
  talk.now = '2026-11-23T02:15:01.000Z';
  // Three wrong pairs are guesses for all that the bank can see: the holder's phone settles it.
  expect(ids(await talk.say(people.canonical))).toEqual(['verify.codeAsked']);
  const reply = await talk.say('{code}');
  expect(ids(reply).slice(0, 2)).toEqual(['verify.done', 'account.summary']);
  expect(ids(reply)).toContain('negotiation.offer.line');
});

test('one person has no more tries for starting new conversations', async () => {
  const talk = await Talk.begin();
  for (let round = 0; round < 4; round += 1) {
    await saying(talk, '我一共欠多少', '6688 0000', '6688 0001', '6688 0002');
    talk.newConversation();
  }
  const reply = await saying(talk, '我一共欠多少', people.canonical);
  expect(ids(reply)).not.toContain('verify.done');
  expect(ids(reply)).not.toContain('account.summary');
});

test('endings sent before anything was asked are checked all the same', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '你好', people.canonical);
  expect(ids(reply)).toEqual(expect.arrayContaining(['verify.done', 'account.summary']));
  expect(await audited(talk, 'verified')).toHaveLength(1);
});

test('whoever refuses the check is not asked on, and general questions are still answered', async () => {
  const talk = await Talk.begin();
  const refused = await saying(talk, '我一共欠多少', '算了');
  expect(ids(refused)).toEqual(['verify.cancelled']);
  expect(taps(refused)).toContain('button.human');
  expect(ids(await talk.say('征信多久能消'))).not.toContain('verify.resume');
});

test('a bare yes is told why, once, and nobody is reminded twice in the same words', async () => {
  const talk = await Talk.begin();
  await talk.say('我一共欠多少');
  const replies = [];
  for (let times = 0; times < 5; times += 1) replies.push(await talk.say('好的'));
  expect(ids(replies[0] ?? { said: [] as never, taps: [], activities: [], text: '' })).toEqual(['verify.why']);
  const texts = replies.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
});

test('the digits are in no audit event', async () => {
  const talk = await Talk.begin();
  await saying(talk, '我一共欠多少', '6688 9999', people.canonical);
  const { items } = await talk.repositories.audit.ofConversation(talk.conversationId);
  expect(items.length).toBeGreaterThan(0);
  expect(JSON.stringify(items.map(({ event }) => event.inputs))).not.toMatch(/9999|6688 ?1234/);
});
