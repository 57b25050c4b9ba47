// What customers say beside offers: that they are too high, why not another length, what a first payment does.
import { ids, people, saying, valuesOf, verified, withOffers } from '../../saying';

test.each([
  ['zh-CN', '还是高，再压低点'],
  ['zh-CN', '太高了，受不了'],
  ['en-US', "that's steep, what's the very smallest you can go"],
  ['en-US', 'still too high for us'],
] as const)('who finds the plans too high hears what is lighter, or why nothing is (%s, %s)', async (locale, said) => {
  const talk = await withOffers(locale);
  const reply = await talk.say(said);
  expect(ids(reply)).not.toContain('negotiation.ask.change');
  expect(ids(reply)).not.toContain('clarify.either');
  expect(ids(reply).some((id) => id.startsWith('negotiation.wish.'))).toBe(true);
});

test.each([
  ['zh-CN', '怎么不给我弄12的'],
  ['zh-CN', '为啥没有24期的'],
  ['en-US', 'how come you never offered 12'],
  ['en-US', 'why not 24'],
] as const)('asked why a length was not offered, that length is answered (%s, %s)', async (locale, asked) => {
  const talk = await withOffers(locale);
  const reply = await talk.say(asked);
  const counts = reply.said.map(({ values }) => values.count ?? values.asked);
  expect(counts).toContain(asked.includes('12') ? '12' : '24');
});

test.each([
  ['zh-CN', '每个月200', '那我凑一万先交上', '10,000'],
  ['en-US', '200 a month', 'i could put in 8000 first', '8,000'],
] as const)('a first payment that closes no gap is still said back (%s)', async (locale, monthly, first, amount) => {
  const talk = await verified(people.canonical, locale);
  const reply = await saying(talk, monthly, first);
  expect(valuesOf(reply, 'negotiation.noted').capacity).toContain(amount);
});

test.each(['between 700 and 800, payday 15th', 'paid on the 15th, 700 to 800', 'payday is the 15th, so 700 to 800'])(
  'the day that pay comes makes a monthly figure no promise (%s)',
  async (said) => {
    const talk = await saying(await verified(people.canonical, 'en-US'), 'can we work out a plan', said);
    expect(ids(talk)).toContain('negotiation.noted');
    expect(ids(talk).some((id) => id.startsWith('negotiation.promise.'))).toBe(false);
  },
);

test('what two people can pay between them is an offer, what they earn is not', async () => {
  const talk = await verified(people.twoCards, 'en-US');
  const reply = await saying(talk, 'can we work out a plan', 'we can manage 1,300 between us each month');
  expect(valuesOf(reply, 'negotiation.noted').capacity).toContain('1,300');
  expect(ids(await talk.say('we earn 9000 between us'))).not.toContain('negotiation.noted');
});

test.each([
  ['zh-CN', '好的谢谢你'],
  ['en-US', 'ok thanks'],
] as const)('thanks with an "ok" to several plans chooses none and shows none again (%s)', async (locale, words) => {
  const talk = await withOffers(locale);
  const said = ids(await talk.say(words));
  expect(said).not.toContain('negotiation.offer.line');
  expect(said).not.toContain('negotiation.ask.offer');
});
