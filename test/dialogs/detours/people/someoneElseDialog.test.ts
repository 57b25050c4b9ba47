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
