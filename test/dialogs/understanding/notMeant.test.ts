// A wrong value is worse than none: days that are refused or moved, payments named by their place, sayings that only sound like numbers.
import type { Expects, Locale, Slots } from '../../../data/domain/customer/customerTurn';
import { extractSlots } from '../../../dialogs/understanding/slots/extractSlots';
import { slotsFor } from '../../../dialogs/understanding/slots/slotsByIntent';
import { normalise } from '../../../dialogs/understanding/text/normalise';

const refDate = '2026-11-23';
const localeOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US');
const extract = (text: string, expects?: Expects) =>
  extractSlots(normalise(text).text, localeOf(text), { refDate, expects });
const read = (text: string, expects?: Expects): Slots => extract(text, expects).slots;

describe('a customer who refuses a day', () => {
  it.each([
    ["the 16th is bad, i'd want the 25th", { dueDay: 25 }],
    ["the 16th's no good, try the 25th", { dueDay: 25 }],
    ['different day please, the 16th is before my wages', {}],
    ["the 16th's always a squeeze, can we move it", {}],
    ['16号太赶了，换个日子', {}],
    ['换个日子行吗 16号不好', {}],
    ['16号不行，我18号才发工资，给我挪20号', { payday: 18, dueDay: 20 }],
  ])('"%s" has asked for another, or for none', (text, slots) => expect(read(text)).toEqual(slots));
});

describe('a customer who puts one day in the place of another', () => {
  const thousands = { lumpSum: { min: 2000, max: 2000 } };
  it.each<[string, Slots]>([
    ['I said 2000 on the 10th, could it be the 15th', { ...thousands, payDate: '2026-12-15' }],
    ["told you tomorrow, it'll have to be friday", { payDate: '2026-11-27' }],
    ['was going to be friday, can it be monday the 30th', { payDate: '2026-11-30' }],
    ['我答应的10号还2000 现在改15号行吗', { ...thousands, payDate: '2026-12-15' }],
    ['说好明天还的 得拖到周五', { payDate: '2026-11-27' }],
    ['本来周五还 现在能改到下周一 30号', { payDate: '2026-11-30' }],
  ])('"%s" pays on the later', (text, slots) => expect(read(text)).toEqual(slots));
});

describe('a customer who names the day of the payments', () => {
  it.each<[string, Expects | undefined, number]>([
    ["put it on the 5th and I'll sign", 'confirm', 5],
    ['the 5th', 'confirm', 5],
    ['fine, could payments fall on the 18th', undefined, 18],
    ["i'd rather it came out on the 21st", undefined, 21],
    ['下次开始能用12号吗', undefined, 12],
    ['能改到12号吗', 'confirm', 12],
  ])('"%s" (asked for: %s) wants them then', (text, expects, dueDay) =>
    expect(read(text, expects)).toEqual({ dueDay }),
  );
});

describe('a customer who speaks of one payment by its place', () => {
  it.each([
    'when does the first one come out',
    "dying to know when the first one's due",
    'and if I miss a second one?',
    'can the first one wait a bit',
  ])('"%s" has chosen no plan', (text) => expect(slotsFor('ask.offer', extract(text), refDate)).toEqual({}));

  it.each([
    'total on the second versus the third?',
    "what's the difference between the first and the second",
    'how much dearer is the third than the first one',
    '第二个跟第三个差在哪',
  ])('"%s" names two plans, and asks about neither alone', (text) =>
    expect(slotsFor('ask.offer', extract(text), refDate).offerNumber).toBeUndefined(),
  );
  it.each(['the lower one', 'the cheaper one', 'that smaller one', 'not the dear one'])(
    '"%s" is no number one',
    (text) => expect(read(text, 'offer')).toEqual({}),
  );
  it.each(['one', 'option one', 'ok, one', 'number one'])('"%s" is', (text) =>
    expect(read(text, 'offer')).toEqual({ offerNumber: 1 }),
  );
  it('has not taken what she was told not to take', () =>
    expect(read('我妈叫我别选第三个 那第一个吧')).toEqual({ offerNumber: 1 }));
});

describe('a customer who wants months left out', () => {
  it.each([
    '中间能停两个月不',
    '停三个月再接着还行不行',
    'can we stop for three months and then carry on',
    'skip the new year one for me?',
    '春节那期能不能跳过去',
    'any chance of a break over chinese new year',
  ])('"%s" puts no beginning off, and pays on no holiday', (text) => expect(read(text)).toEqual({}));
  it.each(['头两个月先不还', 'first two months off please'])('"%s" begins later', (text) =>
    expect(read(text)).toEqual({ deferMonths: 2 }),
  );
});

describe('a customer who names the month of a first payment', () => {
  it.each([
    ['can i pay the deposit in february', '2027-02-01'],
    ['could it start in march', '2027-03-01'],
    ['过了年再交首付', '2027-02-07'],
    ['首付过年后再交行吗', '2027-02-07'],
  ])('"%s" begins then', (text, startDate) => expect(read(text)).toEqual({ startDate }));
  it.each(['i missed the payment in february', 'I lost my job in march', '等我过完年再联系'])(
    '"%s" begins nothing',
    (text) => expect(read(text).startDate).toBeUndefined(),
  );
});

describe('a customer who says something that only sounds like a figure', () => {
  it.each([
    'a million thanks',
    'a hundred percent yes',
    '一五一十告诉我 欠多少',
    '三七二十一不管了 签',
    '八百里加急 转人工',
    '这个月的和上个月的一块补',
    'last night, twenty to twelve, withheld number',
    'sacked after three instalments',
    '我被辞了 分期才还了三期',
    '四年里出点啥意外 你们怎么处理',
    'ring me tomorrow at 4 instead',
  ])('"%s" states no amount and no number of instalments', (text) => {
    const { amount, lumpSum, instalmentCount, percentage, payDate } = read(text);
    expect({ amount, lumpSum, instalmentCount, percentage }).toEqual({});
    expect(payDate).toBeUndefined();
  });
  it.each([
    ['so realistically six fifty', { amount: { min: 650, max: 650 } }],
    ['six fifty or so, gig work', { amount: { min: 650, max: 650 } }],
    ['just give me 48 months then', { instalmentCount: { min: 48, max: 48 } }],
    ['bump it up to 800', { amount: { min: 800, max: 800 } }],
    ['been over a year behind', { daysPastDue: 365 }],
  ])('"%s" states what it does', (text, slots) => expect(read(text)).toEqual(slots));
});

describe('a customer who names two times of day', () => {
  it.each([
    ["i'll be in a meeting till 2, ring me at 2.30", '2026-11-23T14:30'],
    ["I'm on shift until 5, call me at 6", '2026-11-23T18:00'],
    ['call me between 3 and 4', '2026-11-23T15:00'],
  ])('"%s" is rung at the one behind the call', (text, callbackAt) =>
    expect(slotsFor('human', extract(text), refDate)).toEqual({ callbackAt }),
  );
});

describe('a customer who says when wages come', () => {
  it.each([
    'my wages come on the 20th',
    'pay lands on the 20th',
    'the money goes in on the 20th, that is my wages',
    'salary falls on the 20th',
  ])('"%s" has asked for no paying day', (text) => expect(read(text).dueDay).toBeUndefined());
});
