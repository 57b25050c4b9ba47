// The new intents say more exactly what they are about: the aspect of an offer, what is taken back, who speaks.
import type { Aspect, Locale, RoleBesideHolder, Undone } from '../../../data/domain/customer/customerTurn';
import { loadUnderstanding } from '../../../dialogs/understanding/loadUnderstanding';

const { understand } = loadUnderstanding();
const localeOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US');
const read = (text: string) => understand(text, localeOf(text), { refDate: '2026-11-23' });

describe('a question about what is on the table', () => {
  const questions: [string, Aspect][] = [
    ['第二个方案一共要还多少', 'total'],
    ['what does plan 2 come to in total', 'total'],
    ['第二个利息一共多少', 'interest'],
    ["what's the APR on plan 2", 'yearlyRate'],
    ['第一个和第三个有什么区别', 'difference'],
    ['which plan is cheapest overall', 'cheapest'],
    ['第一期什么时候还', 'firstDate'],
    ["when's the first payment on that plan", 'firstDate'],
    ['这个方案哪天还完', 'lastDate'],
    ['签了以后能提前还清吗', 'earlyRepayment'],
    ['what if I miss one instalment of the plan', 'missed'],
    ['为什么不能24期', 'whyNot'],
  ];
  it.each(questions)('%s → %s', (text, aspect) =>
    expect(read(text)).toMatchObject({ intent: 'ask.offer', slots: { aspect } }),
  );
});

describe('something taken back', () => {
  const undone: [string, Undone][] = [
    ['我答应15号还的那个取消吧', 'promise'],
    ['cancel the dispute', 'dispute'],
    ['不用核查了，我认', 'dispute'],
    ['I am the cardholder, I pressed the wrong button', 'thirdParty'],
    ['我就是本人', 'thirdParty'],
    ['you can contact me again', 'contactStop'],
    ['先不用人工了', 'handoff'],
  ];
  it.each(undone)('%s → %s', (text, what) => expect(read(text)).toMatchObject({ intent: 'undo', slots: { what } }));
});

describe('somebody who speaks for the holder', () => {
  const roles: [string, RoleBesideHolder][] = [
    ['我是他的担保人', 'guarantor'],
    ["I'm her executor", 'heir'],
    ["I'm his solicitor and act for him", 'lawyer'],
    ['我是副卡持卡人', 'supplementaryHolder'],
  ];
  it.each(roles)('%s → %s', (text, role) => expect(read(text)).toMatchObject({ intent: 'authority', slots: { role } }));
});
