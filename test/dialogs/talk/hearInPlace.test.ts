// What a message means depends on where it is said: nothing can be turned down before there are offers, and after the check a
// figure is what somebody can pay.
import { ids, people, verified } from '../saying';

test.each([
  ['zh-CN', '跑代驾的，七百多块钱总还是有的'],
  ['zh-CN', '九百吧，多一分也没有了'],
  ['zh-CN', '紧着花的话，一千二我拿得出'],
  ['en-US', 'fix me up with a plan at 820'],
  ['en-US', 'could you do me something around 750 monthly'],
  ['en-US', '660 is what i can put by'],
] as const)('a figure told right after the check is what can be paid a month (%s: %s)', async (locale, said) => {
  const talk = await verified(people.canonical, locale);
  const reply = await talk.say(said);
  expect(ids(reply)).toContain('negotiation.offer.line');
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
