// Where two readings seem right, understanding.md says which one wins.
import type { Intent } from '../../../data/domain/customer/customerTurn';
import { loadUnderstanding } from '../../../dialogs/understanding/loadUnderstanding';

const { understand } = loadUnderstanding();
const turnOf = (text: string) =>
  understand(text, /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US', { refDate: '2026-11-23' });

describe('a message with two readings', () => {
  const cases: [string, Intent][] = [
    ['打错了，别再打了', 'thirdParty'],
    ['我要投诉，转人工', 'complaint'],
    ['可以，但是每月只能600', 'negotiate.terms'],
    ['每月还500行吗', 'negotiate.terms'],
    ['每个月还一点行不行', 'ask.partialPayment'],
    ['失业了，能分期吗', 'hardship'],
    ['失业了，每月只能还300', 'negotiate.terms'],
    ['能月底再还吗', 'negotiate.start'],
    ['一次还1w5，剩下免了', 'negotiate.priceRelief'],
    ['逾期了还能分期吗', 'ask.installmentPolicy'],
    ['我能分期吗', 'negotiate.start'],
    ['利息算错了', 'dispute'],
    ['会给我家里打电话吗', 'ask.collectionContact'],
    ['会告诉我家里人吗', 'ask.privacy'],
    ['网上说交钱就能停息挂账是真的吗', 'ask.debtAgents'],
    ['15号发工资先还三千', 'promiseToPay'],
    ['ok but only 600 a month', 'negotiate.terms'],
    ['can I just pay a bit each month', 'ask.partialPayment'],
    ['I lost my job but I can do 300 a month', 'negotiate.terms'],
    ['I lost my job', 'hardship'],
    ['能不能别老打电话，我月底一定还两千', 'contactPreference'],
    ["stop ringing me, i'll pay 300 on friday", 'contactPreference'],
    ['i can do 500 a month but let me talk to a real person', 'human'],
  ];
  it.each(cases)('%s → %s', (text, intent) => expect(turnOf(text).intent).toBe(intent));

  it.each([
    '失业了，每月只能还300',
    '单位把我优化了，每月只能还300',
    '饭店黄了 每月最多300',
    '老板跑路了，一个月最多300',
    '腿断了歇着，每月只能还300',
    '十月被辞的 每月最多300',
    'got laid off, 300 a month at most',
  ])('"%s": a figure with a reason is terms, and the reason rides along', (text) => {
    const turn = turnOf(text);
    expect(turn).toMatchObject({ intent: 'negotiate.terms', signals: ['hardship'] });
    expect(turn.slots).toEqual({ monthlyAmount: { max: 300 } });
  });
});

describe('several acts in one message', () => {
  it.each<[string, Intent, Intent[]]>([
    ['每月最多还八百，逾期会不会坐牢？', 'negotiate.terms', ['negotiate.terms', 'ask.legalAction']],
    [
      'I can do 600 a month. How long does it stay on my credit file?',
      'negotiate.terms',
      ['negotiate.terms', 'ask.creditReport'],
    ],
    ['每月最多还八百', 'negotiate.terms', ['negotiate.terms']],
  ])('%s: the main one decides, the others are kept', (text, main, acts) => {
    const turn = turnOf(text);
    expect(turn.intent).toBe(main);
    expect(turn.acts.map(({ intent }) => intent)).toEqual(acts);
  });
});

describe('the language of a message', () => {
  it.each([
    ['每月pay 500可以吗', 'zh-CN'],
    ['can I pay 500 a month', 'en-US'],
    ['800', null],
    ['👍', null],
  ] as const)('%s is %s', (text, language) => expect(turnOf(text).language).toBe(language));
});

describe('a bare answer', () => {
  it('to what was asked is terms, a promise or a choice', () => {
    const answer = (text: string, expects: 'monthlyAmount' | 'payDate' | 'offer') =>
      understand(text, 'zh-CN', { refDate: '2026-11-23', expects }).intent;
    expect(answer('800', 'monthlyAmount')).toBe('negotiate.terms');
    expect(answer('月底', 'payDate')).toBe('promiseToPay');
    expect(answer('2', 'offer')).toBe('negotiate.accept');
  });
});
