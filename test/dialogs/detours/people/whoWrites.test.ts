// Who writes: a relative who is merely mentioned changes nothing; somebody else's card is told to nobody but its holder (P2).
import { Talk } from '../../../support/talk';
import { ids, people, saying, verified } from '../../saying';

type Locale = 'zh-CN' | 'en-US';

test.each<[Locale, string, string]>([
  ['zh-CN', '发错人了 刚那条是发给我同学的', 'thirdParty.notForUs'],
  ['en-US', "my husband's texting me about this while i type lol", 'thirdParty.onlyYou'],
  ['en-US', 'sorry wrong chat, that was for my sister', 'thirdParty.notForUs'],
])('in %s, a customer who is known and says "%s" stays known', async (locale, words, said) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await talk.say(words))).not.toContain('thirdParty.noted');
  const asked = locale === 'zh-CN' ? '我一共欠多少' : 'how much do I owe';
  expect(ids(await talk.say(asked))).toContain('account.summary');
  expect(said).toMatch(/^thirdParty/);
});

test.each<[Locale, string]>([
  ['zh-CN', '你找错人了，我是他弟弟'],
  ['zh-CN', '我不是持卡人'],
  ['en-US', "wrong number, i'm not him"],
  ['en-US', "this is actually his wife, he's at work"],
])('in %s, "%s" after the check ends the holder’s talk', async (locale, words) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await talk.say(words))).toContain('thirdParty.noted');
});

test.each<[Locale, string]>([
  ['zh-CN', '我老婆的卡 我替她看看还有多少没还'],
  ['zh-CN', '我老公这张卡欠了多少'],
  ['zh-CN', '帮我妈问问她那张卡还欠多少'],
  ['en-US', "how much is owed on my husband's card"],
  ['en-US', "what's left on my husband's card"],
  ['en-US', "I'm asking on behalf of my wife, how much is owed"],
])('in %s, "%s" and the right endings show nothing', async (locale, words) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(words))).toEqual(expect.arrayContaining([expect.stringMatching(/^authority\./)]));
  expect(ids(await talk.say(people.late20)).some((id) => id.startsWith('account.'))).toBe(false);
});

test.each<[Locale, string]>([
  ['zh-CN', '我老公那张卡还欠多少'],
  ['zh-CN', '我妈的卡什么时候还款'],
  ['en-US', "what's left on my husband's card"],
  ['en-US', "when is my wife's card due"],
])('in %s, a checked holder who asks "%s" hears nothing of any card, and stays', async (locale, words) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await talk.say(words))).toEqual(['thirdParty.onlyYou']);
  expect(ids(await talk.say(locale === 'zh-CN' ? '我欠多少' : 'how much do I owe'))).toContain('account.summary');
});

test.each<[Locale, string, string]>([
  ['zh-CN', '打错了，我不认识他', '没打错 就是我本人'],
  ['zh-CN', '我是社区帮扶站的 有位居民让我帮忙问分期', '他就在我边上 让他自己来说行吗'],
  ['en-US', "you've got the wrong bloke", "no you haven't, it's me, i just don't like seeing it written down"],
])('in %s, "%s" and then "%s" asks for the check, and nothing before it', async (locale, first, then) => {
  const talk = await Talk.begin({ locale });
  await talk.say(first);
  const reply = await talk.say(then);
  expect(ids(reply)).toContain('verify.ask');
  expect(ids(await saying(talk, people.late20))).toContain('account.summary');
});

test.each<[Locale, string]>([
  ['zh-CN', '我是他姐夫，当年给他签了担保的，银行现在找我啥意思'],
  ['en-US', "I'm his brother and I stood as his guarantor, why are you writing to me?"],
])('a relative who stands surety hears what a guarantor is to bring (%s)', async (locale, said) => {
  const talk = await Talk.begin({ locale });
  const told = ids(await talk.say(said));
  expect(told).not.toContain('thirdParty.noted');
  expect(told.some((id) => id === 'authority.guarantor' || id === 'question.answer')).toBe(true);
});

test.each<[Locale, string]>([
  ['zh-CN', '我女儿帮我打字的 我不会用手机'],
  ['zh-CN', '还是中文吧 我老婆在旁边帮我看'],
  ['en-US', 'my carer is here helping me type'],
  ['zh-CN', '我是王女士'],
  ['en-US', 'this is Mrs Wang'],
  ['zh-CN', '发错人了 刚那条是发给我同学的'],
  ['en-US', 'sorry wrong chat, meant for my sister'],
])('in %s, whoever says "%s" before the check may still be the holder', async (locale, said) => {
  const talk = await Talk.begin({ locale });
  await talk.say(said);
  expect(ids(await talk.say(people.late20))).toContain('account.summary');
});

test.each<[Locale, string, string]>([
  [
    'en-US',
    "I hold the extra card on my dad's account and it's stopped working",
    'what do I bring to your branch then',
  ],
  ['zh-CN', '我替我妈来问她的卡', '那我去网点要带什么'],
])('in %s, whoever speaks for a holder and asks what to bring is told (%s)', async (locale, first, then) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await saying(talk, first, then))).toEqual(expect.arrayContaining(['authority.papers', 'evidence.where']));
});
