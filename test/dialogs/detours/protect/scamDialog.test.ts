// A story of a code, a link or a private account: the warning first, what to do if it is done, and nobody confirmed.
import { certainTurn } from '../../../../data/domain/customer/customerTurn';
import { Talk } from '../../../support/talk';
import { dialogClient } from '../../dialogClient';
import { ids, people, saying, verified } from '../../saying';

const names = (spoken: readonly { readonly id: string }[]) => spoken.map(({ id }) => id);

test.each([
  ['zh-CN', '他让我把验证码告诉他'],
  ['en-US', 'he wants the code from my phone'],
] as const)('in %s, "%s" is warned of, and every repetition of the warning may leave', async (locale, words) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(words))).toEqual(['opening.machine', 'scam.warning', 'scam.done']);
  for (let time = 0; time < 3; time++) expect(ids(await talk.say(words))).toContain('scam.warning');
});

test('told that it has happened, what to do comes before the warning', async () => {
  const talk = await dialogClient({ 要验证码: certainTurn('scam'), 我已经给了: certainTurn('alreadyPaid') });
  await talk.say('要验证码');
  expect(names(await talk.say('我已经给了'))).toEqual(['scam.done', 'scam.warning']);
});

test('an agency that a customer is really placed with is not confirmed while somebody asks for a code', async () => {
  const talk = await verified(people.canonical);
  await talk.say('他让我把验证码告诉他');
  expect(ids(await talk.say('有个自称明岚资产的找我，是真的吗'))).toEqual(['scam.notConfirmed']);
});

test.each([
  ['zh-CN', '催收可以加我微信要钱吗', '他用个人号加的'],
  ['zh-CN', '有人让我下个app共享屏幕才能办停息', '还能补救吗'],
  ['en-US', 'the collector wants the money on his wechat', 'says if i pay today no interest'],
  ['en-US', 'someone from the police called about my card', 'he said stay on the line'],
] as const)('in %s, "%s" and then "%s" are both met with the warning', async (locale, first, then) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(first))).toContain('scam.warning');
  expect(ids(await talk.say(then))).toContain('scam.warning');
});

test.each([
  ['zh-CN', '有人发链接让我点进去还钱', '没点没点'],
  ['en-US', 'got a text with a link to pay, is that you', "no i didn't click, phew"],
] as const)(
  'who gave nothing away after a warning is told that nothing is to be put right (%s)',
  async (locale, told, relieved) => {
    const talk = await Talk.begin({ locale });
    expect(ids(await talk.say(told))).toContain('scam.warning');
    expect(ids(await talk.say(relieved))).toContain('scam.nothingLost');
  },
);

test.each([
  ['zh-CN', '有人让我把钱转到他个人的卡上', '没转'],
  ['zh-CN', '说扫个码就行 是真的吗', '我没扫'],
  ['en-US', 'someone texted me a link to pay the card', "I haven't clicked it"],
] as const)('who lost nothing is told so once, and warned no more (%s: %s)', async (locale, told, lost) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await saying(talk, told, lost))).toEqual(['scam.nothingLost']);
});

test.each([
  ['zh-CN', '有个app叫我下载 说是你们内部还款专用', '装上了咋办'],
  ['en-US', 'a guy sent me a qr to pay 500 or they come to my flat tonight', 'i already sent him 200'],
] as const)('who has done it already is told what to do now, first of all (%s: %s)', async (locale, told, done) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await saying(talk, told, done))[0]).toBe('scam.done');
});
