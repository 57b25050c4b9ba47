// A wish about contact that names a day, refuses one way beside another, or stands beside a promise: only what was asked.
import { ids, people, saying, valuesOf, verified } from '../../saying';

type Locale = 'zh-CN' | 'en-US';

const keptBy = async (locale: Locale, ...said: string[]) => {
  const talk = await verified(people.late20, locale);
  const reply = await saying(talk, ...said);
  return { reply, kept: await talk.repositories.contactPreferences.get('C-1004') };
};

test.each<[Locale, string[], string]>([
  ['zh-CN', ['12月20号之前都在船上没信号 别联系'], '2026-12-19'],
  ['zh-CN', ['考研呢 12月底考完之前别打扰我'], '2026-12-30'],
  ['zh-CN', ['过了元旦再说 这段别找我'], '2026-12-31'],
  ['zh-CN', ['别往单位打', '等我过完年再联系我'], '2027-02-05'],
  ['en-US', ['leave me be til 15 December'], '2026-12-14'],
  ['en-US', ['im offshore til the 10th of december, nothing before that please'], '2026-12-09'],
  ['en-US', ["don't contact me before christmas"], '2026-12-24'],
  ['en-US', ["don't ring my work", 'nothing until the new year please'], '2026-12-31'],
])('in %s, after %j nobody is contacted up to %s, and then again', async (locale, said, until) => {
  const { reply, kept } = await keptBy(locale, ...said);
  expect(ids(reply)).toContain('contact.restsUntil');
  expect(kept).toMatchObject({ ceased: true, reason: 'asked', until });
});

test.each<[Locale, string[], string[]]>([
  ['zh-CN', ['短信太吵了 关了 电话可以打'], ['text']],
  ['zh-CN', ['电话我接不了 但短信看得到'], ['call']],
  ['en-US', ['turn the texts off, calls are fine'], ['text']],
  ['en-US', ["I can't hear so no phone calls, texts are great"], ['call']],
])('in %s, %j refuses %j and no other way', async (locale, said, refused) => {
  const { kept } = await keptBy(locale, ...said);
  expect(kept).toMatchObject({ ceased: false });
  const channels = kept?.limits === 'unread' ? null : kept?.limits?.channels;
  expect(channels).toEqual(expect.not.arrayContaining(refused));
  expect(channels).toContain(refused.includes('text') ? 'call' : 'text');
});

test.each<[Locale, string]>([
  ['zh-CN', '电话停着就好 短信能发'],
  ['en-US', 'keep the phone off, texts would be alright again'],
])('in %s, "%s" takes a stop back for the way that is welcome alone', async (locale, said) => {
  const { kept } = await keptBy(locale, locale === 'zh-CN' ? '别再联系我了' : 'stop contacting me', said);
  expect(kept).toMatchObject({ ceased: false, limits: { channels: ['text'] } });
});

test.each<[Locale, string]>([
  ['zh-CN', '周五先还1500，别打电话'],
  ['en-US', 'i can pay 1500 on friday and pls text, dont call'],
])('in %s, the day of a promise in "%s" is no day to be contacted on', async (locale, said) => {
  const { reply, kept } = await keptBy(locale, said);
  expect(kept).toBeDefined();
  expect(kept?.limits ?? {}).not.toMatchObject({ days: [5] });
  expect(valuesOf(reply, 'negotiation.promise.confirm')).toBeDefined();
});

test.each<[Locale, string[]]>([
  ['zh-CN', ['别往单位打', '改成短信']],
  ['zh-CN', ['都不用了 别联系了', '算了还是发短信吧']],
  ['en-US', ['actually just leave me alone', 'ok text only then']],
  ['en-US', ['pls text, dont call']],
])('in %s, after %j the way that is asked for is the only one', async (locale, said) => {
  const { kept } = await keptBy(locale, ...said);
  expect(kept).toMatchObject({ ceased: false, limits: { channels: ['text'] } });
});

test.each<[Locale, string]>([
  ['zh-CN', '晚上别打'],
  ['en-US', 'stop texting me at night'],
])('in %s, the hours that "%s" refuses are said back, and those that are left', async (locale, said) => {
  const { reply } = await keptBy(locale, said);
  expect(ids(reply)).toEqual(expect.arrayContaining(['contact.notHours', 'contact.hours']));
});
