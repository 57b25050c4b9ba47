// A message does several things: each is heard, in the order said, with the part of the typed text that says it.
import type { Intent, Locale } from '../../../data/domain/customer/customerTurn';
import { loadUnderstanding } from '../../../dialogs/understanding/loadUnderstanding';

const { understand } = loadUnderstanding();
const localeOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US');
const actsIn = (text: string) => understand(text, localeOf(text), { refDate: '2026-11-23' }).acts;
const intentsIn = (text: string) => actsIn(text).map(({ intent }) => intent);

describe('a customer who wants two things at once', () => {
  const messages: [string, Intent[]][] = [
    ['stop calling me and how much do i owe', ['contactPreference', 'account.balance']],
    ["I'll pay 2000 by the 10th, and get me someone who can actually decide", ['promiseToPay', 'human']],
    ['影响征信吗，别再打电话了', ['ask.creditReport', 'contactPreference']],
    ['别打我单位电话，另外我想分期', ['contactPreference', 'negotiate.start']],
    ['每月最多800，征信会不会好一点', ['negotiate.terms', 'ask.creditReport']],
    ['查下欠款，顺便转人工', ['account.balance', 'human']],
    ['can I pay by card, also is my card blocked', ['ask.howToRepay', 'ask.cardStatus']],
    ['how much do I owe and when is it due', ['account.balance', 'account.dueDate']],
    ['你好，我欠多少', ['greeting', 'account.balance']],
    ['this number is wrong, I am not him, delete it', ['thirdParty']],
  ];
  it.each(messages)('%s', (text, intents) => expect(intentsIn(text)).toEqual(intents));
});

describe('a customer who wants one thing', () => {
  const messages: [string, Intent][] = [
    ['每月还800到900吧，多了没有', 'negotiate.terms'],
    ['先还5000，以后每月800', 'negotiate.terms'],
    ['I can do five hundred and fifty a month', 'negotiate.terms'],
    ['一次还一万五，剩下的免了', 'negotiate.priceRelief'],
    ['ok but only 600 a month', 'negotiate.terms'],
    ['sorry, 900 not 9000 a month', 'negotiate.terms'],
    ['2000块一个月？不行不行', 'negotiate.reject'],
    ['1200 a month?? no way', 'negotiate.reject'],
  ];
  it.each(messages)('%s', (text, intent) => expect(intentsIn(text)).toEqual([intent]));
});

describe('the span of an act', () => {
  const saidIn = (text: string) => actsIn(text).map(({ span: [from, to] }) => text.slice(from, to));

  it('is the part as it was typed, full width and capitals included', () => {
    expect(saidIn('Ｓtop calling me, HOW MUCH do I owe')).toEqual(['Ｓtop calling me', 'HOW MUCH do I owe']);
  });
  it('counts what normalising takes away', () => {
    expect(saidIn('别\u200b再打我电话了，我现在 欠多少')).toEqual(['别\u200b再打我电话了', '我现在 欠多少']);
  });
  it('is the whole of a message that does one thing, without the spaces around it', () => {
    expect(saidIn('  how much do I owe  ')).toEqual(['how much do I owe']);
  });
  it('lies within any text, even an empty one', () => {
    for (const text of ['', ' ', '😀', '，。', 'and', '还有', '\u200b'])
      for (const { span } of actsIn(text)) {
        expect(span[0]).toBeGreaterThanOrEqual(0);
        expect(span[1]).toBeGreaterThanOrEqual(span[0]);
        expect(span[1]).toBeLessThanOrEqual(text.length);
      }
  });
});

describe('slots of acts', () => {
  it('stay with the act that states them', () => {
    const [offer, question] = actsIn('每月最多还八百，逾期会不会坐牢？');
    expect(offer).toMatchObject({ intent: 'negotiate.terms', slots: { monthlyAmount: { max: 800 } } });
    expect(question).toMatchObject({ intent: 'ask.legalAction', slots: {} });
  });
});

describe('a figure thrown back in a refusal', () => {
  it.each(['2000块一个月？不行不行', '1200 a month?? no way'])('is no offer: %s', (text) =>
    expect(understand(text, localeOf(text), { refDate: '2026-11-23' })).toMatchObject({
      intent: 'negotiate.reject',
      slots: {},
    }),
  );
});

describe('the main act', () => {
  const mains: [string, Intent][] = [
    ['你好，转人工', 'human'],
    ['how much do I owe, stop calling me', 'contactPreference'],
    ['逾期会坐牢吗，我真的不想活了', 'vulnerable'],
    ['别打了，他让我把验证码告诉他', 'scam'],
  ];
  it.each(mains)('of "%s" is %s', (text, intent) =>
    expect(understand(text, localeOf(text), { refDate: '2026-11-23' }).intent).toBe(intent),
  );
});
