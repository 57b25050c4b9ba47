// Questions about what comes later: before signing and after, and beside a promise. None of them is news of anybody's life.
import { ids, people, readyToSign, saying, valuesOf, verified, withOffers } from '../../../saying';

const supposed = {
  'zh-CN': [
    '要是中间有一个月发不出工资，没还上会怎么样',
    '万一签了以后我失业了呢',
    '如果哪天我病了还不起怎么办',
    '哪个月没活干交不上咋办',
    '到时候要是厂里不发工资呢',
  ],
  'en-US': [
    'what happens if I get made redundant in a year',
    "and if I can't pay one month because I'm in hospital?",
    'suppose I lose my job halfway',
    'what if my hours get cut',
    "say I'm short one month, then what",
  ],
} as const;

describe.each(['zh-CN', 'en-US'] as const)('in %s', (locale) => {
  test.each(supposed[locale])(
    'supposed of a plan on the table, it is answered and opens no review: %s',
    async (said) => {
      const talk = await withOffers(locale);
      const reply = await talk.say(said);
      expect(ids(reply)).toEqual(expect.arrayContaining(['offer.missed', 'negotiation.resume']));
      expect(ids(reply)).not.toContain('hardship.recorded');
    },
  );

  test.each(supposed[locale])('supposed of what was signed, it is answered from the agreement: %s', async (said) => {
    const talk = await verified(people.missedInstalment, locale);
    const reply = await talk.say(said);
    expect(ids(reply)).toEqual(expect.arrayContaining(['offer.missed', 'arrangement.missed']));
    expect(ids(reply)).not.toContain('hardship.recorded');
  });

  test('supposed of a promise, it says what comes of it, and the promise is still asked about', async () => {
    const talk = await verified(people.late20, locale);
    const reply = await saying(
      talk,
      locale === 'zh-CN' ? '明天还2000' : '2000 tomorrow',
      locale === 'zh-CN' ? '到时候还不上咋办' : "what happens if I can't by then",
    );
    expect(ids(reply)).toEqual(['promise.ifNot', 'negotiation.promise.confirm']);
  });
});

test('a lost job that is told, not supposed, opens the review', async () => {
  const talk = await withOffers();
  expect(ids(await talk.say('我上个月失业了，没收入'))).toContain('hardship.recorded');
});

test.each([
  ['zh-CN', '这个钱是交给你们银行还是那个催收公司', 'offer.payTo'],
  ['zh-CN', '每个月的钱到底还给谁', 'offer.payTo'],
  ['zh-CN', '选了以后还能改吗', 'offer.changeLater'],
  ['zh-CN', '利息以后会涨吗', 'offer.changeLater'],
  ['zh-CN', '月供是固定的吗', 'offer.changeLater'],
  ['zh-CN', '哪个月宽裕了多还点行不行', 'offer.payMore'],
  ['zh-CN', '还满一年以后还剩多少', 'offer.leftAfter'],
  ['zh-CN', '今天不定的话会过期吗', 'negotiation.offer.valid'],
  ['en-US', 'who actually gets the money, you or the collectors', 'offer.payTo'],
  ['en-US', 'does the money go to you or them', 'offer.payTo'],
  ['en-US', 'is that fixed or can it go up', 'offer.changeLater'],
  ['en-US', 'could I change my mind after I sign', 'offer.changeLater'],
  ['en-US', 'can I pay extra in a good month', 'offer.payMore'],
  ['en-US', 'what would be left after a year of payments', 'offer.leftAfter'],
  ['en-US', "what happens to these if I don't decide today", 'negotiation.offer.valid'],
] as const)('what comes later is answered of the plans on the table (%s: %s)', async (locale, asked, id) => {
  const talk = await withOffers(locale);
  expect(ids(await talk.say(asked))).toEqual(expect.arrayContaining([id, 'negotiation.resume']));
});

test('what is left after three instalments is the rest of the schedule', async () => {
  const talk = await withOffers();
  const left = valuesOf(await talk.say('选1还三期以后还剩多少'), 'offer.leftAfter');
  expect(left).toMatchObject({ paid: '3', left: '57' });
});

test('a question about changing one’s mind signs nothing and loses no code', async () => {
  const talk = await readyToSign();
  const reply = await talk.say('签了以后利息会涨吗');
  expect(ids(reply)).toEqual(['offer.changeLater', 'agreement.resume']);
});
