// Promises as people make them: in two parts, of everything, of money that is lent on a day; dropped before the yes, and asked about.
import { ids, people, saying, valuesOf, verified } from '../../saying';

test.each([
  ['zh-CN', '10号还500，20号把剩下的都还了', '2026-12-10', '2026-12-20'],
  ['en-US', '500 on the 10th and the rest on the 20th', '2026-12-10', '2026-12-20'],
] as const)(
  'a part on one day and the rest on another promise all of it by the second (%s)',
  async (locale, said, first, last) => {
    const talk = await verified(people.late20, locale);
    const reply = await talk.say(said);
    expect(valuesOf(reply, 'promise.firstPart')).toMatchObject({ amount: '500.00', date: first });
    expect(valuesOf(reply, 'negotiation.promise.confirm')).toMatchObject({ date: last });
    expect(ids(await talk.say(locale === 'zh-CN' ? '对' : 'yes'))).toContain('negotiation.promise.recorded');
  },
);

test.each([
  ['zh-CN', '3号能还上', '对'],
  ['zh-CN', '月底我一次结清', '没错'],
  ['en-US', "I'll have it cleared on the last day of the month", 'Correct'],
  ['en-US', 'I can settle the lot by friday', 'yes'],
] as const)(
  'all of it by a day is what is owed on that day, and a yes records just that (%s: %s)',
  async (locale, said, yes) => {
    const talk = await verified('3101 4417', locale);
    const { amount, date } = valuesOf(await talk.say(said), 'negotiation.promise.confirm');
    expect(valuesOf(await talk.say(yes), 'negotiation.promise.recorded')).toMatchObject({ amount, date });
  },
);

test('money that somebody lends on a day is promised for that day', async () => {
  const talk = await verified(people.late20);
  const reply = await talk.say('我爸说借我两千 礼拜四能给我 到了我就还');
  expect(valuesOf(reply, 'negotiation.promise.confirm')).toMatchObject({ amount: '2,000.00' });
});

test.each([
  ['zh-CN', '下周五还2000', '那个2000不算了，我还不上'],
  ['zh-CN', '下周五还2000', '算了不约了'],
  ['en-US', "I'll pay 1500 next friday", "scrap that 1500, can't do it"],
  ['en-US', "I'll pay 1500 next friday", "don't put that down"],
] as const)(
  'a promise that waits for its yes is dropped by a word, and nothing is recorded (%s: %s, %s)',
  async (locale, said, dropped) => {
    const talk = await verified(people.canonical, locale);
    expect(ids(await saying(talk, said, dropped))).toContain('promise.dropped');
    expect(ids(await talk.say(locale === 'zh-CN' ? '对' : 'yes'))).not.toContain('negotiation.promise.recorded');
  },
);

test.each([
  ['zh-CN', '我刚才说几号还', '我答应过哪天还来着'],
  ['en-US', 'remind me what I just promised', "what day did I say I'd pay?"],
] as const)(
  'asked what was promised, it says the promise, or that there is none (%s)',
  async (locale, asked, askedFirst) => {
    const talk = await verified(people.late20, locale);
    expect(ids(await talk.say(askedFirst))).toContain('promise.none');
    const reply = await saying(talk, locale === 'zh-CN' ? '明天还2000' : '2000 tomorrow', asked);
    expect(ids(reply)).toContain('negotiation.promise.confirm');
  },
);

test.each([
  ['zh-CN', '周五发工资，先还两千，月底再还一千'],
  ['en-US', '2000 on friday and 1000 on the 30th'],
] as const)('two sums on two days are promised together by the second (%s)', async (locale, said) => {
  const talk = await verified(people.late20, locale);
  const reply = await talk.say(said);
  expect(valuesOf(reply, 'negotiation.promise.confirm')).toMatchObject({ amount: '3,000.00', date: '2026-11-30' });
  expect(valuesOf(reply, 'promise.firstPart')).toMatchObject({ amount: '2,000.00', date: '2026-11-27' });
});

test.each([
  ['zh-CN', '我今晚转', '两千'],
  ['zh-CN', '明天还', '先还两千吧'],
  ['zh-CN', '下周三能还一笔', '2000'],
  ['en-US', "I'll pay it tonight", '2000'],
  ['en-US', 'I can transfer something on friday', 'about 2000'],
] as const)(
  'a day without a sum is no plan: it is asked how much, and then read back (%s: %s)',
  async (locale, said, sum) => {
    const talk = await verified(people.late20, locale);
    const reply = await talk.say(said);
    expect(ids(reply)).toEqual(['promise.howMuchOn']);
    const { date } = valuesOf(reply, 'promise.howMuchOn');
    expect(valuesOf(await talk.say(sum), 'negotiation.promise.confirm')).toMatchObject({ amount: '2,000.00', date });
  },
);

test('the sum of a promise can be tapped: the minimum due, or all that is owed on the day', async () => {
  const talk = await verified(people.late20);
  const [minimum] = (await talk.say('明天还')).taps;
  const reply = await talk.say(minimum?.text ?? '');
  expect(valuesOf(reply, 'negotiation.promise.confirm')).toMatchObject({ amount: '1,559.60', date: '2026-11-24' });
});

test.each([
  ['zh-CN', '这周四我补齐'],
  ['en-US', "I'll catch up on Thursday"],
] as const)('catching up is paying the minimum due (%s)', async (locale, said) => {
  const talk = await verified(people.late20, locale);
  expect(valuesOf(await talk.say(said), 'negotiation.promise.confirm')).toMatchObject({ amount: '1,559.60' });
});

test.each([
  ['zh-CN', '现在还多少就没事了', '我今晚转'],
  ['en-US', 'how much do I have to pay to be up to date', "I'll send it tonight"],
] as const)('told what puts the account right, somebody sends just that (%s)', async (locale, asked, said) => {
  const talk = await verified(people.late20, locale);
  const reply = await saying(talk, asked, said);
  expect(valuesOf(reply, 'negotiation.promise.confirm')).toMatchObject({ amount: '1,559.60', date: '2026-11-23' });
});

test.each([
  ['zh-CN', '周五补上'],
  ['zh-CN', '周五还'],
  ['en-US', "I'll pay on Friday"],
] as const)('a missed instalment is what is paid where nothing else is named (%s: %s)', async (locale, said) => {
  const talk = await verified(people.missedInstalment, locale);
  expect(valuesOf(await talk.say(said), 'negotiation.promise.confirm')).toMatchObject({ amount: '729.08' });
});

test.each([
  ['zh-CN', '先还两千行不行', '12月5号'],
  ['en-US', 'can I pay 2000 first', 'on the 5th of December'],
] as const)('where no plan is possible a payment still is (%s)', async (locale, asked, day) => {
  const talk = await verified(people.excluded, locale);
  expect(ids(await talk.say(asked))).toContain('negotiation.ask.payDate');
  expect(valuesOf(await talk.say(day), 'negotiation.promise.confirm')).toMatchObject({
    amount: '2,000.00',
    date: '2026-12-05',
  });
});

test.each([
  ['zh-CN', '后天先打三千五', '对', '算了 羊没卖掉 取消吧'],
  ['en-US', "I'll pay 3500 on wednesday", 'yes', 'forget it, cancel that'],
] as const)('right after its yes a promise is cancelled by a bare word (%s)', async (locale, ...said) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await saying(talk, ...said))).toContain('undo.promise');
});

test('“all of it at the end of the month, then” promises, and asks nothing', async () => {
  const talk = await verified(people.tooSmall);
  expect(ids(await talk.say('那我月底一次性还'))).toContain('negotiation.promise.confirm');
});

test.each<['zh-CN' | 'en-US', string, string, string]>([
  ['en-US', 'i can pay 1000 on friday week', 'could it be the day after actually', '2026-12-05'],
  ['en-US', 'i can pay 1000 on friday week', 'could I do it two days earlier', '2026-12-02'],
  ['zh-CN', '下周五还一千', '提前到下周四行吗', '2026-12-03'],
  ['zh-CN', '下周五还一千', '早两天还', '2026-12-02'],
  ['zh-CN', '下周五还一千', '能不能挪到下周六', '2026-12-05'],
  ['zh-CN', '下周五还一千', '我想改到12月10号，可以吗', '2026-12-10'],
  ['en-US', 'i can pay 1000 on friday week', 'any chance of bringing it forward to thursday week?', '2026-12-03'],
  ['en-US', 'i can pay 1000 on friday week', 'would the 10th be ok instead', '2026-12-10'],
])('in %s, after "%s" was put down, "%s" moves it to %3$s', async (locale, promise, moved, date) => {
  const talk = await verified(people.late20, locale);
  await saying(talk, promise, locale === 'zh-CN' ? '对' : 'yes');
  expect(valuesOf(await talk.say(moved), 'negotiation.promise.confirm')).toMatchObject({ date });
});

test.each(['明儿一早发饷 全给补上', '明天还 全部'])('"%s" promises all that is owed by then', async (said) => {
  const talk = await verified(people.late20);
  expect(ids(await talk.say(said))).toContain('promise.ofAll');
});

test('"那你先别记", while a day is still asked for, drops the promise and stops no contact', async () => {
  const talk = await verified(people.canonical);
  const reply = ids(await saying(talk, '到时候给你们打三千', '那你先别记'));
  expect(reply).not.toContain('contact.stopped');
  expect(reply).toContain('promise.dropped');
});
