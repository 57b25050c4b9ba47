// Is this collector real: the register answers, and nothing about an account before the check.
import { Talk } from '../../support/talk';
import { ids, people, saying, verified } from '../saying';

const whoIsIt = '有个自称你们外包的找我，真的假的';

test('a listed company is called listed to anybody, and not whose account it has', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, whoIsIt, '明岚资产');
  expect(ids(reply)).toEqual(['collector.listed', 'collector.neverPrivate']);
});

test.each(['鼎鑫讨债公司', '13800001111', '一个姓王的'])(
  '"%s" is in no register: do not pay, and call us',
  async (name) => {
    const talk = await Talk.begin();
    expect(ids(await saying(talk, whoIsIt, name))).toEqual(['collector.notListed', 'collector.neverPrivate']);
  },
);

test('the cardholder is told about the agency that really has the account, without naming it first', async () => {
  const talk = await verified(people.canonical);
  expect(ids(await talk.say(whoIsIt))).toEqual(['collector.authorised', 'collector.noOther', 'collector.neverPrivate']);
});

test('asked about a company by another name, the cardholder hears whom the bank did ask, and nobody else', async () => {
  const talk = await verified(people.canonical);
  const reply = await talk.say('恒通催收公司是不是你们委托的');
  expect(ids(reply)).toEqual(['collector.authorised', 'collector.noOther', 'collector.neverPrivate']);
});

test('a listed company that has not got this account is not authorised for it', async () => {
  const talk = await verified(people.late20);
  const reply = await saying(talk, whoIsIt, '明岚资产');
  expect(ids(reply)).toEqual(['collector.notAuthorised', 'collector.neverPrivate']);
});

test('a person is reached instead of a name', async () => {
  const talk = await Talk.begin();
  expect(ids(await saying(talk, whoIsIt, '转人工'))).toContain('handoff.waiting');
});

test.each(['他没说', '嗯 好的', '不知道叫什么', 'dunno he didnt say', 'ok'])(
  'to "%s" nobody is accused and nobody confirmed: how to check is told',
  async (words) => {
    const talk = await Talk.begin();
    const said = ids(await saying(talk, whoIsIt, words));
    expect(said).toContain('collector.howToCheck');
    expect(said).not.toContain('collector.notListed');
  },
);

test.each([
  ['zh-CN', '你们公示的外包在哪里看', '那不在上面的怎么办', 'collector.notListed'],
  ['en-US', 'Do you publish a list of your agencies?', 'what should i check on it first', 'collector.howToCheck'],
] as const)('in %s, "%s" names the list, and "%s" is answered', async (locale, first, then, said) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(first))).toContain('collector.list');
  expect(ids(await talk.say(then))).toContain(said);
});

test.each([
  ['zh-CN', people.twoCards, '2201那张转给外包了吗', 'collector.notPlaced'],
  ['zh-CN', people.canonical, '现在谁在催我', 'collector.authorised'],
  ['en-US', people.canonical, 'who is chasing me now', 'collector.authorised'],
] as const)('in %s, %s asks "%s" and is told of their own card', async (locale, codes, words, said) => {
  const talk = await verified(codes, locale);
  expect(ids(await talk.say(words))).toContain(said);
});

test('the number in "he rang from 138…" is looked up, and nobody is taken for somebody else', async () => {
  const talk = await Talk.begin();
  await talk.say('有个自称你们外包的找我，真的假的');
  expect(ids(await talk.say('他电话是13800002222'))).toContain('collector.notListed');
});
