// Digits that are no figure, and numbers that choose nothing: codes, endings, two offers held side by side.
import type { Expects, Locale } from '../../../data/domain/customer/customerTurn';
import { loadUnderstanding } from '../../../dialogs/understanding/loadUnderstanding';

const { understand } = loadUnderstanding();
const localeOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US');
const read = (text: string, expects?: Expects) =>
  understand(text, localeOf(text), { refDate: '2026-11-23', ...(expects === undefined ? {} : { expects }) });

describe('a customer who sends a code when none is awaited', () => {
  it.each(['483920', 'the code is 483920', '验证码 483920', '验证码是573104', 'my code 110292', '刚收到验证码 573104'])(
    '"%s" offers nothing',
    (text) => expect(read(text)).toMatchObject({ intent: 'outOfScope', slots: {}, ambiguity: null }),
  );
  it.each(['483920 确认', 'yes 483920', '483920, ok'])('"%s" offers nothing, whatever it agrees to', (text) =>
    expect(read(text).slots).toEqual({}),
  );
  it('is not believed to pay it, though a figure was asked for', () =>
    expect(read('483920', 'monthlyAmount').slots).toEqual({}));
  it.each(['500000', '120000'])('"%s" is a round sum', (text) =>
    expect(read(text).slots).toEqual({ amount: { min: Number(text), max: Number(text) } }),
  );
  it('with a currency it is a sum', () =>
    expect(read('483920 yuan').slots).toEqual({ amount: { min: 483920, max: 483920 } }));
});

describe('a customer who sends the endings with something beside them', () => {
  it.each([
    ['8801 310X please stop calling me', 'contactPreference'],
    ['6688 1234 别再打电话了', 'contactPreference'],
    ['8801 310X, I want a person', 'human'],
    ['6688 1234 转人工', 'human'],
  ])('"%s" does one thing, and offers nothing', (text, intent) => {
    const turn = read(text);
    expect(turn.acts.map((act) => act.intent)).toEqual([intent]);
    expect(turn).toMatchObject({ ambiguity: null });
    expect(turn.slots.amount).toBeUndefined();
  });
});

describe('a customer who holds two offers side by side', () => {
  it.each([
    ['2 against 3', undefined],
    ['plan 2 vs plan 3', undefined],
    ['1 compared with 3', undefined],
    ['2 or 3', 'offer'],
    ['1 or 3?', 'offer'],
    ['2跟3比', 'offer'],
    ['1对比3', undefined],
    ['方案一和方案三对比一下', undefined],
    ['1还是2', 'offer'],
  ] as const)('"%s" chooses neither', (text, expects) =>
    expect(read(text, expects)).toMatchObject({ intent: 'ask.offer', slots: { aspect: 'difference' } }),
  );
  it.each([
    ['2', 'offer', { offerNumber: 2 }],
    ['500 or 800', 'monthlyAmount', { monthlyAmount: { min: 500, max: 800 } }],
    ['2到3', 'deferMonths', {}],
  ] as const)('"%s" holds no two offers', (text, expects, slots) => expect(read(text, expects).slots).toEqual(slots));
});
