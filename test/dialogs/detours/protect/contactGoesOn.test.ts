// Wishes about contact that go on from one another: another way, another hour, another person, and what holds now.
import { contactRulesSchema } from '../../../../data/domain/conduct/contactRules';
import { mayContact } from '../../../../data/domain/conduct/mayContact';
import shippedRules from '../../../../data/policy/contactRules.json';
import { audited, ids, people, saying, valuesOf, verified } from '../../saying';

type Locale = 'zh-CN' | 'en-US';

const keptOf = async (talk: Awaited<ReturnType<typeof verified>>) => {
  const [event] = await audited(talk, 'contactPreference');
  return talk.repositories.contactPreferences.get(event?.customerId ?? '');
};

test.each<[Locale, string[], object]>([
  ['zh-CN', ['夜里九点往后就别来电话了，娃睡了'], { hours: { from: '08:00', until: '21:00' } }],
  ['zh-CN', ['九点后别打', '不是九点，是八点'], { hours: { from: '08:00', until: '20:00' } }],
  [
    'en-US',
    ["don't call before 10, i do nights", 'and when i said 10 i meant 11'],
    { hours: { from: '11:00', until: '22:00' } },
  ],
  [
    'en-US',
    ['my mobile is fine but after half four', 'make that 5 actually'],
    { hours: { from: '17:00', until: '22:00' } },
  ],
  ['zh-CN', ['下午四点以后再打', '改五点'], { hours: { from: '17:00', until: '22:00' } }],
  ['zh-CN', ['别找我姐，她跟这事没关系'], { notVia: ['relatives'] }],
  ['zh-CN', ['别找我姐', '我妹也是 一个都别打'], { notVia: ['relatives'] }],
  ['en-US', ['the clinic where I work is not to be phoned, reception hears everything'], { notVia: ['work'] }],
  ['en-US', ["don't call me at the school I teach at", 'same for my mum'], { notVia: ['work', 'relatives'] }],
  ['en-US', ['i only want to deal with the bank, not that company'], { notVia: ['agency'] }],
  ['zh-CN', ['别联系我了，除了短信'], { channels: ['text'] }],
  ['en-US', ['stop everything except text'], { channels: ['text'] }],
  ['zh-CN', ['别让外包找我', '周末也不行'], { days: [1, 2, 3, 4, 5] }],
  ['en-US', ["don't call me at work", "can't do weekends either"], { days: [1, 2, 3, 4, 5] }],
  ['zh-CN', ['别往单位打电话', '一个礼拜最多一次'], { atMost: { count: 1, days: 7 } }],
  ['zh-CN', ['别往单位打', '早上九点到晚上六点都别打'], { hours: { from: '18:00', until: '22:00' } }],
  ['zh-CN', ['只发短信就行', '电话还是不要啊'], { channels: ['text'] }],
  ['zh-CN', ['一周联系我一回够了'], { atMost: { count: 1, days: 7 } }],
  ['en-US', ['once a week is enough', 'once a fortnight maybe'], { atMost: { count: 1, days: 14 } }],
])('in %s, %j comes to %j and stops nothing', async (locale, said, expected) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await saying(talk, ...said))).toContain('contact.noted');
  expect(await keptOf(talk)).toMatchObject({ ceased: false, limits: expected });
});

test.each<[Locale, string, string]>([
  ['zh-CN', '别再联系我了', '算了，短信可以发'],
  ['en-US', 'take me off all contact', 'changed my mind, texts are alright'],
  ['en-US', 'stop all calls', 'ok you can text'],
])('in %s, "%s" and then "%s" takes contact up again by text, and by nothing else', async (locale, stop, again) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await talk.say(stop))).toContain('contact.stopped');
  expect(ids(await talk.say(again))).toEqual(expect.arrayContaining(['undo.contactStop', 'contact.onlyBy']));
  expect(await keptOf(talk)).toMatchObject({ ceased: false, limits: { channels: ['text'] } });
});

test.each<[Locale, string, string]>([
  ['zh-CN', '不要打我单位座机', '打我手机可以'],
  ['en-US', "don't ring my work", 'my own mobile is ok'],
])('in %s, after "%s", "%s" adds a way and takes nothing away', async (locale, first, then) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await saying(talk, first, then))).toEqual(expect.arrayContaining(['contact.noted', 'contact.ownPhone']));
  expect(await keptOf(talk)).toMatchObject({ limits: { channels: null, notVia: ['work'] } });
});

test.each<[Locale, string, string]>([
  ['zh-CN', '周末别打给我', '那你们现在还能怎么联系我'],
  ['en-US', 'no more emails please', 'so what can you still use to reach me'],
])('in %s, after "%s", "%s" is answered with what holds', async (locale, first, question) => {
  const talk = await verified(people.late20, locale);
  await talk.say(first);
  const before = await keptOf(talk);
  expect(ids(await talk.say(question))).toContain('contact.now');
  expect(await keptOf(talk)).toEqual(before);
});

test.each<[Locale, string]>([
  ['zh-CN', '少打几个电话吧'],
  ['zh-CN', '开会的时候别打电话'],
  ['en-US', "don't call while i'm driving"],
])('in %s, "%s" is asked about, and nobody gets in touch about money until it is answered', async (locale, words) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await talk.say(words))).toContain('contact.which');
  expect(await keptOf(talk)).toMatchObject({ ceased: false, limits: 'unread' });
});

test.each<[Locale, string]>([
  ['zh-CN', 'TD'],
  ['zh-CN', '停'],
  ['en-US', 'STOP'],
  ['en-US', 'pls stop!! enough!!'],
])('in %s, a bare "%s" with nothing under way stops contact', async (locale, words) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await talk.say(words))).toContain('contact.stopped');
});

test('after "no more than once a week" a second collection contact in the week is refused, and a call-back is not', () => {
  const question = (purpose: 'collection' | 'service', on: string) =>
    mayContact({
      customerId: 'c',
      purpose,
      channel: 'text',
      rules: contactRulesSchema.parse(shippedRules),
      now: { date: on, clock: '10:00' },
      history: [{ on: '2026-11-23', channel: 'call' }],
      state: { rests: [], limits: { channels: null, hours: null, days: null, atMost: { count: 1, days: 7 } } },
    });
  expect(question('collection', '2026-11-25')).toMatchObject({ ok: false, reason: 'cap', capId: 'asTheHolderWished' });
  expect(question('service', '2026-11-25').ok).toBe(true);
  expect(question('collection', '2026-11-30').ok).toBe(true);
});

test('the number that was asked for is said back by its ending only', async () => {
  const talk = await verified(people.late20);
  expect(valuesOf(await talk.say('以后打我另一个手机13900001111'), 'contact.number')).toEqual({ ending: '1111' });
});

test.each([
  ['zh-CN', '下班六点以后可以打', '周末随便'],
  ['en-US', 'only call me after 6', 'weekends are fine'],
] as const)(
  'days that are welcome beside the hours are said back, and limit nothing (%s)',
  async (locale, hours, days) => {
    const talk = await verified(people.canonical, locale);
    const reply = await saying(talk, hours, days);
    expect(ids(reply)).toContain('contact.daysToo');
    expect(await keptOf(talk)).toMatchObject({ limits: { days: null } });
  },
);

test('a yes to what was noted of contact is no question of what to do first, and what is noted can still be asked for', async () => {
  const talk = await verified(people.late20);
  expect(ids(await saying(talk, '上午别打 下午四点以后打', '对'))).toEqual(['chat.asNoted']);
  expect(ids(await talk.say('刚才咋记的 念我听听'))).toContain('contact.now');
});

test.each<[Locale, string]>([
  ['zh-CN', '我前阵子让你们别联系我 是不是还算数'],
  ['zh-CN', '我停过联系吧'],
  ['en-US', 'did I already tell you to stop contacting me?'],
  ['en-US', 'is that still on?'],
  ['en-US', 'are you still not allowed to phone me'],
])('in %s, "%s" asks whether the stop stands, and is no stop of its own', async (locale, asked) => {
  const talk = await verified(people.late20, locale);
  await talk.say(locale === 'zh-CN' ? '别再联系我了' : 'stop contacting me');
  expect(ids(await talk.say(asked))).toContain('contact.stillStopped');
});

test('"全停了吧 烦", in a talk about contact, stops all of it', async () => {
  const talk = await verified(people.late20);
  expect(ids(await saying(talk, '别往单位打', '全停了吧 烦'))).toContain('contact.stopped');
});
