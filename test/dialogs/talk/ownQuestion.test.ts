// A long story that ends in the question its teller marks as their own is answered by that question.

import { Talk } from '../../support/talk';
import { ids, valuesOf } from '../saying';

const stories = {
  'en-US':
    'right so i opened the shop in 2019 then covid then the landlord put it up twice and my daughter started uni and the van died and i put it on the card and anyway what i actually want to know is ',
  'zh-CN':
    '我2019年开的店，后来疫情，房东又涨了两次租，女儿上大学，面包车也坏了，就刷了卡，乱七八糟一大堆，我就想问一下，',
} as const;

test.each([
  ['en-US', 'is a collector allowed to call late at night'],
  ['en-US', 'can they ring me at work'],
  ['zh-CN', '你们晚上十一点能给人打电话吗'],
] as const)('a question at the end of a story is answered (%s: %s)', async (locale, question) => {
  const talk = await Talk.begin({ locale });
  const reply = await talk.say(stories[locale] + question);
  expect(ids(reply)).toContain('question.answer');
  expect(ids(reply)).not.toContain('clarify.either');
});

test.each([
  [
    'en-US',
    'I lost the shop and my wife left and I keep thinking I would be better off dead, and all I want to know is, what is the interest rate',
  ],
  ['zh-CN', '店没了，老婆也走了，我真的不想活了，天天睡不着，我就想问一下，利息是怎么算的'],
] as const)('danger that is told in the story comes before the question (%s)', async (locale, story) => {
  const talk = await Talk.begin({ locale });
  expect(valuesOf(await talk.say(story), 'vulnerable.first')).toBeDefined();
});
