// What freezes an account is asked about unless the words themselves say it; what was taken back stands for nothing.
import { ids, people, readyToSign, saying, valuesOf, verified } from '../../saying';

type Locale = 'zh-CN' | 'en-US';

test.each<[Locale, string]>([
  ['zh-CN', '咋个会有这么多嘛'],
  ['zh-CN', '我记得没这么高啊 上次看才两万五'],
  ['zh-CN', '账单没给我寄过 我都不知道'],
  ['zh-CN', '我准备把这月的都还了'],
  ['en-US', 'how come it is so much'],
  ['en-US', "i'm going to pay it all off"],
])('in %s, "%s" opens no case', async (locale, words) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await talk.say(words)).filter((id) => /\.opened$/.test(id))).toEqual([]);
});

test.each<[Locale, string, string]>([
  ['zh-CN', '这卡不是我办的', 'fraud.opened'],
  ['zh-CN', '我昨天就还清了', 'alreadyPaid.opened'],
  ['en-US', 'i never made that purchase, someone stole my card', 'fraud.opened'],
])('in %s, "%s" is plain enough to be logged at once', async (locale, words, opened) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await talk.say(words))).toContain(opened);
});

test('a dispute of the bank’s own book that the holder takes back no longer freezes the talk about paying', async () => {
  const talk = await verified(people.disputed);
  expect(ids(await talk.say('那笔争议我不争了 是我自己买的'))).toContain('undo.case');
  expect(ids(await talk.say('现在能谈分期吗 四百一期'))).not.toContain('account.frozenDispute');
});

test('"no, the second one" reads that one back instead', async () => {
  const talk = await readyToSign();
  const first = valuesOf(await talk.say('再说一遍'), 'negotiation.readBack').instalment;
  expect(valuesOf(await talk.say('选错了 我点的是2'), 'negotiation.readBack').instalment).not.toBe(first);
});

test('a dispute said of a cousin is asked about, and shows nothing', async () => {
  const talk = await verified(people.late20, 'en-US');
  const reply = await saying(talk, "this is my cousin's debt not mine");
  expect(ids(reply).some((id) => id.endsWith('.opened'))).toBe(false);
});
