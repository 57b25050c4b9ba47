// Danger told in plain words is heard as the danger that it is; figures of speech and a loss of one's own end nothing.
import { Talk } from '../../../../support/talk';
import { ids, people, saying, verified } from '../../../saying';

type Locale = 'zh-CN' | 'en-US';

test.each<[Locale, string, string]>([
  ['zh-CN', '他刚拿刀比划我说欠钱就是该死 我躲厕所里', 'vulnerable.violence'],
  ['zh-CN', '门快被踹开了', 'vulnerable.violence'],
  ['en-US', "he's got a knife and i'm locked in the bathroom", 'vulnerable.violence'],
  ['zh-CN', '我还没成年 拿家里大人的卡买皮肤了', 'vulnerable.minor'],
  ['zh-CN', '我今年15 偷偷用我妈的卡买了皮肤', 'vulnerable.minor'],
  ['en-US', "hi i'm in year 9 and i bought game skins with dad's card", 'vulnerable.minor'],
  ['en-US', 'might as well walk into the sea', 'vulnerable.first'],
])('in %s, "%s" is met with %s', async (locale, words, said) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(words))).toContain(said);
});

test.each<[Locale, string]>([
  ['en-US', 'god im dead, third call today'],
  ['en-US', 'your calls are killing me'],
  ['zh-CN', '加班加到要断气了 你们电话还一个接一个'],
  ['zh-CN', '能不能不要打我办公室的座机'],
])('in %s, "%s" is no danger, and no helpline is named', async (locale, words) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await talk.say(words)).filter((id) => id.startsWith('vulnerable.'))).toEqual([]);
});

test.each<[Locale, string]>([
  ['zh-CN', '他威胁我说要带人来打断我腿'],
  ['zh-CN', '催收说要上门砸东西'],
  ['en-US', "your agent said he'd come round and smash my windows, he threatened to hurt me"],
])('in %s, "%s" is a complaint with the number of the police', async (locale, words) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await talk.say(words))).toEqual(expect.arrayContaining(['complaint.opened', 'complaint.danger']));
});

test.each<[Locale, string]>([
  ['zh-CN', '我奶奶刚走 我这会儿顾不上卡的事'],
  ['en-US', 'my gran passed away, i cant pay this month'],
])('in %s, "%s" of somebody not yet checked is met with sympathy and no form', async (locale, words) => {
  const talk = await Talk.begin({ locale });
  const reply = await talk.say(words);
  expect(ids(reply).filter((id) => id !== 'opening.machine')).toEqual(['vulnerable.ownLoss']);
});

test('a complaint made in danger is kept, with its number, and nothing is asked', async () => {
  const talk = await verified(people.canonical);
  const reply = await saying(talk, '我不想活了', '先帮我投诉上');
  expect(ids(reply)).toEqual(['vulnerable.complaintKept']);
});

test('an heir who asks whether their wages must go into it is told what the law says', async () => {
  const talk = await Talk.begin({ locale: 'en-US' });
  const reply = await saying(talk, 'my husband died in may, the card was his', 'do i have to pay from my own wages');
  expect(ids(reply)).toEqual(['vulnerable.heirPays']);
});

test('words of farewell in danger keep the helpline in sight', async () => {
  const talk = await verified(people.canonical, 'en-US');
  const reply = await saying(talk, 'i want to end it', "everything's already arranged, just tell them sorry");
  expect(reply.text).toContain('12356');
});
