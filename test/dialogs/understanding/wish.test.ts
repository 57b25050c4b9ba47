// A wish has a direction: which way an arrangement should move, where no figure says it.
import type { Locale, Wish } from '../../../data/domain/customer/customerTurn';
import { directionOfRefusal, wishOf } from '../../../dialogs/understanding/intents/wish';

const localeOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US');
const wish = (text: string) => wishOf('negotiate.terms', text, localeOf(text), {});

const wishes: [Wish, string[]][] = [
  ['lower', ['每期能少一点吗', '再降一点', '期数拉长点', 'can the monthly be lower', 'stretch it out more']],
  ['shorter', ['短一点，早点还完', '少几期行不行', 'a shorter one please', 'fewer instalments']],
  ['cheaper', ['总共少还点的方案有没有', 'whichever costs least overall', 'keep the interest as low as you can']],
  ['noDownPayment', ['不想交首付', '首付能不能免了', 'no deposit please', "I can't do anything upfront"]],
  ['downPayment', ['我先交一笔', 'I could put a chunk down at the start']],
  ['later', ['春节后开始行吗', '第一期往后推推', 'not before the new year', 'could it start after christmas']],
  ['otherDay', ['还款日能换一天吗', 'can the payment day move', 'a different due date would help']],
  ['pause', ['中间能不能停两个月', 'could I skip a month', 'can I have a payment holiday']],
  [
    'stepUp',
    ['先少后多行不行', '刚开始还少一点，以后再加', 'start low and step up', 'little at first then more later'],
  ],
  ['settle', ['一次性了结，剩下的免了', 'one payment and call it settled', 'accept part of it to settle the debt']],
];

describe.each(wishes)('the wish %s', (name, texts) => {
  it.each(texts)('is heard in "%s"', (text) => expect(wish(text)).toBe(name));
});

describe('no wish is heard', () => {
  it('where a figure says the direction', () => {
    expect(
      wishOf('negotiate.terms', '再少一点，500吧', 'zh-CN', { monthlyAmount: { min: 500, max: 500 } }),
    ).toBeUndefined();
  });
  it('in a question, or in a refusal, which asks for nothing', () => {
    expect(wishOf('ask.offer', 'which one is lower', 'en-US', {})).toBeUndefined();
    expect(wishOf('negotiate.reject', '太高了，降一点', 'zh-CN', {})).toBeUndefined();
  });
  it('in asking for less interest, unless the rest is to be settled by it', () => {
    expect(wishOf('negotiate.priceRelief', '利息少点', 'zh-CN', {})).toBeUndefined();
    expect(wishOf('negotiate.priceRelief', '一次性了结，剩下的免了', 'zh-CN', {})).toBe('settle');
  });
  it.each(['每月800', 'I can pay on friday', '我想分期'])('in "%s"', (text) => expect(wish(text)).toBeUndefined());
});

test.each([
  ['zh-CN', '太高了，降一点', 'lower'],
  ['zh-CN', '不行，时间太长了', 'shorter'],
  ['en-US', 'no, too steep', 'lower'],
  ['en-US', "no, that's too long", 'shorter'],
] as const)('a refusal that says what is wrong has a direction (%s, %s)', (locale, said, direction) => {
  expect(directionOfRefusal(said, locale)).toBe(direction);
});

test('a refusal that says nothing more has no direction', () => {
  expect(directionOfRefusal('不行，我不要', 'zh-CN')).toBeUndefined();
});
