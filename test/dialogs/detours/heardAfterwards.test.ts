// What is said right after something was noted or told is said of that: a day or a sum put right, a complaint withdrawn, a goodbye.

import { Talk } from '../../support/talk';
import { ids, people, saying, valuesOf, verified } from '../saying';

test.each([
  ['en-US', "i'll pay 1000 on thursday", 'yes', 'could it be the day after actually', '2026-11-27', '1,000.00'],
  ['en-US', "i'll pay 1000 on thursday", 'yes', 'hmm make it 1300', '2026-11-26', '1,300.00'],
  ['en-US', "i'll pay 1000 on thursday", 'yes', 'one day earlier please', '2026-11-25', '1,000.00'],
  ['zh-CN', '周四还1000', '对', '往后推一天吧', '2026-11-27', '1,000.00'],
  ['zh-CN', '周四还1000', '对', '改成1300', '2026-11-26', '1,300.00'],
] as const)('a promise just recorded is put right (%s: %s; %s; %s)', async (locale, first, yes, then, date, amount) => {
  const talk = await verified(people.late20, locale);
  expect(valuesOf(await saying(talk, first, yes, then), 'negotiation.promise.confirm')).toMatchObject({ date, amount });
});

test('a promise that is scrapped right after it was recorded is taken back', async () => {
  const talk = await verified(people.late20, 'en-US');
  expect(ids(await saying(talk, "i'll pay 1500 on friday", 'yes', 'no scrap it all'))).toContain('undo.promise');
});

const complaints = {
  'en-US': 'your man called me a thief in front of my kids, I want to complain',
  'zh-CN': '我要投诉，你们的人当着孩子的面骂我',
} as const;

test.each([
  ['en-US', 'when will I hear', 'and if your lot just ignore it'],
  ['en-US', 'what happens to him', 'and if nobody does anything'],
  ['zh-CN', '多久有结果', '要是你们不理呢'],
] as const)(
  'who else hears a complaint is told to who fears it is ignored (%s: %s; %s)',
  async (locale, first, then) => {
    const talk = await verified(people.canonical, locale);
    expect(ids(await saying(talk, complaints[locale], first, then))).toContain('complaint.lines');
  },
);

test.each([
  ['en-US', "that's me away"],
  ['en-US', 'right cheers pal thats me away'],
  ['en-US', 'ok gotta run'],
  ['en-US', "i'm off, cheerio"],
  ['zh-CN', '行，先这样吧'],
] as const)('whoever takes their leave is wished well (%s: %s)', async (locale, said) => {
  const talk = await verified(people.firstLate, locale);
  expect(ids(await talk.say(said))[0]).toMatch(/^chat\.(goodbye|thanks)$/);
});

test('somebody who is off sick has not taken their leave', async () => {
  const talk = await verified(people.canonical, 'en-US');
  expect(ids(await talk.say("i'm off sick"))).not.toContain('chat.goodbye');
});

test.each([
  ['en-US', 'have you anything down for me now?'],
  ['en-US', 'so is there anything you have written down about me'],
  ['zh-CN', '我名下还有什么没办完的吗'],
] as const)('what stands is told to who asks for anything at all (%s: %s)', async (locale, said) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await talk.say(said))).toContain('case.none');
});

test.each([
  ['en-US', 'honestly whats the point of being here anymore', 'youre a robot arent you'],
  ['zh-CN', '我真的不想活了', '你是机器人吧'],
] as const)(
  'whoever is in danger and asks is told that a machine writes, and where a person is (%s)',
  async (locale, first, then) => {
    const talk = await Talk.begin({ locale });
    expect(valuesOf(await saying(talk, first, then), 'vulnerable.machine')).toMatchObject({ lifeline: '12356' });
  },
);

test.each([
  ['en-US', 'what can you actually do'],
  ['en-US', 'ok ok. what can you actually do'],
  ['zh-CN', '你到底能干啥'],
] as const)('what can be done here is told (%s: %s)', async (locale, said) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await saying(talk, 'useless pile of junk', said))).toContain('help.what');
});

test.each([
  ['en-US', 'what can be put on hold'],
  ['en-US', 'what does the review actually do'],
] as const)('what a review can change is told to who was just recorded for one (%s: %s)', async (locale, asked) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await saying(talk, 'got laid off in september', asked))).toContain('hardship.options');
});
