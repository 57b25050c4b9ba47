// What customers write about money and time, and the slots that it fills. Today is Monday 2026-11-23.
import type { Slots } from '../../../data/domain/customerTurn';
import { extractSlots } from '../../../dialogs/understanding/slots/extractSlots';
import { normalise } from '../../../dialogs/understanding/text/normalise';

const read = (text: string): Slots =>
  extractSlots(normalise(text).text, /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US', { refDate: '2026-11-23' }).slots;
const exactly = (value: number) => ({ min: value, max: value });

const groups: Record<string, [string, Slots][]> = {
  'states what he can pay each month': [
    ['每月最多还八百', { monthlyAmount: { max: 800 } }],
    ['七八百一个月', { monthlyAmount: { min: 700, max: 800 } }],
    ['一个月两三千', { monthlyAmount: { min: 2000, max: 3000 } }],
    ['最多七八百一个月', { monthlyAmount: { min: 700, max: 800 } }],
    ['每期５００块', { monthlyAmount: exactly(500) }],
    ['每月至少五百', { monthlyAmount: { min: 500 } }],
    ['2-3千一个月', { monthlyAmount: { min: 2000, max: 3000 } }],
    ['一千二左右每个月', { monthlyAmount: exactly(1200) }],
    ['cant do more then 600 a mnth sry', { monthlyAmount: { max: 600 } }],
    ['fifteen hundred a month, not a penny more', { monthlyAmount: { max: 1500 } }],
    ['between 700 and 800 monthly', { monthlyAmount: { min: 700, max: 800 } }],
    ['RMB 800 per month', { monthlyAmount: exactly(800) }],
    ['half a grand a month', { monthlyAmount: exactly(500) }],
  ],
  'offers a first or single payment': [
    ['先还5000，剩下分12期', { lumpSum: exactly(5000), instalmentCount: exactly(12) }],
    ['1w5先还三千剩下分期中不中', { lumpSum: exactly(3000) }],
    ['一次还1w5，剩下免了', { lumpSum: exactly(15000) }],
    ['首付30%', { lumpSumShare: 0.3 }],
    ['先还一半', { lumpSumShare: 0.5 }],
    ['全部还清', { lumpSumShare: 1 }],
    ['can throw 700 at it tonight', { lumpSum: exactly(700), payDate: '2026-11-23' }],
    [
      'I can put 2k on it Friday then 500 monthly',
      {
        lumpSum: exactly(2000),
        payDate: '2026-11-27',
        monthlyAmount: exactly(500),
      },
    ],
    ['could do a one time payment of 7500', { lumpSum: exactly(7500) }],
    ['I have 12,000 in savings I could use', { lumpSum: exactly(12000) }],
    ['take 10k as full and final', { lumpSum: exactly(10000) }],
    ['how about I send 900 before the weekend', { lumpSum: exactly(900) }],
    ['明年3月还五千', { lumpSum: exactly(5000) }],
    ['3k upfront and the rest over two years', { lumpSum: exactly(3000), instalmentCount: exactly(24) }],
    ['2 grand down then 800 a month', { lumpSum: exactly(2000), monthlyAmount: exactly(800) }],
  ],
  'says for how long': [
    ['24期行吗', { instalmentCount: exactly(24) }],
    ['十二个月还完', { instalmentCount: exactly(12) }],
    ['两年', { instalmentCount: exactly(24) }],
    ['一年半可以吗', { instalmentCount: exactly(18) }],
    ['最多36期', { instalmentCount: { max: 36 } }],
    ['24到36期都可以', { instalmentCount: { min: 24, max: 36 } }],
    ['can you make it 24 months', { instalmentCount: exactly(24) }],
    ['12 months is too short, make it 24', { instalmentCount: exactly(24) }],
    ['头两个月先不还', { deferMonths: 2 }],
    ['先缓三个月', { deferMonths: 3 }],
    ['first two months off please', { deferMonths: 2 }],
  ],
  'names a day, and it lies ahead': [
    ['下个月15号', { payDate: '2026-12-15' }],
    ['15号还', { payDate: '2026-12-15' }],
    ['25号之前还', { payDate: '2026-11-25' }],
    ['月底前还2000', { payDate: '2026-11-30', lumpSum: exactly(2000) }],
    ['周五还500', { payDate: '2026-11-27', lumpSum: exactly(500) }],
    ['下周五还', { payDate: '2026-12-04' }],
    ['三天内还', { payDate: '2026-11-26' }],
    ['春节前还清', { payDate: '2027-02-06', lumpSumShare: 1 }],
    ['国庆还1000', { payDate: '2027-10-01', lumpSum: exactly(1000) }],
    ["I'll pay 300 on Friday", { payDate: '2026-11-27', lumpSum: exactly(300) }],
    ['pay it by the end of next month', { payDate: '2026-12-31' }],
    ['500 by 3 December', { payDate: '2026-12-03', lumpSum: exactly(500) }],
    ['15号发工资，先还三千', { payday: 15, payDate: '2026-12-15', lumpSum: exactly(3000) }],
    ['每月10号发工资', { payday: 10 }],
    ['I get paid on the last day of the month', { payday: 'last' }],
    ['每月20号还行吗', { dueDay: 20 }],
    ['can I pay on the 20th of each month', { dueDay: 20 }],
  ],
  'asks for less, or says how late it is': [
    ['打八折', { percentage: 20 }],
    ['打85折行吗', { percentage: 15 }],
    ['利息减三成', { percentage: 30 }],
    ['20% off', { percentage: 20 }],
    ['逾期两个月会怎样', { daysPastDue: 60 }],
    ['逾期半年', { daysPastDue: 180 }],
    ['逾期一年了', { daysPastDue: 365 }],
    ["I'm 60 days late", { daysPastDue: 60 }],
  ],
  'speaks of money that is no offer': [
    ['1500太多了', {}],
    ['欠了2万', {}],
    ['昨天已经还了3000', {}],
    ['被盗刷了8000', {}],
    ['我一个月工资才3000', {}],
    ['日息万五', {}],
    ['I already paid 3000 yesterday', {}],
    ['someone stole 5000', {}],
    ['2000 a month is too high', {}],
    ['$300', {}],
    ['200 a week', {}],
    ['6688 1234', {}],
    ['万一还不上呢', {}],
  ],
  'takes one figure back for another': [
    ['不对，是八百不是八千', { amount: exactly(800) }],
    ['每月1000，不对，每月800', { monthlyAmount: exactly(800) }],
    ['1500太多了，1000可以', { amount: exactly(1000) }],
    ['I meant 800 not 8000', { amount: exactly(800) }],
  ],
  'says neither what it is for nor how often': [
    ['一千五', { amount: exactly(1500) }],
    ['2w', { amount: exactly(20000) }],
    ['万五', { amount: exactly(15000) }],
    ['at most 900', { amount: { max: 900 } }],
  ],
  'tells a story in which nothing is offered': [
    ['被裁员三个月，还没找到工作', {}],
    ['摔断了腿，半年上不了工', {}],
    ['laid off three months ago and nothing since', {}],
    ['this has dragged on for two years and I am tired', {}],
    ['the nursery is 2400 and my take home is 5200', {}],
    ['催我的人让我把5000打到他私人卡上', {}],
    ['利息能不能少算两千', {}],
    ["I'm nowhere near 90 days overdue", {}],
  ],
  'names two figures with one magnitude': [
    ['六到八百一个月吧', { monthlyAmount: { min: 600, max: 800 } }],
    ['between six and eight hundred a month', { monthlyAmount: { min: 600, max: 800 } }],
    ['two to three grand up front', { lumpSum: { min: 2000, max: 3000 } }],
    ['还上三千', { amount: exactly(3000) }],
    ['上千块的东西', {}],
  ],
};

for (const [what, cases] of Object.entries(groups))
  describe(`a customer who ${what}`, () => {
    it.each(cases)('%s', (text, slots) => expect(read(text)).toEqual(slots));
  });
