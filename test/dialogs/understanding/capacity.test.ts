// What somebody can pay, told without a word of paying: by what is left over, by where they stop, by what something else no longer costs.
import type { NumberRange, Slots } from '../../../data/domain/customer/customerTurn';
import { loadUnderstanding } from '../../../dialogs/understanding/loadUnderstanding';

const { understand } = loadUnderstanding();
const read = (text: string) =>
  understand(text, /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US', { refDate: '2026-11-30' });
/** The figure offered, wherever it stands: a month's amount, or one that says neither how often nor what for. */
const offered = ({ monthlyAmount, amount }: Slots) => {
  const range = monthlyAmount ?? amount;
  return range?.max ?? range?.min;
};

describe.each<[string, number]>([
  ['把烟戒了，一下子多出来640，给你们', 640],
  ['我的底是七百二，再往上就断', 720],
  ['六百上下我能做到', 600],
  ['扣完房租饭钱，余下五百五归你们', 550],
  ['拢共能腾出九百', 900],
  ['我撑得住的就是830', 830],
  ['quit smoking, so that leaves 540 for the card', 540],
  ['650 is as far as i go', 650],
  ['my cut-off is 720', 720],
  ['once rent and food are out there is 480 left for you', 480],
  ['if it stays at 900 i can keep it up', 900],
  ['two subscriptions gone, so 310 more goes on the card', 310],
])('"%s"', (text, figure) => {
  it('offers that figure', () => {
    const turn = read(text);
    expect(turn.intent).toBe('negotiate.terms');
    expect(offered(turn.slots)).toBe(figure);
    expect(turn.slots.lumpSum).toBeUndefined();
  });
});

describe.each([
  '我房租900',
  '一个月工资六千',
  '我表弟一个月还他们800',
  '花呗每月要还1200',
  '催收说最少给1500',
  '上个月已经还过900了',
  'my rent is 900',
  'i earn 6000 a month',
  'my cousin pays them 800',
  'my other card costs me 1,200 a month',
  'your agent asked for 1500',
  'i paid 900 last month',
])('"%s"', (text) => {
  it('offers nothing', () => expect(offered(read(text).slots)).toBeUndefined());
});

it.each([
  ['最多一千', { max: 1000 }],
  ['两千', { min: 2000, max: 2000 }],
  ['at most 1000', { max: 1000 }],
] as const)('"%s", said without anything else, is left to what was asked', (text, amount) => {
  expect(read(text).slots).toEqual({ amount });
});

it.each([
  ['我2号发工资，到时候给600', 600],
  ["i'm paid on the 2nd and you'll get 600 then", 600],
])('"%s": what comes on one day is paid once', (text, figure) => {
  expect(read(text).slots.monthlyAmount).toBeUndefined();
  expect(read(text).slots.lumpSum).toEqual({ min: figure, max: figure });
});

it.each<[string, NumberRange]>([['一个月挣个四五千，除去开销也就能剩六百，慢慢还', { max: 600 }]])(
  '"%s": what is told of a household is not what is paid',
  (text, monthlyAmount) => {
    const turn = read(text);
    expect(turn.intent).toBe('negotiate.terms');
    expect(turn.slots.monthlyAmount).toEqual(monthlyAmount);
  },
);

it.each([
  '做保洁2600一个月',
  '一个月吃饭要900',
  'I live on 900 a month',
  '房租一个月九百',
  '每月要给房东900',
  '900 every month goes on rent',
])('"%s" stays a budget', (text) => {
  expect(read(text).intent).toBe('budget');
  expect(offered(read(text).slots)).toBeUndefined();
});
