// What a message means depends on where it is said: nothing can be turned down before there are offers, and after the check a
// figure is what somebody can pay.
import { ids, people, saying, valuesOf, verified } from '../saying';

test.each([
  ['zh-CN', '跑代驾的，七百多块钱总还是有的'],
  ['zh-CN', '九百吧，多一分也没有了'],
  ['zh-CN', '紧着花的话，一千二我拿得出'],
  ['zh-CN', '日子紧巴，六百挤得出'],
  ['en-US', 'fix me up with a plan at 820'],
  ['en-US', 'could you do me something around 750 monthly'],
  ['en-US', '660 is what i can put by'],
] as const)('a figure told right after the check is what can be paid a month (%s: %s)', async (locale, said) => {
  const talk = await verified(people.canonical, locale);
  const reply = await talk.say(said);
  // Where that leaves little room, money at the start is asked for first.
  expect(ids(reply).join(' ')).toMatch(/negotiation\.(offer\.line|ask\.lumpSum)/);
});

test.each([
  ['zh-CN', '我每个月工资八千，房租两千'],
  ['en-US', 'my pay is 8,000 a month and the rent takes 2,000'],
] as const)(
  'income and rent are thanked for, open no review, and the way to a plan goes on (%s)',
  async (locale, said) => {
    const talk = await verified(people.canonical, locale);
    const reply = await talk.say(said);
    expect(ids(reply)).toEqual(['budget.noted', 'negotiation.ask.monthlyAmount']);
  },
);

test.each([
  ['zh-CN', '我没有两万块'],
  ['en-US', 'I do not have 26,000'],
] as const)('a sum that somebody does not have is never offered for them (%s)', async (locale, said) => {
  const talk = await verified(people.canonical, locale);
  const reply = await talk.say(said);
  expect(ids(reply)).not.toContain('negotiation.noted');
});

test.each([
  ['zh-CN', '菜摊收入时好时坏 900顶到头', '每月900元'],
  ['zh-CN', '手上有六千可以先付', '先还6,000元'],
  ['en-US', 'business is up and down but 700 is my limit', '700 yuan a month'],
] as const)(
  'a figure is what its words say: first, or every month, or at most (%s: %s)',
  async (locale, said, noted) => {
    const talk = await verified(people.canonical, locale);
    expect(valuesOf(await talk.say(said), 'negotiation.noted').capacity).toContain(noted);
  },
);

test.each([
  ['zh-CN', '你们24期能做吗'],
  ['en-US', 'have you got an 18 month one'],
] as const)('a length that is asked about in passing is not lost (%s)', async (locale, said) => {
  const talk = await verified(people.canonical, locale);
  const reply = await saying(talk, locale === 'zh-CN' ? '每个月最多还1500' : '1500 a month at most', said);
  expect(ids(reply).some((id) => /^(?:why.count|negotiation.offer|negotiation.nearest.instalmentCount)/.test(id))).toBe(
    true,
  );
});

test('a day that is refused is not the day', async () => {
  const talk = await verified(people.canonical, 'en-US');
  const reply = await talk.say('800 a month, just not on the 1st, the rent goes then');
  const [offers] = reply.said.filter(({ id }) => /^negotiation\.offer\.(?:one|two|three)$/.test(id));
  expect(offers?.values.dueDay).toMatch(/^(?!1$)\d+$/);
});

test.each([
  ['zh-CN', '为什么不行'],
  ['en-US', 'why not'],
] as const)('asked why after a refusal, the rule is named (%s)', async (locale, why) => {
  const talk = await verified(people.excluded, locale);
  const reply = await saying(talk, locale === 'zh-CN' ? '我想分期' : 'i want instalments', why);
  expect(ids(reply)).toContain('why.refused');
});

test.each([
  ['zh-CN', '想分期，工资四千八，房租两千，每个月七百左右可以', '700'],
  ['en-US', 'can i have a plan. i earn 4800, rent 2000, and about 700 would be ok', '700'],
  ['en-US', 'wages 5200, the rest is spoken for, so what is left after the rent and bills is about 900', '900'],
] as const)('what can be paid is heard beside what comes in and goes out (%s: %s)', async (locale, said, noted) => {
  const talk = await verified(people.canonical, locale);
  expect(valuesOf(await talk.say(said), 'negotiation.noted').capacity).toContain(noted);
});

test('beside a story with what comes in, only the clause that offers is what can be paid', async () => {
  const talk = await verified(people.twoCards, 'en-US');
  const reply = await talk.say(
    "since the divorce it's been a mess, I work nights at a hotel and get 5200, what's left after rent is about 900, could all of that go on the cards?",
  );
  expect(valuesOf(reply, 'hardship.figureKept').capacity).toContain('900');
});

test('a figure that a plan fits is answered with the plans, and the longest of them is taken by name', async () => {
  const talk = await verified(people.canonical, 'en-US');
  expect(ids(await talk.say('550 a month'))).toContain('negotiation.offer.line');
  expect(ids(await talk.say('the longest one please'))).toContain('negotiation.readBack');
});
