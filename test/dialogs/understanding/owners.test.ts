// A figure becomes an offer only when it is said of paying: whose it is, how often it is paid, and what takes its place.
import fc from 'fast-check';
import type { Frequency, Locale, Slots } from '../../../data/domain/customer/customerTurn';
import { extractionWithin, extractSlots } from '../../../dialogs/understanding/slots/extractSlots';
import { perMonth } from '../../../dialogs/understanding/slots/frequency';
import { slotsFor, slotsWithin } from '../../../dialogs/understanding/slots/slotsByIntent';
import { normalise } from '../../../dialogs/understanding/text/normalise';

const refDate = '2026-11-23';
const extract = (text: string, locale: Locale) => extractSlots(normalise(text).text, locale, { refDate });
const localeOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US');
const read = (text: string): Slots => extract(text, localeOf(text)).slots;
const exactly = (value: number) => ({ min: value, max: value });

const paying = ['monthlyAmount', 'statedAmount', 'lumpSum', 'lumpSumShare', 'amount', 'instalmentCount'] as const;
const offered = (slots: Slots) => paying.filter((slot) => slots[slot] !== undefined);

/** Sentences in which # is said of anything but paying this bank. */
const ownedElsewhere: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': [
    '我每个月工资#',
    '房租一个月#',
    '我在别的银行还欠#',
    '花呗每月还#',
    '老板欠我#工资没发',
    '我上个月已经还了#',
    '每月#我还不起',
    '你们让我一次交#',
    '被人盗刷了#',
    '这个手机买的时候花了#',
    '账单上写着#',
    '中介收了我#',
    '利息都#了',
    '他们催我先还#',
  ],
  'en-US': [
    'my wages are #',
    'the rent is # a month',
    'I owe # to another bank',
    'my boss owes me #',
    'I already paid #',
    "I can't afford #",
    'they told me to pay #',
    'someone stole #',
    'the statement says #',
    'I was charged # in interest',
    '# a month is too much',
    'my pension is #',
    'I used to earn #',
    'the last payment I made was #',
  ],
};
const anyFigure = fc.integer({ min: 41, max: 9999 });

describe.each(['zh-CN', 'en-US'] as const)('a customer who speaks of other money (%s)', (locale) => {
  it('has offered nothing, whatever the figure', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ownedElsewhere[locale]), anyFigure, (sentence, figure) => {
        expect(offered(extract(sentence.replace('#', String(figure)), locale).slots)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('and then offers: only the offer is one', () => {
    const offer = { 'zh-CN': '，我每月能还@', 'en-US': ', I can pay @ a month' }[locale];
    const sentences = ownedElsewhere[locale].filter((sentence) => !/每月#|a month/.test(sentence));
    fc.assert(
      fc.property(fc.constantFrom(...sentences), anyFigure, anyFigure, (sentence, figure, amount) => {
        const text = sentence.replace('#', String(figure)) + offer.replace('@', String(amount));
        expect(extract(text, locale).slots.monthlyAmount).toEqual(exactly(amount));
        expect(offered(extract(text, locale).slots)).toEqual(['monthlyAmount']);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a customer who names a card, an age, a number or an address', () => {
  const notOffers: [string, Slots][] = [
    ['只办2201', { cardTail: '2201' }],
    ['尾号2201那张，每月500', { cardTail: '2201', monthlyAmount: exactly(500) }],
    ['only 300 on the card 2201', { cardTail: '2201', amount: { max: 300 } }],
    ['500 a month for the 6688 card', { cardTail: '6688', monthlyAmount: exactly(500) }],
    ['手机号后四位3366，每月600', { monthlyAmount: exactly(600) }],
    ['六十多岁', {}],
    ["I'm 63 and can manage 200 a month", { monthlyAmount: exactly(200) }],
    ['住5栋302，每月给四百', { monthlyAmount: exactly(400) }],
    ['不是2201，是2210那张卡', { cardTail: '2210' }],
  ];
  it.each(notOffers)('%s', (text, slots) => expect(read(text)).toEqual(slots));
});

describe('a customer who lays out a budget', () => {
  const budgets: [string, Slots][] = [
    ['rent is 2200 and pay is 6400', { expenses: exactly(2200), income: exactly(6400) }],
    ['吃饭一千二，交通三百，房租一千五', { expenses: exactly(3000) }],
    ['我老婆挣4000，我挣3500', { income: exactly(7500) }],
    ['salary 7000, house rent 2500, school fees 1200', { income: exactly(7000), expenses: exactly(3700) }],
    ['I make 800 a week', { income: exactly(3466.67) }],
    ['年薪十二万', { income: exactly(10000) }],
    ['my wages were cut to 3000', { income: exactly(3000) }],
    ['零收入', { income: exactly(0) }],
  ];
  it.each(budgets)('%s', (text, slots) =>
    expect(slotsFor('budget', extract(text, localeOf(text)), refDate)).toEqual(slots),
  );
});

describe('a customer who pays every so often', () => {
  const paymentsInYear: Readonly<Record<Frequency, number>> = {
    week: 52,
    fortnight: 26,
    month: 12,
    quarter: 4,
    halfYear: 2,
    year: 1,
  };
  const anyFrequency = fc.constantFrom<Frequency>('week', 'fortnight', 'month', 'quarter', 'halfYear', 'year');

  it('is understood as a month’s amount, to the fen, half up', () => {
    fc.assert(
      fc.property(anyFrequency, fc.integer({ min: 1, max: 100_000_000 }), (frequency, fen) => {
        const monthly = perMonth(exactly(fen / 100), frequency).max ?? Number.NaN;
        const twelfths = BigInt(Math.round(monthly * 100)) * 12n - BigInt(fen) * BigInt(paymentsInYear[frequency]);
        // Half a fen is six twelfths of one: up at exactly half, never further off.
        expect(twelfths > -6n && twelfths <= 6n).toBe(true);
      }),
    );
  });

  const said: [string, Frequency, number, number][] = [
    ['每周还200', 'week', 200, 866.67],
    ['隔周还六百', 'fortnight', 600, 1300],
    ['两周还一次，一次500', 'fortnight', 500, 1083.33],
    ['三个月还一次，每次两千', 'quarter', 2000, 666.67],
    ['半年还五千', 'halfYear', 5000, 833.33],
    ['年付1w2', 'year', 12000, 1000],
    ['200 a week', 'week', 200, 866.67],
    ['275 every other week', 'fortnight', 275, 595.83],
    ['every friday 140', 'week', 140, 606.67],
    ['once a quarter, two thousand', 'quarter', 2000, 666.67],
    ['6000 every six months', 'halfYear', 6000, 1000],
    ['9000 a year', 'year', 9000, 750],
  ];
  it.each(said)('%s', (text, frequency, stated, monthly) =>
    expect(read(text)).toEqual({ frequency, statedAmount: exactly(stated), monthlyAmount: exactly(monthly) }),
  );
});

describe('a customer who takes a figure back', () => {
  const corrected: [string, Slots][] = [
    ['不是明天，是后天', { payDate: '2026-11-25' }],
    ['23号？不，28号还900', { payDate: '2026-11-28', lumpSum: exactly(900) }],
    ['每月六百，不，五百五吧', { monthlyAmount: exactly(550) }],
    ['首付写错了，不是三万是三千', { lumpSum: exactly(3000) }],
    ['打错了 800', { amount: exactly(800) }],
    ['sorry 900 not 9000', { amount: exactly(900) }],
    ['800 on the 5th, sorry I mean the 6th', { payDate: '2026-12-06', lumpSum: exactly(800) }],
    ['meant 1500 not 15000 for the first payment', { lumpSum: exactly(1500) }],
    ['typo, 500 a month not 5000', { monthlyAmount: exactly(500) }],
  ];
  it.each(corrected)('%s', (text, slots) => expect(read(text)).toEqual(slots));

  it('means the second, whatever the two figures are', () => {
    const frames = [
      { text: '每月还#，不对，每月还@', locale: 'zh-CN' },
      { text: '每月不是#，是@', locale: 'zh-CN' },
      { text: '# a month, sorry, @ a month', locale: 'en-US' },
      { text: 'not #, @ a month', locale: 'en-US' },
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...frames), anyFigure, anyFigure, ({ text, locale }, first, second) => {
        const message = text.replace('#', String(first)).replace('@', String(second));
        expect(extract(message, locale).slots).toEqual({ monthlyAmount: exactly(second) });
      }),
      { numRuns: 400 },
    );
  });
});

describe('a customer who offers a first payment and a monthly one', () => {
  const both: [string, number, number][] = [
    ['每个月还900，我先交5000', 5000, 900],
    ['先还5000，以后每月900', 5000, 900],
    ['首付3k月供1k', 3000, 1000],
    ['monthly 600, down payment 4000', 4000, 600],
    ['3k down then 500 a month', 3000, 500],
    ['500 a month with 3000 upfront', 3000, 500],
  ];
  it.each(both)('%s', (text, first, monthly) =>
    expect(read(text)).toEqual({ lumpSum: exactly(first), monthlyAmount: exactly(monthly) }),
  );

  it('may name ranges', () => {
    expect(read('一个月800-900吧')).toEqual({ monthlyAmount: { min: 800, max: 900 } });
    expect(read('首付两三千，后面每月七八百')).toEqual({
      lumpSum: { min: 2000, max: 3000 },
      monthlyAmount: { min: 700, max: 800 },
    });
    expect(read('one to two thousand first, then 500 to 600 monthly')).toEqual({
      lumpSum: { min: 1000, max: 2000 },
      monthlyAmount: { min: 500, max: 600 },
    });
  });
});

describe('a message of several acts', () => {
  it('lets the whole decide what a figure in one part is for', () => {
    const text = '我工资6000，房租2200，每月能还你们700';
    const whole = extract(text, 'zh-CN');
    const from = text.indexOf('每月');
    expect(slotsWithin(whole, [from, text.length], 'negotiate.terms')).toEqual({ monthlyAmount: exactly(700) });
    expect(slotsWithin(whole, [0, from], 'budget')).toEqual({ income: exactly(6000), expenses: exactly(2200) });
  });

  it('keeps in each part what stands in it, and nothing else', () => {
    fc.assert(
      fc.property(anyFigure, anyFigure, fc.nat(40), (first, second, cut) => {
        const text = `先还${first}，以后每月${second}`;
        const whole = extract(text, 'zh-CN');
        const at = Math.min(cut, text.length);
        const slots = [extractionWithin(whole, 0, at).slots, extractionWithin(whole, at, text.length).slots];
        for (const part of slots)
          for (const slot of offered(part))
            expect(part[slot]).toEqual(slot === 'lumpSum' ? exactly(first) : exactly(second));
      }),
    );
  });
});
