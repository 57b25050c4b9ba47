// Verify: nothing of an account, and no hint of a debt, before the cardholder is known (P2).
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
  '我昨天就还清了',
];

test.each(accountWishes)('"%s" is answered with the check and with nothing of the account', async (wish) => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '你好', wish);
  expect(ids(reply)).toEqual(['verify.ask']);
  expect(taps(reply)).toEqual(['button.human']);
  expect(reply.text).not.toMatch(/\d{2,}/);
});

test.each([
  ['zh-CN', '我失业了', 'hardship.feel.work'],
  ['zh-CN', '台风把店都淹了', 'hardship.feel.disaster'],
  ['en-US', 'lost my job', 'hardship.feel.work'],
  ['en-US', 'my shop flooded in the typhoon', 'hardship.feel.disaster'],
] as const)(
  'told of hardship, feeling comes before the form, and is not said again after it (%s, %s)',
  async (locale, said, feeling) => {
    const talk = await Talk.begin({ locale });
    const reply = await talk.say(said);
    expect(ids(reply)).toEqual(expect.arrayContaining([feeling, 'verify.ask']));
    expect(ids(reply).indexOf(feeling)).toBeLessThan(ids(reply).indexOf('verify.ask'));
    const checked = await talk.say(people.canonical);
    expect(ids(checked)).toContain('hardship.recorded');
    expect(ids(checked)).not.toContain(feeling);
  },
);

test.each([
  ['zh-CN', '利息能不能少点'],
  ['en-US', 'can you knock off some of the interest'],
] as const)('asked for relief before the check, the rule is told with the check (%s)', async (locale, said) => {
  const talk = await Talk.begin({ locale });
  const reply = await saying(talk, locale === 'zh-CN' ? '你好' : 'hello', said);
  expect(ids(reply)).toEqual(['relief.rule', 'verify.ask']);
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

test.each([
  ['我一共欠多少', '6688', '1234'],
  ['我一共欠多少', '卡的是6688', '身份证后四位1234'],
  ['我一共欠多少', '身份证最后四个数是1234', '卡号6688'],
  ['how much do I owe', "card's 6688", 'and id 1234'],
  ['I only remember my card ending 8801, how much do I owe', 'found it: 310X', ''],
])('the two endings come in messages of their own, in any order: %s · %s · %s', async (...said) => {
  const talk = await Talk.begin({ locale: said[0].startsWith('我') ? 'zh-CN' : 'en-US' });
  const reply = await saying(talk, ...said.filter((one) => one !== ''));
  expect(ids(reply).slice(0, 2)).toEqual(['verify.done', 'account.summary']);
});

test('one ending is no try: the other one is asked for by its name', async () => {
  const talk = await Talk.begin();
  expect(ids(await saying(talk, '我一共欠多少', '身份证后四位是1234'))).toEqual(['verify.needCard']);
  expect(ids(await talk.say('尾号 6688'))).toContain('verify.done');
  expect(await audited(talk, 'verifyFailed')).toHaveLength(0);
});

test.each([
  ['六六八八 一二三四', 'zh-CN'],
  ['身份证1234，卡号6688', 'zh-CN'],
  ['6222021234566688 身份证110101199003071234', 'zh-CN'],
  ['66881234', 'zh-CN'],
  ['310X 8801', 'en-US'],
] as const)('an unasked "%s" is the check', async (typed, locale) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(typed))).toContain('verify.done');
});

test.each([
  ['我欠多少 6688 1234', 'zh-CN', 'account.summary'],
  ['6688 1234 每月最多还800', 'zh-CN', 'negotiation.offer.two'],
  ['800 a month at most. my details 6688 1234', 'en-US', 'negotiation.offer.two'],
] as const)('endings beside a wish are the check, and the wish goes on at once: %s', async (said, locale, id) => {
  const talk = await Talk.begin({ locale });
  const reply = await talk.say(said);
  expect(ids(reply)).toEqual(expect.arrayContaining(['verify.done', id]));
});

test('endings sent once more after the check are no figures: they are known already', async () => {
  const talk = await Talk.begin();
  expect(ids(await saying(talk, people.canonical, `意思就是${people.canonical}`))).toEqual(['verify.already']);
});

test('nothing but the last four of a whole card number is kept, and the words are masked at once', async () => {
  const talk = await Talk.begin();
  await saying(talk, '我欠多少 卡号6222021234566688');
  const { items } = await talk.repositories.audit.ofConversation(talk.conversationId);
  expect(JSON.stringify(items)).not.toMatch(/6222|3456|6688/);
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

test('signs that mean nothing, while the check waits, are answered all the same', async () => {
  const talk = await Talk.begin({ locale: 'en-US' });
  await talk.say("it's mine as well, what's on it");
  expect((await talk.say('𝆶𘬛🌓ﴴ')).text).not.toBe('');
});
