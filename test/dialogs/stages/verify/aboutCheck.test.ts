// The check as people come to it: an ending beside a wish, a slip, doubts about giving it at all, another way.
import { Talk } from '../../../support/talk';
import { ids, saying } from '../../saying';

type Locale = 'zh-CN' | 'en-US';

test.each<[Locale, string[]]>([
  ['zh-CN', ['卡号后四位2201', '身份证后四位是7744 你看看总共多少']],
  ['zh-CN', ['6688', '1234']],
  ['en-US', ['check my balance', '6688 0000', 'oops 6688 1234']],
])('in %s, %j shows the account', async (locale, said) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await saying(talk, ...said))).toEqual(expect.arrayContaining(['verify.done', 'account.summary']));
});

test.each<[Locale, string, string]>([
  ['zh-CN', '我不想报身份证 怕泄露', '那我打电话行吧'],
  ['en-US', "i'm not comfortable giving my id number", 'can i just ring instead'],
])('in %s, "%s" is met with the other ways, and so is "%s"', async (locale, doubt, other) => {
  const talk = await Talk.begin({ locale });
  const first = await talk.say(doubt);
  expect(ids(first)).toContain('verify.otherWays');
  const then = await talk.say(other);
  expect(ids(then)).toContain('verify.otherWays');
  expect(then.text).not.toBe(first.text);
});
