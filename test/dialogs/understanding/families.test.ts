// Kinds of figures, days and wishes that people write and that were once misread; each line stands for its family.
import type { ContactWish, Expects, Slots } from '../../../data/domain/customer/customerTurn';
import { contactWishIn } from '../../../dialogs/understanding/slots/contact/contactWish';
import { extractSlots } from '../../../dialogs/understanding/slots/extractSlots';
import { normalise } from '../../../dialogs/understanding/text/normalise';

const read = (text: string, expects?: Expects): Slots =>
  extractSlots(normalise(text).text, /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US', {
    refDate: '2026-11-23',
    ...(expects === undefined ? {} : { expects }),
  }).slots;
const exactly = (value: number) => ({ min: value, max: value });

const groups: Record<string, [string, Slots][]> = {
  'names a weekday right before an amount': [
    ['下周一一千整', { payDate: '2026-11-30', lumpSum: exactly(1000) }],
    ['礼拜六一千三', { payDate: '2026-11-28', lumpSum: exactly(1300) }],
    ['每周三百', { monthlyAmount: exactly(1300), statedAmount: exactly(300), frequency: 'week' }],
  ],
  'leaves the hundred out in speech': [
    ['twelve fifty every month', { monthlyAmount: exactly(1250) }],
    ['between two hundred and two fifty per month', { monthlyAmount: { min: 200, max: 250 } }],
    ['六百八一期', { monthlyAmount: exactly(680) }],
    ['别超过九百五一期', { monthlyAmount: { max: 950 } }],
    ["let's be straight. seven fifty.", { amount: exactly(750) }],
    ['not that much, four twenty', { amount: exactly(420) }],
    ['每月一千一十二期', { monthlyAmount: exactly(1100), instalmentCount: exactly(12) }],
  ],
  'pays every two weeks, or once in three months': [
    ['半个月还三百吧', { monthlyAmount: exactly(650), statedAmount: exactly(300), frequency: 'fortnight' }],
    ['三个月给你们1500', { monthlyAmount: exactly(500), statedAmount: exactly(1500), frequency: 'quarter' }],
    ['一年能凑9600', { monthlyAmount: exactly(800), statedAmount: exactly(9600), frequency: 'year' }],
    ['一个季度攒2400吧', { monthlyAmount: exactly(800), statedAmount: exactly(2400), frequency: 'quarter' }],
    ['一周200封顶', { monthlyAmount: { max: 866.67 }, statedAmount: { max: 200 }, frequency: 'week' }],
    ['年年还12000', { monthlyAmount: exactly(1000), statedAmount: exactly(12000), frequency: 'year' }],
  ],
  'bounds what can be paid': [
    ['no less than 500 each month', { monthlyAmount: { min: 500 } }],
    ['月供不能低于五百', { monthlyAmount: { min: 500 } }],
    ['400 a month is the ceiling', { monthlyAmount: { max: 400 } }],
    ["600 a month and that's pushing it", { monthlyAmount: { max: 600 } }],
    ['anything over 600 a month and im sunk', { monthlyAmount: { max: 600 } }],
    ['一期别过七百', { monthlyAmount: { max: 700 } }],
    ['750封顶', { amount: { max: 750 } }],
    ["more than 600 a month i can't", { monthlyAmount: { max: 600 } }],
    ['每个月超过一千三不行', { monthlyAmount: { max: 1300 } }],
  ],
  'names the day of every month': [
    ['500 on the fifth of each month', { monthlyAmount: exactly(500), dueDay: 5 }],
    ['450 on the eighth of every month', { monthlyAmount: exactly(450), dueDay: 8 }],
    ['can the day be the 20th instead of the 16th', { dueDay: 20 }],
  ],
  "has money at hand beside a month's amount": [
    ['每个月900没问题，手里有两千可以先交', { monthlyAmount: exactly(900), lumpSum: exactly(2000) }],
    ['手头有四千能先还上，后面再分', { lumpSum: exactly(4000) }],
  ],
  'says by when it should all be paid': [
    ["I'd like to be finished in a year", { instalmentCount: exactly(12) }],
    ['make it a flat 18 months', { instalmentCount: exactly(18) }],
  ],
  'says when wages come in': [
    ['my wages go in on the 27th', { payday: 27 }],
    ['我27号关饷', { payday: 27 }],
    ['25号工资到 26号还1200', { payday: 25, payDate: '2026-11-26', lumpSum: exactly(1200) }],
  ],
  'names a card by its ending': [
    ["when's 2201 due", { cardTail: '2201' }],
    ['minimum for 3307 please', { cardTail: '3307' }],
    ['2201还款日几号', { cardTail: '2201' }],
  ],
  'tells figures that offer nothing': [
    ['老板欠我工资一万六', {}],
    ['4931的利息减到两千行不行', {}],
    ['要首付5000我就不办了', {}],
    ['吃了30片安定', {}],
    ['my salary of 18k stopped in august', {}],
    ['89 a month i never agreed to', {}],
    ['at 54 with 2 bad knees nobody hires me', {}],
    ['cleared 2,750 on the 3rd', {}],
  ],
};
describe.each(Object.keys(groups))('a customer who %s', (group) => {
  it.each(groups[group] ?? [])('%s', (text, slots) => expect(read(text)).toEqual(slots));
});

describe('a customer who was asked for a day', () => {
  it.each<[string, Expects, Slots]>([
    ['the twelfth', 'payDate', { payDate: '2026-12-12' }],
    ['the 12th', 'payDate', { payDate: '2026-12-12' }],
  ])('"%s" names it, and no offer', (text, expects, slots) => expect(read(text, expects)).toEqual(slots));
});

describe('a customer who wishes for less contact than none', () => {
  it.each<[string, ContactWish | undefined]>([
    ['我13812340000这个号别打了', { rule: 'not', channels: ['phone'], number: '13812340000' }],
    ['别打电话只发短信', { rule: 'only', channels: ['sms'] }],
    ["I've got anxiety and the phone sets it off, please write instead", undefined],
    ['calls in meetings are embarrassing, text only', { rule: 'only', channels: ['sms'] }],
    ['除了邮件别的都不要', { rule: 'only', channels: ['email'] }],
    ["there's a fella keeps ringing me, dont want him ringing", { rule: 'not', channels: ['phone'] }],
    ['让他们外面的公司不要再找我了', { rule: 'not', where: 'agency' }],
    ['i cant be called between 9 and 5', { rule: 'not', channels: ['phone'], from: '09:00', until: '17:00' }],
    ['no more than one text a day', undefined],
    ['就是希望少打几次', undefined],
    ['别找居委会', undefined],
    ['早八晚十之外别联系', undefined],
    ['老号码停机了 打新的139开头这个', undefined],
    ['别再打了别发了全停', { rule: 'stop' }],
  ])('"%s" gets that and no more', (text, wish) => expect(contactWishIn(normalise(text).text)).toEqual(wish));
});
