// Kinds of sentences that conversations were seen to misread: the asking, the story before it, what only sounds like something else.
import type { Expects, Intent, Locale } from '../../../data/domain/customer/customerTurn';
import { loadUnderstanding } from '../../../dialogs/understanding/loadUnderstanding';

const { understand } = loadUnderstanding();
const localeOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US');
const intentsIn = (text: string, expects?: Expects): Intent[] =>
  understand(text, localeOf(text), { refDate: '2026-11-23', expects }).acts.map(({ intent }) => intent);

describe('a customer who tells a story and then asks', () => {
  it.each<[string, Intent]>([
    [
      '中行卡2万逾期15个月了，转给外包公司催，一次还不清，银行又不给分期。我每个月还一点会怎么样？',
      'ask.partialPayment',
    ],
    [
      '信用卡欠了三万多，一年没还，现在催收公司在催，一把还不上，分期又不给办。我每月还一点点会怎样？',
      'ask.partialPayment',
    ],
    [
      'I owe 20k, 15 months late, an agency has it, I cannot clear it at once and the bank refused instalments. What happens if I pay a little every month?',
      'ask.partialPayment',
    ],
    ['欠了一万五，拖了九个月，外包的在催，没钱一次还。会被起诉吗？', 'ask.legalAction'],
  ])('%s', (text, intent) => expect(intentsIn(text)).toEqual([intent]));
});

describe('a customer who was refused a plan and asks something else', () => {
  it.each<[string, Intent]>([
    ['i was refused a payment plan. will it show on my credit report', 'ask.creditReport'],
    ['you said no to a plan, so can i just pay some each month?', 'ask.partialPayment'],
    ['the bank turned down my instalments. what happens if i pay a bit every month', 'ask.partialPayment'],
    ['你们不给我分期，我每月还一点点会怎么样？', 'ask.partialPayment'],
    ['分期办不下来，一直这样欠着会怎样', 'ask.consequences'],
    ['分期被拒了，那我每月还点行不行', 'ask.partialPayment'],
  ])('"%s" wishes for no plan', (text, intent) => expect(intentsIn(text)).toEqual([intent]));

  it.each<[string, Intent[]]>([
    ['我想分期，会影响征信吗', ['negotiate.start', 'ask.creditReport']],
    ['i want a plan, will it hurt my credit?', ['negotiate.start', 'ask.creditReport']],
  ])('"%s" wishes for one', (text, intents) => expect(intentsIn(text)).toEqual(intents));
});

describe('a customer whose code has not come', () => {
  it.each([
    '重发验证码',
    '验证码再发一个给我',
    '我还没收到验证码',
    'resend the code',
    'please send me the code again',
    'I still have no code',
  ])('"%s" asks for it again and is warned of nothing', (text) => expect(intentsIn(text)).toEqual(['repeat']));

  it.each(['他让我把验证码发给他', 'he wants me to read him the code'])('"%s" is still a swindle', (text) =>
    expect(intentsIn(text)).toEqual(['scam']),
  );
});

describe('a customer who withdraws a dispute', () => {
  it.each(['撤回异议', '我把异议撤了', 'withdraw my dispute', 'I take my dispute back'])(
    '"%s" takes it back, also where a confirmation is waited for',
    (text) => {
      expect(intentsIn(text)).toEqual(['undo']);
      expect(intentsIn(text, 'confirm')).toEqual(['undo']);
    },
  );
});

describe('a customer whose body gives out', () => {
  it.each(["it's my back, I can't stand", "it's my back, I can't stand for long", '是腰的问题，站不住了'])(
    '"%s" tells of hardship and takes nothing back',
    (text) => expect(intentsIn(text)).toEqual(['hardship']),
  );
});

describe('a customer who asks about what the offers hold', () => {
  it.each([
    '第三个方案的利息总额',
    '第二个利息一共多少',
    'plan 2 whats the total on it',
    '那一共给了几个方案',
    'how many payments is the 2nd',
  ])('%s', (text) => expect(intentsIn(text)).toEqual(['ask.offer']));
});

describe('a customer who reckons with a payment not made yet', () => {
  it.each<[string, Intent]>([
    ['我要是先还一千 剩多少', 'account.balance'],
    ["if I pay 1,000 now what's left", 'account.balance'],
    ['where does the 4,931 come from', 'ask.interestAndFees'],
  ])('%s', (text, intent) => expect(intentsIn(text)).toEqual([intent]));
});

describe('a customer who lets contact begin again', () => {
  it.each([
    'you are allowed to phone me again',
    'switch the messages on again',
    '现在又可以给我来电话了',
    '把提醒重新打开吧',
  ])('%s', (text) => expect(intentsIn(text)).toEqual(['undo']));
});

describe('a customer who says how to be reached', () => {
  it.each([
    'my mobile number changed, take the new one',
    'nobody at my workplace should hear from you',
    '我电话换了 记新的',
    '单位那边谁都别联系',
  ])('%s', (text) => expect(intentsIn(text)).toEqual(['contactPreference']));
});

describe('a customer who asks what only another bank or desk can answer', () => {
  it.each([
    'my house loan with another bank, can they cut the rate',
    'the app crashes when I open it',
    'what is the dollar at today',
    '我在建行的房贷利率能降吗',
    '你们手机银行老闪退',
  ])('%s', (text) => expect(intentsIn(text)).toEqual(['outOfScope']));
});

describe('a customer who throws a figure back', () => {
  it.each(['oh yes 1500 a month, money grows on trees'])('%s', (text) =>
    expect(intentsIn(text)).toEqual(['negotiate.reject']),
  );
});

describe('a customer who names a day and a time for a call', () => {
  it.each([
    ['wednesday noon for a call', '2026-11-25T12:00'],
    ['tomorrow 11 am callback please', '2026-11-24T11:00'],
    ['周三下午三点 给我打电话', '2026-11-25T15:00'],
  ])('"%s" wishes for one thing', (text, callbackAt) => {
    const { acts } = understand(text, localeOf(text), { refDate: '2026-11-23' });
    expect(acts.map(({ intent, slots }) => [intent, slots])).toEqual([['ask.queue', { callbackAt }]]);
  });

  it.each([
    ['周三19:30', '2026-11-25T19:30'],
    ['4点', '2026-11-23T16:00'],
    ['tomorrow at ten', '2026-11-24T10:00'],
  ])('"%s" answers when to call', (text, callbackAt) =>
    expect(understand(text, localeOf(text), { refDate: '2026-11-23', expects: 'callbackAt' })).toMatchObject({
      intent: 'ask.queue',
      slots: { callbackAt },
    }),
  );
});
