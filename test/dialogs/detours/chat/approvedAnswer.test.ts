// Questions that have an approved answer though they are none of the general kind, more of an answer when asked, and the answer for
// the one who asks.
import { Talk } from '../../../support/talk';
import { audited, ids, people, verified } from '../../saying';

const answersOf = async (talk: Talk) => (await audited(talk, 'answered')).map(({ inputs }) => inputs.answerId);

test.each([
  ['zh-CN', '12356是什么电话', 'lifelineHours'],
  ['zh-CN', '能改还款日吗', 'moveDueDay'],
  ['en-US', 'What is 12356?', 'lifelineHours'],
  ['en-US', 'Is there a cooling-off period?', 'coolingOff'],
] as const)('is told what is approved, without a check (%s, %s)', async (locale, asked, answer) => {
  const talk = await Talk.begin({ locale });
  await talk.say(asked);
  expect(await answersOf(talk)).toEqual([answer]);
});

test.each([
  ['zh-CN', '我要投诉', 'complaint'],
  ['en-US', 'I want to make a complaint about a collector', 'complaint'],
] as const)('a wish is served by its own dialog, not by an answer about it (%s, %s)', async (locale, said, dialog) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(said)).some((id) => id.startsWith(dialog))).toBe(true);
  expect(await answersOf(talk)).toEqual([]);
});

test.each([
  ['zh-CN', '逾期会怎么样', '说得细一点'],
  ['en-US', 'What happens if I miss a payment?', 'Tell me more'],
] as const)('more of an answer is told when it is asked for, by tap or by word (%s)', async (locale, asked, more) => {
  const talk = await Talk.begin({ locale });
  await talk.say(asked);
  await talk.say(more);
  const told = (await audited(talk, 'answered')).map(({ inputs }) => [inputs.answerId, inputs.part]);
  expect(told).toEqual([
    ['consequences', 'short'],
    ['consequences', 'more'],
  ]);
});

test('somebody who is 457 days late is not told of grace', async () => {
  const talk = await verified(people.canonical, 'zh-CN');
  await talk.say('有没有宽限期');
  expect(await answersOf(talk)).toEqual(['graceIsOver']);
});
