// Hardship: listens first, opens one review, lists the evidence, rests contact; no price talk before that.
import { certainTurn } from '../../../data/domain/customer/customerTurn';
import { hardshipReasonIn } from '../../../dialogs/stages/hardship/hardshipReason';
import { Talk } from '../../support/talk';
import { dialogClient } from '../dialogClient';
import { audited, ids, people, saying, taps, valuesOf, verified } from '../saying';

test('the sum owed is not the first thing that someone who lost a job reads', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '我失业了', people.canonical);
  expect(ids(reply)).toEqual(['verify.done', 'hardship.recorded', 'hardship.needs.work', 'hardship.askBudget']);
  expect(taps(reply)).toContain('button.human');
});

test('contact rests until the day that is told', async () => {
  const talk = await verified(people.canonical);
  const reply = await talk.say('我失业了');
  const [event] = await audited(talk, 'hardship');
  const wish = await talk.repositories.contactPreferences.get(event?.customerId ?? '');
  expect(wish).toMatchObject({
    ceased: true,
    reason: 'hardship',
    until: valuesOf(reply, 'hardship.recorded').holdUntil,
  });
});

test('told twice, there is one case and the list is not read out again', async () => {
  const talk = await verified(people.canonical);
  await saying(talk, '我失业了', '上个月公司倒闭了');
  const reply = await talk.say('我失业了');
  expect(ids(reply)).toEqual(['hardship.noted']);
  const cases = await talk.repositories.cases.ofConversation(talk.conversationId);
  expect(cases.filter(({ kind }) => kind === 'hardship')).toHaveLength(1);
});

test('whatever story is told is taken as told, and a plan is one tap away', async () => {
  const talk = await verified(people.english, 'en-US');
  await talk.say('I lost my job');
  const reply = await talk.say("it's my back, I can't stand for long");
  expect(ids(reply)).toEqual(['hardship.noted']);
  expect(taps(reply)).toContain('button.plan');
});

test('a question in between is answered and the story is still waited for', async () => {
  const talk = await verified(people.canonical);
  await talk.say('我失业了');
  expect(ids(await talk.say('征信多久能消'))).toEqual(
    expect.arrayContaining(['question.answer', 'hardship.askBudget']),
  );
});

test('danger in the story comes before everything', async () => {
  const talk = await verified(people.canonical);
  expect(ids(await saying(talk, '我失业了', '我真的不想活了'))).toContain('vulnerable.first');
});

test.each([
  ['刚查出来肺癌 正化疗', 'illness'],
  ['厂子倒了我们全被裁了', 'work'],
  ['家里着了火灾', 'disaster'],
  ['生意黄了欠一屁股', 'income'],
  ['my wife passed away and i have nothing', 'bereaved'],
  ["husband's on a ventilator, only i earn", 'illness'],
  ['i was made redundant', 'work'],
] as const)('the papers that fit "%s" are those of %s', (words, reason) => {
  expect(hardshipReasonIn(words)).toBe(reason);
});

test('income and outgoings are thanked for and never taken as an offer', async () => {
  const talk = await dialogClient({
    失业了: certainTurn('hardship'),
    '收入2600，开销3000': certainTurn('budget', {
      income: { min: 2600, max: 2600 },
      expenses: { min: 3000, max: 3000 },
    }),
  });
  await talk.say('失业了');
  await talk.say('3202 5526');
  const said = await talk.say('收入2600，开销3000');
  expect(said.map(({ id }) => id)).toEqual(['hardship.budget', 'hardship.askDebts']);
});

test.each([
  ['zh-CN', '我失业了', '每个月就3000块', '房租吃饭2500', '没有'],
  ['en-US', 'I lost my job', 'about 3000 comes in', 'rent and food 2500', 'none'],
] as const)(
  'the budget is asked for one part at a time, each once, and ends with what goes on meanwhile (%s)',
  async (locale, lost, income, expenses, debts) => {
    const talk = await verified(people.canonical, locale);
    await talk.say(lost);
    expect(ids(await talk.say(income))).toEqual(['hardship.budget', 'hardship.askExpenses']);
    expect(ids(await talk.say(expenses))).toEqual(['hardship.budget', 'hardship.askDebts']);
    const last = ids(await talk.say(debts));
    expect(last).toEqual(expect.arrayContaining(['hardship.noted', 'hardship.meanwhile']));
    expect((await audited(talk, 'hardshipBudget')).map(({ inputs }) => inputs.slots)).toMatchObject([
      { income: { max: 3000 } },
      { expenses: { max: 2500 } },
      { otherDebts: { max: 0 } },
    ]);
  },
);

test.each([
  ['zh-CN', '我失业了', '每月3000', '说不清', '不知道'],
  ['en-US', 'I lost my job', '3000 a month comes in', 'not sure', 'no idea'],
] as const)(
  'a part that is not known is passed over and not asked for again (%s)',
  async (locale, lost, ...answers) => {
    const talk = await verified(people.canonical, locale);
    await talk.say(lost);
    const said: string[] = [];
    for (const answer of answers) said.push(...ids(await talk.say(answer)));
    expect(said.filter((id) => id === 'hardship.askExpenses')).toHaveLength(1);
    expect(said.filter((id) => id === 'hardship.askDebts')).toHaveLength(1);
    expect(said).toContain('hardship.noted');
  },
);

test.each([
  ['zh-CN', '车祸腿断了三个月不能跑外卖', '要交啥', 'hardship.needs.illness'],
  ['zh-CN', '厂子倒了 我们全被裁了', '需要什么材料', 'hardship.needs.work'],
  ['en-US', 'I broke my leg and cannot work', 'what papers do you need', 'hardship.needs.illness'],
] as const)('the papers are those that fit what was told (%s, %s)', async (locale, told, asked, needs) => {
  const talk = await verified(people.late20, locale);
  await talk.say(told);
  const said = ids(await talk.say(asked));
  expect(said).toEqual(expect.arrayContaining(['evidence.where', needs]));
  expect(said).not.toContain('evidence.list');
});

test.each([
  ['zh-CN', '我失业了', '能不能先缓几个月'],
  ['zh-CN', '我失业了', '有没有啥困难户政策'],
  ['en-US', 'I lost my job', 'do you have something for that, like a break'],
  ['en-US', 'I lost my job', 'what can the bank do for me'],
] as const)(
  'asked what the review can do, it is told with what goes on meanwhile (%s, %s, %s)',
  async (locale, told, asked) => {
    const talk = await verified(people.canonical, locale);
    await talk.say(told);
    expect(ids(await talk.say(asked))).toEqual(['hardship.options', 'hardship.meanwhile']);
  },
);

test.each([
  ['zh-CN', '我失业了', '多久能有结果'],
  ['en-US', 'I lost my job', "when does it get decided once i've sent the stuff"],
] as const)('asked when it is decided, the case is told with its day (%s)', async (locale, told, asked) => {
  const talk = await verified(people.canonical, locale);
  await talk.say(told);
  expect(ids(await talk.say(asked))).toContain('case.open');
});

test.each([
  ['zh-CN', '我失业了', '这段时间利息还算吗'],
  ['en-US', 'I lost my job', 'does interest carry on while you look at it'],
] as const)('what goes on during the review is told (%s)', async (locale, told, asked) => {
  const talk = await verified(people.canonical, locale);
  await talk.say(told);
  expect(ids(await talk.say(asked))).toEqual(['hardship.meanwhile']);
});

test.each([
  ['zh-CN', '厂子八月把我裁了，孩子刚出生，房租交完每个月还能拿四百', 400],
  ['en-US', 'laid off in august and the baby came in june, i can manage 550 a month, is there any point?', 550],
  ['en-US', "off sick since may with my back, so after the bills 350 is what's left over", 350],
] as const)('what can be paid, told with the hardship, is kept and said (%s: %s)', async (locale, said, amount) => {
  const talk = await verified(people.canonical, locale);
  const reply = await talk.say(said);
  expect(ids(reply)).toContain('hardship.recorded');
  expect(valuesOf(reply, 'hardship.figureKept').capacity).toContain(String(amount));
  // Nothing else is asked for: a plan is one word away.
  expect(ids(reply)).not.toContain('hardship.askBudget');
  expect(taps(reply)).toContain('button.plan');
});

test.each([
  ['zh-CN', '厂子八月把我裁了，每个月还能拿六百', '分期'],
  ['en-US', 'laid off in august, i can manage 600 a month', 'and how long would that go on for'],
] as const)(
  'asked about plans after it, the plans are worked out with that figure (%s)',
  async (locale, told, asks) => {
    const talk = await verified(people.canonical, locale);
    await talk.say(told);
    expect(ids(await talk.say(asks)).join(' ')).toMatch(/negotiation\.(?:offer\.line|nearest|ask\.lumpSum)/);
  },
);

test.each([
  ['zh-CN', '病了没上班，还不上', '每月到手5200 房租2000', '勉强能出650'],
  ['en-US', "I'm ill and off work, I can't pay", 'i get paid 5200 a month, rent is 2400', 'could maybe do 650'],
] as const)(
  'asked what goes to other lenders, what somebody can pay here is an offer and no debt (%s)',
  async (locale, told, budget, offer) => {
    const talk = await verified(people.canonical, locale);
    await talk.say(told);
    expect(ids(await talk.say(budget))).toContain('hardship.askDebts');
    const reply = await talk.say(offer);
    expect(ids(reply)).not.toContain('hardship.budget');
    expect(ids(reply)[0]).toBe('negotiation.noted');
  },
);

test.each([
  ['zh-CN', '我妈住院 花光了', '现在一分钱拿不出来'],
  ['en-US', "I've lost my job", "I haven't got a penny right now"],
] as const)('who has nothing is not asked how much they can pay (%s)', async (locale, told, nothing) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await saying(talk, told, nothing)).filter((id) => id.startsWith('negotiation.'))).toEqual([]);
});

test.each([
  ['zh-CN', '我失业了', '能不能先停两个月'],
  ['en-US', "I've lost my job", 'can it stop for two months'],
] as const)('a break that is wished for is what the review decides (%s)', async (locale, told, asked) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await saying(talk, told, asked))).toContain('hardship.options');
});

test.each([
  ['zh-CN', '我失业了', '材料没有 公司没给证明'],
  ['en-US', "I've lost my job", "I haven't got any papers"],
] as const)('who has no papers is told that the review goes ahead (%s)', async (locale, told, none) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await saying(talk, told, none))).toContain('evidence.noneYet');
});

test.each([
  ['zh-CN', '我媳妇化疗呢 钱都花医院了'],
  ['en-US', "my wife's in chemo and it has taken every penny"],
] as const)('an illness in the family is not taken for one’s own (%s)', async (locale, told) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(told))).toContain('hardship.feel.illnessNear');
});
