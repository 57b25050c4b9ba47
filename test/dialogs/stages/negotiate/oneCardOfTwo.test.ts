// A plan for one of two cards, and sums named by the day.
import { ids, people, saying, valuesOf, verified } from '../../saying';

test.each([
  ['zh-CN', '两张卡能不能只办一张的分期，先办2201', '每个月900'],
  ['en-US', 'can I just sort out the one card first, the 2201', '900 a month'],
] as const)('a plan is worked out for the card that was named alone (%s)', async (locale, wished, monthly) => {
  const talk = await verified(people.twoCards, locale);
  const reply = await saying(talk, wished, monthly);
  expect(valuesOf(reply, 'offer.oneCard')).toMatchObject({ tail: '2201' });
  expect(ids(reply)).not.toContain('negotiation.offer.cards');
});

test.each([
  ['zh-CN', '每月1000', '只办2212这一张的话怎么算'],
  ['en-US', '1000 a month', 'how would it look for just the 2212'],
] as const)(
  'with plans for both on the table, those for one alone take their place (%s)',
  async (locale, monthly, wished) => {
    const talk = await verified(people.twoCards, locale);
    const both = await talk.say(monthly);
    expect(ids(both)).toContain('negotiation.offer.cards');
    const alone = await talk.say(wished);
    expect(valuesOf(alone, 'offer.oneCard')).toMatchObject({ tail: '2212' });
    expect(ids(alone)).toContain('negotiation.offer.line');
  },
);

test.each([
  ['zh-CN', '每天还20行不行', '对'],
  ['en-US', 'what about 20 a day', 'yes'],
] as const)(
  'a sum by the day is said by the month, and a yes makes it the monthly figure (%s)',
  async (locale, said, yes) => {
    const talk = await verified(people.canonical, locale);
    expect(valuesOf(await talk.say(said), 'meant.daily')).toMatchObject({ daily: '20.00', monthly: '600.00' });
    expect(ids(await talk.say(yes))).toContain('negotiation.noted');
  },
);

test('what the debt grows by in a day is no offer', async () => {
  const talk = await verified(people.canonical);
  expect(ids(await talk.say('一天要涨多少利息'))).toEqual(['account.interest']);
});
