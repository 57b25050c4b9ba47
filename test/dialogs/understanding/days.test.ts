// Days as people name them: counted in weeks, by the moon, by a feast, or in a way that is two days. Today is Monday 2026-11-23.
import { extractSlots } from '../../../dialogs/understanding/slots/extractSlots';
import { normalise } from '../../../dialogs/understanding/text/normalise';

const extract = (text: string) =>
  extractSlots(normalise(text).text, /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US', { refDate: '2026-11-23' });

describe('a customer who names the day of a payment', () => {
  it.each([
    ['a week tomorrow', '2026-12-01'],
    ['a fortnight on thursday', '2026-12-10'],
    ['friday week', '2026-12-04'],
    ['three weeks today', '2026-12-14'],
    ['last friday of december', '2026-12-25'],
    ['second tuesday in january', '2027-01-12'],
    ['third thursday of next month', '2026-12-17'],
    ['last working day of january', '2027-01-29'],
    ['mid december', '2026-12-15'],
    ["by valentine's day", '2027-02-14'],
    ['not this friday, the one after', '2026-12-04'],
    ['not tomorrow, the day after', '2026-11-25'],
    ["in a month's time", '2026-12-23'],
    ['腊月二十还', '2027-01-27'],
    ['冬月十五还', '2026-12-23'],
    ['大年初八还', '2027-02-13'],
    ['大年三十之前还', '2027-02-05'],
    ['冬至那天还', '2026-12-22'],
    ['12月最后一个周五还', '2026-12-25'],
    ['12月中旬还', '2026-12-15'],
    ['月中还', '2026-12-15'],
    ['月底前还', '2026-11-30'],
    ['周末前还', '2026-11-29'],
    ['12.10还1500', '2026-12-10'],
    ['一个月之后还3000', '2026-12-23'],
  ])('%s', (text, payDate) => expect(extract(text).slots.payDate).toBe(payDate));
});

describe('a customer who says when payments begin', () => {
  it.each([
    ['春节后开始还，每月600', '2027-02-07'],
    ['过完元旦再开始', '2027-01-02'],
    ['从1月份开始还', '2027-01-01'],
    ['明年3月起每月八百', '2027-03-01'],
    ['第一期推到1月15号', '2027-01-15'],
    ['can it start after Chinese New Year', '2027-02-07'],
    ["I'd rather the first one was after christmas", '2026-12-26'],
    ['from march 500 a month', '2027-03-01'],
    ['first payment not before 20 december please', '2026-12-20'],
    ['36 months starting april', '2027-04-01'],
  ])('%s', (text, startDate) => {
    expect(extract(text).slots.startDate).toBe(startDate);
    expect(extract(text).slots.payDate).toBeUndefined();
  });

  it.each([
    ['从第四个月起每月还600', 3],
    ['from the fourth month 800 a month', 3],
    ['半年后再开始还，每月一千', 6],
  ])('%s: so many months pass first', (text, months) => expect(extract(text).slots.deferMonths).toBe(months));
});

describe('a day that is written like another', () => {
  it('is asked about: both days, and neither is taken', () => {
    const { slots, ambiguity } = extract("I'll pay 500 on 12/05");
    expect(slots.payDate).toBeUndefined();
    expect(ambiguity).toEqual({ kind: 'day', slot: 'payDate', readings: ['2026-12-05', '2027-05-12'] });
  });

  it.each([
    ['700 by 12/12', '2026-12-12'],
    ['1k on 15/12', '2026-12-15'],
    ['12/6还700', '2026-12-06'],
  ])('has one reading only in %s', (text, payDate) => expect(extract(text).slots.payDate).toBe(payDate));
});
