// What our own words mean is told wherever it is asked, and nothing under way is lost by it.
import { Talk } from '../../../support/talk';
import { ids, saying, withOffers } from '../../saying';

test.each([
  ['zh-CN', '困难复核是啥'],
  ['zh-CN', '什么叫个性化分期'],
  ['en-US', "what's a hardship review?"],
  ['en-US', 'whats 征信 in plain words'],
] as const)('asked what a word of ours means, it is told (%s: %s)', async (locale, asked) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await saying(talk, locale === 'zh-CN' ? '你好' : 'hello', asked))).toEqual(['question.term']);
});

test('with offers on the table the meaning is told, and the offers stay', async () => {
  const talk = await withOffers();
  expect(ids(await talk.say('年化是什么意思'))).toEqual(['question.term', 'negotiation.resume']);
});
