// The wish to be checked sounds much like the wish to check a collector; only one of them asks for a company's name.
import { type CustomerTurn, certainTurn } from '../../../../data/domain/customer/customerTurn';
import { Talk } from '../../../support/talk';
import { ids, saying } from '../../saying';

test.each([
  ['zh-CN', '每个月还一点行不行', '好，核实吧'],
  ['zh-CN', '每个月还一点行不行', '核实一下吧'],
  ['zh-CN', '每个月还一点行不行', '行 先核我身份吧'],
  ['zh-CN', '会不会坐牢', '那就核对一下我吧'],
  ['zh-CN', '会不会坐牢', '身份核一下呗'],
  ['zh-CN', '利息怎么算的', '可以，你验证吧'],
  ['en-US', 'can I just pay a bit each month', 'ok verify me then'],
  ['en-US', 'can I just pay a bit each month', 'yes go ahead and check'],
  ['en-US', 'can I be arrested for this', 'sure, check it’s me'],
] as const)(
  'offered the check after an answer, the customer says yes in their own words (%s, %s, %s)',
  async (locale, question, yes) => {
    const talk = await Talk.begin({ locale });
    const reply = await saying(talk, question, yes);
    expect(ids(reply)).toEqual(['verify.ask']);
  },
);

test.each([
  ['zh-CN', '有个人说是你们外包的，帮我核实一下他'],
  ['en-US', 'someone says they collect for you, can you verify them'],
] as const)('to check a collector is still another wish (%s)', async (locale, said) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(said)).some((id) => id.startsWith('collector.'))).toBe(true);
});

test.each([
  ['zh-CN', '我的卡 就是尾数2201那张', '身份证后面四个是7744 没错'],
  ['zh-CN', '尾号2201这张 没错', '身份证最后面四位7744 对的'],
  ['en-US', 'mine is the one ending 2201', 'id ends 7744, correct'],
  ['en-US', 'it ends in 2201, that one', 'the id is 7744, definitely'],
] as const)('two halves in two messages, with words that only point or confirm (%s, %s)', async (locale, card, id) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(card))).toContain('verify.needId');
  const reply = ids(await talk.say(id));
  expect(reply).toContain('verify.done');
  expect(reply.some((one) => one.startsWith('meant.') || one.startsWith('clarify.'))).toBe(false);
});

test('whichever of two account wishes it was, the check comes before the question', async () => {
  const either: CustomerTurn = {
    ...certainTurn('account.balance'),
    confidence: 0.4,
    ambiguity: { kind: 'intent', first: 'account.balance', second: 'negotiate.terms' },
  };
  const talk = await Talk.begin({ understand: () => either });
  const asked = ids(await talk.say('卡的事帮我弄一下'));
  expect(asked).toContain('verify.ask');
  expect(asked).not.toContain('clarify.either');
});

test.each([
  ['zh-CN', '刚下夜班 3202 5526'],
  ['zh-CN', '我卡3202证5526快点快点快点'],
  ['en-US', 'sorry fat thumbs its 3202, 5526'],
] as const)(
  'words beside the endings that wish for nothing are passed over: the account is told (%s, %s)',
  async (locale, said) => {
    const talk = await Talk.begin({ locale });
    expect(ids(await talk.say(said))).toEqual(expect.arrayContaining(['verify.done', 'account.summary']));
  },
);
