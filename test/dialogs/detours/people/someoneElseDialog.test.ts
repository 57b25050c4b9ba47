// Someone else: nothing about any debt, before or after; whoever was known here before is forgotten (P2).
import { Talk } from '../../../support/talk';
import { ids, people, readyToSign, saying, verified, withOffers } from '../../saying';

const afterwards = [
  '他欠了多少',
  '我一共欠多少',
  '能分期吗',
  '选1',
  '再说一遍',
  people.canonical,
  '会不会坐牢',
  '你好',
  '能说英文吗',
  '谢谢',
];
const money = /欠|逾期|还款|分期|账单|信用卡|元|\d{3,}/;

test.each([
  ['at the beginning', () => Talk.begin()],
  ['after the check', () => verified(people.canonical)],
  ['with offers on the table', () => withOffers()],
  ['about to sign', () => readyToSign()],
] as const)('%s, not one word about a debt is said from then on', async (_where, reach) => {
  const talk = await reach();
  const reply = await talk.say('你找错人了，我是他弟弟');
  expect(ids(reply)).toEqual(['thirdParty.noted']);
  expect(reply.text).not.toMatch(money);
  for (const words of afterwards) {
    const next = await talk.say(words);
    expect(ids(next).filter((id) => id !== 'language.changed')).toEqual(['thirdParty.still']);
    expect(next.text).not.toMatch(money);
    expect(next.taps).toEqual([]);
  }
});

test('the memory of the conversation keeps nothing of whoever was verified', async () => {
  const talk = await withOffers();
  await talk.say('你找错人了，我是他弟弟');
  const { items } = await talk.store.list('conversations');
  const memory = JSON.stringify(items.map(({ value }) => value));
  expect(memory).toContain('"stage":"someoneElse"');
  expect(memory).toContain('"verified":null');
  expect(memory).not.toMatch(/26,?431|2643120|47966/);
});

test('the address is noted as a wrong contact', async () => {
  const talk = await Talk.begin();
  await talk.say('你找错人了，我是他弟弟');
  const { items } = await talk.store.list('wrongContacts');
  expect(items.map(({ value }) => value)).toMatchObject([{ channelId: 'test', userId: 'customer' }]);
});

test('the holder, in another conversation, is served as before', async () => {
  const talk = await Talk.begin();
  await talk.say('你找错人了，我是他弟弟');
  talk.newConversation();
  expect(ids(await saying(talk, '我一共欠多少', people.canonical))).toContain('account.summary');
});

test.each([
  ['你找错人了，我是他弟弟', '撤回异议'],
  ['你找错人了，我是他弟弟', '恢复联系吧'],
  ['你找错人了，我是他弟弟', '不用排队了'],
  ['you have the wrong person, I am his brother', 'I want to withdraw my dispute'],
])(
  'after "%s" somebody says "%s": there is nothing of theirs to take back, and they are told so',
  async (first, words) => {
    const talk = await Talk.begin();
    expect(ids(await saying(talk, first, words))).toEqual(['thirdParty.still']);
  },
);

test('somebody reached by mistake who waits for a person may leave the queue again', async () => {
  const talk = await Talk.begin();
  expect(ids(await saying(talk, '你找错人了，我是他弟弟', '转人工', '不用排队了'))).toContain('undo.handoff');
});

test.each([
  ['zh-CN', '我是他的律师，有授权书', '别再联系我了'],
  ['zh-CN', '我帮我妈查一下她的卡', '不要再给我发消息'],
  ['en-US', "checking my mum's card for her", 'stop contacting me'],
  ['en-US', "I'm his solicitor and I have his authority", 'do not message me again'],
] as const)(
  'somebody who spoke for a holder and wants no more contact has it noted (%s, %s)',
  async (locale, first, stop) => {
    const talk = await Talk.begin({ locale });
    await talk.say(first);
    expect(ids(await talk.say(stop))).toEqual(['thirdParty.noMore']);
    const { items } = await talk.store.list('wrongContacts');
    expect(items.map(({ value }) => value)).toMatchObject([{ channelId: 'test', userId: 'customer' }]);
  },
);

test.each([
  ['zh-CN', '我是公司财务，帮员工处理信用卡'],
  ['zh-CN', '卡是我捡到的，想还给失主'],
  ['zh-CN', '这卡不是我的，是我弟弟的'],
  ['zh-CN', '帮房客处理一下他的信用卡'],
  ['zh-CN', '病人的卡，我是护工'],
  ['en-US', "company accountant here, sorting a staff member's card"],
  ['en-US', "I found someone's card on the bus"],
  ['en-US', 'not my card, I found it and want to return it'],
  ['en-US', "I look after a resident's account at the care home"],
  ['en-US', "my lad's 16 and he's been using his father's card"],
] as const)(
  'who tells of somebody else’s card sees nothing, even with the right endings (%s, %s)',
  async (locale, words) => {
    const talk = await Talk.begin({ locale });
    expect(ids(await talk.say(words))).toContain('authority.person');
    const next = await talk.say(people.canonical);
    expect(ids(next)).toEqual(['authority.still']);
    expect(next.text).not.toMatch(/26,?431/);
  },
);

test.each([
  ['zh-CN', '号码不对', '不是'],
  ['en-US', 'you want the other mr chen', 'no'],
] as const)(
  'while it is open whether the holder writes, right endings show no figure (%s)',
  async (locale, words, no) => {
    const talk = await Talk.begin({ locale });
    const asked = ids(await talk.say(words));
    if (!asked.includes('meant.thirdParty')) throw new Error(`It was not asked: ${asked.join(' ')}`);
    const next = await talk.say(people.canonical);
    expect(ids(next)).toEqual(expect.arrayContaining(['verify.done', 'meant.thirdParty']));
    expect(next.text).not.toMatch(/26,?431/);
    await talk.say(no);
    expect((await talk.say(locale === 'zh-CN' ? '我一共欠多少' : 'how much do I owe')).text).toContain('26,431.20');
  },
);

test.each([
  ['zh-CN', '我是她妹妹，替她签'],
  ['en-US', "I'm her sister, signing for her"],
] as const)('who signs for the holder by their own word is not the holder (%s)', async (locale, words) => {
  const talk = await Talk.begin({ locale });
  await saying(talk, locale === 'zh-CN' ? '我一共欠多少' : 'how much do I owe', people.canonical);
  expect(ids(await talk.say(words))).toContain('authority.person');
});

test.each([
  ['zh-CN', '我是担保人'],
  ['en-US', 'I am a guarantor'],
] as const)('a verified holder who stands surety for another hears what to bring (%s)', async (locale, words) => {
  const talk = await Talk.begin({ locale });
  await saying(talk, locale === 'zh-CN' ? '我一共欠多少' : 'how much do I owe', people.canonical);
  expect(ids(await talk.say(words))).toContain('authority.guarantor');
});

test.each([
  ['zh-CN', '我是本人的朋友'],
  ['zh-CN', '我是陈先生的邻居'],
  ['zh-CN', '我是户主的女儿'],
  ['zh-CN', '我是卡主的同事'],
  ['en-US', "I'm the cardholder's neighbour"],
  ['en-US', "this is the holder's sister"],
] as const)(
  'who says whose friend or relative they are sees nothing, whatever endings they type (%s, %s)',
  async (locale, words) => {
    const talk = await Talk.begin({ locale });
    await talk.say(words);
    await talk.say(people.canonical);
    const asked = await talk.say(locale === 'zh-CN' ? '我一共欠多少' : 'how much do I owe');
    expect(asked.text).not.toMatch(/26,?431/);
  },
);
