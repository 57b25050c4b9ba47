// What tired people ask and say while plans lie before them: the total in any words, time to decide, somebody who must see it first.
import { ids, people, saying, valuesOf, verified, withOffers } from '../../../saying';

test.each([
  ['en-US', "what's it all come to"],
  ['en-US', 'whats the first one come to altogether'],
  ['en-US', 'what would that cost me in the end'],
  ['en-US', 'how much is it all in'],
  ['zh-CN', '加起来一共要还多少'],
  ['zh-CN', '到最后总共还多少啊'],
] as const)('what a plan comes to is told as its total (%s: %s)', async (locale, asked) => {
  const talk = await withOffers(locale);
  expect(ids(await talk.say(asked))).toContain('offer.total');
});

test.each([
  ['en-US', "what's it all come to with interest"],
  ['en-US', "hang on. before I do anything, what's it all come to with interest"],
  ['zh-CN', '等等，加起来一共要还多少'],
] as const)('a total that is asked at the read-back leaves the signature open (%s: %s)', async (locale, asked) => {
  const talk = await withOffers(locale);
  const reply = await saying(talk, locale === 'zh-CN' ? '选1' : 'plan 1', asked);
  expect(ids(reply)).toContain('offer.total');
  expect(ids(reply)).toContain('agreement.resume');
});

test.each([
  ['en-US', 'i will have to ask my son before i sign anything'],
  ['en-US', 'my oga must see it first'],
  ['en-US', 'need to run it past the wife'],
  ['zh-CN', '我得先问问我老婆'],
  ['zh-CN', '要跟家里人商量一下'],
] as const)('the plans are kept for who must ask somebody first (%s: %s)', async (locale, said) => {
  const talk = await withOffers(locale);
  expect(ids(await talk.say(said))).toEqual(['negotiation.quoteSaved']);
});

test('until when the plans stand is told to who asks how long there is to decide', async () => {
  const talk = await withOffers('en-US');
  expect(ids(await talk.say('how long have i got to make up my mind'))).toContain('negotiation.offer.valid');
});

test.each([
  ['en-US', "no I'm not signing tonight, my husband needs to see it first"],
  ['en-US', "i'll show it to my daughter first"],
  ['zh-CN', '今天先不签，问一下我老婆'],
] as const)(
  'at the read-back nothing is signed, and the plan is kept by its number and day (%s: %s)',
  async (locale, said) => {
    const talk = await withOffers(locale);
    const reply = await saying(talk, locale === 'zh-CN' ? '选1' : 'plan 1', said);
    expect(valuesOf(reply, 'agreement.takeYourTime')).toMatchObject({ number: '1' });
  },
);

test.each([
  ['en-US', 'does one plan cover both of them or do I do it twice'],
  ['zh-CN', '两张卡是分开办还是一起'],
] as const)('whether one plan covers both cards is told before there is one (%s)', async (locale, asked) => {
  const talk = await verified(people.twoCards, locale);
  expect(ids(await talk.say(asked))).toContain('negotiation.offer.cards');
});

test.each([
  ['en-US', 'how much of it is interest', 'account.interest'],
  ['en-US', 'haha no seriously how much of that is the interest', 'account.interest'],
  ['en-US', 'and how much of it is fees', 'account.fees'],
  ['zh-CN', '这里面利息多少', 'account.interest'],
] as const)('a part of the sum just told is told in figures (%s: %s)', async (locale, asked, id) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await talk.say(asked))).toContain(id);
});

test('after plans were shown, the interest that is asked about is theirs', async () => {
  const talk = await withOffers('en-US');
  expect(ids(await talk.say('how much of it is interest'))).toContain('offer.interest');
});
