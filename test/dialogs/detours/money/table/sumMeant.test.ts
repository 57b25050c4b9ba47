// Beside the plans it is asked whether a sum can be paid first: what is said then is that sum, or another figure for the month.
import { ids, people, saying, valuesOf, verified } from '../../../saying';

const withPlans = async (locale: 'zh-CN' | 'en-US', monthly: string) => {
  const talk = await verified(people.canonical, locale);
  await talk.say(monthly);
  return talk;
};

test.each([
  ['en-US', '500 a month is what I have', 'five hundred and fifty tops', '550 yuan a month'],
  ['en-US', '600 a month', 'say 550 to be safe', '550 yuan a month'],
  ['en-US', '600 a month', 'too much. 500', '500 yuan a month'],
  ['en-US', '600 a month', '550?', '550 yuan a month'],
  ['en-US', '500 a month is what I have', 'actually 520', '520 yuan a month'],
  ['zh-CN', '每个月500', '顶多550', '每月550元'],
  ['zh-CN', '每个月600', '还是500吧', '每月500元'],
] as const)(
  'a figure that is put against the plans is one for the month (%s: %s; %s)',
  async (locale, monthly, said, noted) => {
    const talk = await withPlans(locale, monthly);
    expect(valuesOf(await talk.say(said), 'negotiation.noted').capacity).toBe(noted);
  },
);

test.each([
  ['en-US', "that's still heavy going. 450?"],
  ['zh-CN', '还是太高了 450'],
] as const)('a figure below every plan is told by how much it is short (%s: %s)', async (locale, said) => {
  const talk = await withPlans(locale, locale === 'zh-CN' ? '每个月500' : '500 a month is what I have');
  expect(valuesOf(await talk.say(said), 'negotiation.nearest.monthlyAmount')).toMatchObject({ asked: '450' });
});

test.each([
  ['en-US', '500 a month is what I have', '2000', '2,000 yuan to start'],
  ['en-US', '500 a month is what I have', 'I could do 600 up front', '600 yuan to start'],
  ['zh-CN', '每个月500', '2000', '先还2,000元'],
  ['zh-CN', '每个月500', '手头有3000', '先还3,000元'],
] as const)('a sum that answers the question is paid first (%s: %s; %s)', async (locale, monthly, said, noted) => {
  const talk = await withPlans(locale, monthly);
  expect(valuesOf(await talk.say(said), 'negotiation.noted').capacity).toBe(noted);
});

test.each([
  ['en-US', '500 a month', 'could do a grand first', 'no wait 800 first', '800 yuan to start'],
  ['zh-CN', '每个月500', '先还1000', '不对，先还800', '先还800元'],
] as const)(
  'a first payment that is put right stays a first payment (%s)',
  async (locale, monthly, first, then, noted) => {
    const talk = await withPlans(locale, monthly);
    expect(valuesOf(await saying(talk, first, then), 'negotiation.noted').capacity).toBe(noted);
  },
);

test.each([
  [
    'en-US',
    '500 a month',
    'what if I gave you 5 grand up front',
    "scrap that i haven't got it. could it start in february instead",
  ],
  ['en-US', '500 a month', 'what if I gave you 5 grand up front', "forget that, i don't actually have it"],
  ['zh-CN', '每个月500', '我先还5000呢', '算了，没有那么多钱'],
] as const)(
  'a first payment that is taken back is taken out of the plans (%s: %s; %s; %s)',
  async (locale, monthly, first, then) => {
    const talk = await withPlans(locale, monthly);
    const reply = await saying(talk, first, then);
    expect(ids(reply)).not.toContain('undo.nothing');
    expect(ids(reply).some((id) => id === 'negotiation.offer.line')).toBe(true);
    expect(ids(reply)).not.toContain('negotiation.offer.lineWithStart');
  },
);

test.each([
  ['en-US', '700 is safe most months. 800 if the orders are good', '700 to 800 yuan a month'],
  ['en-US', 'i can dae 600 a month nae bother, maybe 650 if the overtime comes in', '600 to 650 yuan a month'],
  ['en-US', 'a thousand, maybe twelve hundred', '1,000 to 1,200 yuan a month'],
  ['zh-CN', '稳的话600，好的月份800', '每月600到800元'],
] as const)('two sums said of a month are a range (%s: %s)', async (locale, said, noted) => {
  const talk = await verified(people.canonical, locale);
  expect(valuesOf(await talk.say(said), 'negotiation.noted').capacity).toBe(noted);
});
