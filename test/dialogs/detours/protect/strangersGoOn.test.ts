// What strangers say next: after a warning, a stop taken back, a danger told, a complaint filed or papers asked for.
import { Talk } from '../../../support/talk';
import { ids, people, saying, verified } from '../../saying';

type Locale = 'zh-CN' | 'en-US';
const talkIn = (locale: Locale) => Talk.begin({ locale });

test.each([
  ['zh-CN', '刚吞了一整板安眠药', '又吞了十几颗'],
  ['zh-CN', '我在天台上', '我要投诉你们'],
  ['en-US', 'ive taken a whole box of pills', 'and i want to make a complaint'],
] as const)('in %s, whoever says "%s" and then "%s" is told the emergency line again', async (locale, first, then) => {
  const talk = await talkIn(locale);
  const reply = await saying(talk, first, then);
  expect(ids(reply)[0]).toBe('vulnerable.emergencyStill');
});

test.each([
  ['zh-CN', '我爸上周下葬了，他的卡怎么办'],
  ['en-US', 'My late sister held a card with you; we buried her on Saturday and the letters keep coming.'],
  ['en-US', 'we buried him last week, the card was his'],
] as const)('in %s, "%s" gets condolences, and no crisis line', async (locale, words) => {
  const talk = await talkIn(locale);
  expect(ids(await talk.say(words))).not.toContain('vulnerable.first');
});

test.each([
  ['zh-CN', '有个律师，先交钱帮我谈分期，可信吗', '钱已经转过去了咋整'],
  ['zh-CN', '债务优化公司靠谱吗', '我都转过去了'],
] as const)('in %s, paid after "%s", "%s" is met with what to do at once', async (locale, first, then) => {
  const talk = await verified(people.canonical, locale);
  const reply = await saying(talk, first, then);
  expect(ids(reply)).toContain('scam.done');
  expect(ids(reply)).not.toContain('alreadyPaid.opened');
});

test.each([
  ['zh-CN', '他让我扫码还钱', '那正规的还款渠道是哪个'],
  ['en-US', 'he wants me to install AnyDesk to fix my card', 'and where do i send the real payments'],
] as const)('in %s, after the warning of "%s", "%s" is told the proper ways', async (locale, first, then) => {
  const talk = await talkIn(locale);
  expect(ids(await saying(talk, first, then))).not.toContain('scam.warning');
});

test.each([
  ['zh-CN', '有个男的自称法院的，说明天来查封我家，是真的吗'],
  ['en-US', 'is he real? a man claiming to be from the court rang to collect'],
] as const)('in %s, "%s" is warned of, and not looked up as an agency', async (locale, words) => {
  const talk = await verified(people.income75k, locale);
  expect(ids(await talk.say(words))).not.toContain('collector.ask');
});

test('an agency that says it has the account of somebody whose account is with nobody: told so first', async () => {
  const talk = await verified(people.late20, 'en-US');
  const reply = await talk.say("An agency says you've placed my account with them, I'm three days late!");
  expect(ids(reply)).toContain('collector.notPlaced');
});

test.each([
  ['zh-CN', '别打我单位前台', '也别找我老丈人那边'],
  ['zh-CN', '别打我单位', '也别联系我嫂子'],
  ['en-US', "don't ring my work", "and don't contact my landlord either"],
] as const)('in %s, after "%s", "%s" leaves that person out and stops nothing else', async (locale, first, then) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await saying(talk, first, then))).not.toContain('contact.stopped');
});

test.each([
  ['zh-CN', '别再联系我了', '可以恢复联系了，只发短信'],
  ['en-US', 'stop contacting me', 'You can get back in touch now, texts only please'],
] as const)('in %s, after "%s", "%s" takes the stop back and keeps the limit', async (locale, first, then) => {
  const talk = await verified(people.canonical, locale);
  const said = ids(await saying(talk, first, then));
  expect(said).toEqual(expect.arrayContaining(['undo.contactStop', 'contact.onlyBy']));
  expect(said).not.toContain('contact.stillStopped');
});

test('"calls too", said after texts alone were allowed again, allows calls', async () => {
  const talk = await verified(people.canonical, 'en-US');
  const said = ids(
    await saying(talk, 'stop contacting me', 'you can get back in touch, texts only', 'actually calls too'),
  );
  expect(said).not.toContain('contact.which');
  expect(said).not.toContain('complaint.opened');
});

test.each([
  ['zh-CN', '她到底惹什么事了', '打错了，我不认识她'],
  ['zh-CN', '她到底犯啥事了', '我不是本人，打错了'],
] as const)('in %s, a stranger who asks "%s" is not said goodbye to', async (locale, then, first) => {
  const talk = await talkIn(locale);
  expect(ids(await saying(talk, first, then))).not.toContain('chat.goodbye');
});

test.each([
  ['zh-CN', '我代理律师，受当事人委托来谈她那笔信用卡', '律所函和委托书往哪寄'],
  ['en-US', "I'm her solicitor, instructed about her card", 'where do I post the letter of authority'],
] as const)('in %s, "%s" who asks "%s" is told where', async (locale, first, then) => {
  const talk = await talkIn(locale);
  expect(ids(await saying(talk, first, then))).toContain('evidence.where');
});

test.each([['zh-CN', '有家公司说我的账归他们管了']] as const)(
  'in %s, "%s" of somebody whose account is with no agency: told so before a name is asked for',
  async (locale, words) => {
    const talk = await verified(people.late20, locale);
    expect(ids(await talk.say(words))).toContain('collector.notPlaced');
  },
);

test('money that went to a debt agent is met with what to do, and not with a complaint', async () => {
  const talk = await talkIn('zh-CN');
  expect(ids(await saying(talk, '有人说交599能帮我做停息挂账', '我昨天就给他打了599'))).toContain('scam.done');
});
