// With offers on the table, or an arrangement signed, what is asked and said is heard in their light, in whatever words.
import { audited, ids, people, saying, valuesOf, verified, withOffers } from '../../../saying';

const offered = async (locale: 'zh-CN' | 'en-US', codes: string = people.canonical) => {
  const talk = await verified(codes, locale);
  await talk.say(locale === 'zh-CN' ? '每个月最多还2000' : '2000 a month at most');
  return talk;
};

test.each([
  ['zh-CN', '这些方案能留几天', 'negotiation.offer.valid'],
  ['zh-CN', '我下周再定的话还算数吗', 'negotiation.offer.valid'],
  ['zh-CN', '要收手续费吗', 'offer.noFees'],
  ['zh-CN', '几个方案再说一遍', 'negotiation.offer.line'],
  ['zh-CN', '哪个先还完', 'offer.lastDate'],
  ['zh-CN', '头一期是几号', 'offer.firstDateAll'],
  ['zh-CN', '不签的话会多花多少', 'offer.without'],
  ['zh-CN', '签好以后催收还打电话吗', 'offer.agency'],
  ['en-US', 'until when are those valid', 'negotiation.offer.valid'],
  ['en-US', 'will they still be there next week', 'negotiation.offer.valid'],
  ['en-US', 'any hidden charges on top', 'offer.noFees'],
  ['en-US', 'run through the options for me', 'negotiation.offer.line'],
  ['en-US', 'which would be paid off quickest, when does each end', 'offer.lastDate'],
  ['en-US', "what's the apr", 'offer.yearlyRate'],
  ['en-US', 'what do i gain by signing rather than just paying what i can', 'offer.without'],
  ['en-US', 'do the calls stop then', 'offer.agency'],
] as const)('a question about the offers is answered from them (%s: %s)', async (locale, asked, id) => {
  const talk = await offered(locale);
  expect(ids(await talk.say(asked))).toContain(id);
});

test.each([
  ['zh-CN', '方案1和方案3差多少'],
  ['en-US', 'plan 1 against plan 3, what is the difference'],
] as const)('two plans that are named are compared with each other alone (%s)', async (locale, asked) => {
  const talk = await offered(locale);
  const reply = await talk.say(asked);
  expect(ids(reply).filter((id) => id === 'offer.difference')).toHaveLength(1);
  expect(valuesOf(reply, 'offer.difference').offer).toMatch(/3/);
});

test.each([
  ['zh-CN', '改成第三个吧'],
  ['zh-CN', '利息最少的那个'],
  ['en-US', 'I meant number 3'],
  ['en-US', "i'd like the cheapest one"],
] as const)('an offer is chosen by its number, or as the best of them (%s: %s)', async (locale, said) => {
  const talk = await offered(locale);
  const reply = await talk.say(said);
  expect(ids(reply)).toContain('negotiation.readBack');
});

test.each([
  ['zh-CN', '等等，我要改成第2个'],
  ['en-US', "hold on, let's do number 2 instead"],
] as const)('another plan is chosen at the read-back, and its terms are read (%s)', async (locale, said) => {
  const talk = await offered(locale);
  const first = await talk.say(locale === 'zh-CN' ? '选1' : 'plan 1');
  const reply = await talk.say(said);
  const read = (one: typeof reply) => valuesOf(one, 'negotiation.readBack').instalment;
  expect(read(reply)).not.toBe(read(first));
});

test.each([
  ['zh-CN', '漏的那一期今天补行吗'],
  ['en-US', 'can i make up the missed payment now'],
] as const)('what was missed can be made up, and is told with the next one (%s)', async (locale, asked) => {
  const talk = await verified(people.missedInstalment, locale);
  const reply = await talk.say(asked);
  expect(valuesOf(reply, 'arrangement.makeUpWithNext')).toMatchObject({ amount: '729.08', both: '1,458.16' });
});

test.each([
  ['zh-CN', '我想提前还清，要给多少'],
  ['en-US', 'how much to pay it off early'],
] as const)(
  'what clears an arrangement is told as a sum, less than all its instalments (%s)',
  async (locale, asked) => {
    const talk = await verified(people.missedInstalment, locale);
    const reply = await talk.say(asked);
    const total = Number(valuesOf(reply, 'arrangement.payOff').total?.replaceAll(',', ''));
    expect(total).toBeGreaterThan(15_000);
    expect(total).toBeLessThan(16_768.92);
  },
);

test.each([
  ['zh-CN', '漏的那期我周五补上', '729.08'],
  ['zh-CN', '周五把漏的那期连下一期一起还', '1,458.16'],
  ['zh-CN', '上个月漏的那一期，我下周一补', '729.08'],
  ['en-US', "i'll pay the missed instalment on friday", '729.08'],
  ['en-US', "the one i missed, i'll pay it friday", '729.08'],
  ['en-US', "i'll pay the missed one plus the next on friday", '1,458.16'],
] as const)('a promise of what was missed is for that sum (%s: %s)', async (locale, said, amount) => {
  const talk = await verified(people.missedInstalment, locale);
  const reply = await talk.say(said);
  expect(valuesOf(reply, 'negotiation.promise.confirm').amount).toBe(amount);
});

test.each([
  ['zh-CN', '真不知道'],
  ['zh-CN', '不好说'],
  ['zh-CN', '我也不清楚'],
  ['en-US', 'no idea honestly'],
  ['en-US', "I'm not sure"],
] as const)(
  'who cannot tell which one to take hears how they differ, and the plans stay (%s: %s)',
  async (locale, said) => {
    const talk = await offered(locale);
    const reply = ids(await talk.say(said));
    expect(new Set(reply)).toEqual(new Set(['offer.difference', 'negotiation.resume']));
  },
);

test('who wants to think it over is not told any more about the plans', async () => {
  const talk = await offered('zh-CN');
  expect(ids(await talk.say('再想想'))).not.toContain('offer.difference');
});

test.each([
  ['zh-CN', '外包公司合法吗，为什么转给外包公司', 'question.answer'],
  ['zh-CN', '为啥把我的卡交给第三方公司', 'question.answer'],
  ['zh-CN', '我的卡转给外包公司了吗', 'collector.authorised'],
  ['en-US', 'why has my account been passed to an agency, is that legal', 'question.answer'],
  ['en-US', 'has my card been passed to an agency?', 'collector.authorised'],
] as const)(
  'why an agency has the card is a question; whether one has it, a look at the list (%s: %s)',
  async (locale, asked, id) => {
    const talk = await offered(locale);
    expect(ids(await talk.say(asked))).toContain(id);
  },
);

test('a stop is a stop, and a person a person, with offers on the table', async () => {
  const talk = await offered('en-US');
  expect(ids(await talk.say('stop calling me'))).toContain('contact.stopped');
  expect(ids(await saying(talk, 'get me a person, what is the apr'))).toContain('handoff.waiting');
});

test.each([
  ['zh-CN', '协议会不会作废啊'],
  ['en-US', 'will you cancel my agreement'],
] as const)('asked whether a signed plan ends, what a missed instalment means is told (%s)', async (locale, asked) => {
  const talk = await verified(people.missedInstalment, locale);
  const reply = await talk.say(asked);
  expect(ids(reply)).toContain('offer.missed');
  expect(ids(reply)).not.toContain('negotiation.offer.valid');
});

test.each([
  ['zh-CN', '只要2212那一张'],
  ['en-US', 'just the 2212 please'],
] as const)('the ending of an own card is no sum (%s)', async (locale, said) => {
  const talk = await offered(locale, people.twoCards);
  expect(ids(await talk.say(said))).not.toContain('negotiation.noted');
});

test.each([
  ['zh-CN', '我这个月能补上，但是补两期有点难'],
  ['en-US', 'i can make up one but two is hard'],
] as const)('instalments to be made up are no wish for a plan of two months (%s)', async (locale, said) => {
  const talk = await verified(people.missedInstalment, locale);
  const reply = ids(await talk.say(said));
  expect(reply).toContain('arrangement.makeUpWithNext');
  expect(reply.some((id) => id.startsWith('negotiation.'))).toBe(false);
});

test.each([
  ['zh-CN', '就便宜的那个吧', 48],
  ['zh-CN', '每月少点的那个', 60],
  ['en-US', 'ok just the cheaper one then', 48],
  ['en-US', 'the one with the lower payments', 60],
  ['en-US', 'the longer one please', 60],
] as const)('"cheaper" is what costs less in all, "lower" the instalment (%s, %s)', async (locale, said, count) => {
  const talk = await withOffers(locale);
  expect(valuesOf(await talk.say(said), 'negotiation.readBack').count).toBe(String(count));
});

test.each([
  ['zh-CN', '选第二个'],
  ['en-US', "i'll take the second one"],
] as const)('"the second one" is the second on the screen, whatever its number (%s)', async (locale, said) => {
  const talk = await withOffers(locale);
  await talk.say(locale === 'zh-CN' ? '每月10号发工资' : 'i get paid on the 10th');
  const reply = ids(await talk.say(said));
  expect(reply).not.toContain('clarify.figure');
});

test('the endings of two own cards are no amounts: "2201 can wait, just 2212" is of the second alone', async () => {
  const talk = await verified(people.twoCards);
  await saying(talk, '2201那张先不管 就说2212');
  expect(ids(await talk.say('每月500'))).toContain('negotiation.offer.line');
  expect(await audited(talk, 'negotiation.move')).toMatchObject([{}, { inputs: { account: { balanceFen: 966000 } } }]);
});

test('"could do 100 less" takes it off what was said, however it was parted', async () => {
  const talk = await withOffers('en-US');
  expect(valuesOf(await talk.say('could do 100 less'), 'negotiation.noted').capacity).toMatch(/700/);
});

test('how many of 24 instalments were paid is asked of the plan that was signed, and wishes for none', async () => {
  const talk = await verified(people.missedInstalment);
  const reply = ids(await talk.say('一共24期是吧 我还了几期'));
  expect(reply.some((id) => id.startsWith('arrangement.'))).toBe(true);
  expect(reply.some((id) => id.startsWith('negotiation.offer'))).toBe(false);
});

test.each([
  ['zh-CN', '前三个月少还点行不'],
  ['en-US', 'less for the first three months?'],
] as const)('in %s, "%s" wishes for less at first, and for no later beginning', async (locale, said) => {
  expect(ids(await (await offered(locale)).say(said))).toContain('negotiation.wish.stepUp');
});
