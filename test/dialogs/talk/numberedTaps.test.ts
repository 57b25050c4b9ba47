// Where buttons are lines with numbers: which number each has, and how people choose one of them.

import { certainTurn } from '../../../data/domain/customer/customerTurn';
import { numbersOf, tapByNumber } from '../../../dialogs/talk/channel/numberedTaps';
import { newConversationState } from '../../../dialogs/talk/conversationState';
import type { MessageId } from '../../../dialogs/text/messages';

type State = ReturnType<typeof newConversationState>;
const tap = (id: MessageId, title: string, values: Record<string, unknown> = {}) =>
  ({
    id,
    values,
    title,
    turn: certainTurn('greeting'),
  }) as unknown as State['taps'][number];
const talk = (taps: State['taps'], more: Partial<State> = {}): State => ({
  ...newConversationState('zh-CN', '2026-11-23'),
  taps,
  ...more,
});
const opening = talk([
  tap('button.balance', '查我的账户'),
  tap('button.plan', '办分期'),
  tap('button.human', '转人工'),
]);

test.each([
  '2',
  '２',
  '②',
  '❷',
  '2.',
  '2、',
  '2）',
  '(2)',
  '（2）',
  '【2】',
  '"2"',
  '2。',
  '二',
  '第二个',
  '第2个',
  '第二项',
  '选第二个',
  '我选第二个',
  '就第二个吧',
  '要第二个',
  '回复2',
  '回2',
  '按2',
  '选2',
  '我选2',
  '选二',
  '选项2',
  '就选2吧',
  'two',
  'second',
  'the second',
  'the second one',
  'The second one please',
  '2nd',
  'the 2nd option',
  'option 2',
  'Option two',
  'number 2',
  'no 2',
  '#2',
  'reply 2',
  "I'll take the second one",
  'I’ll go with option 2',
])('"%s" chooses the second', (typed) => {
  expect(tapByNumber(typed, opening)).toBe('办分期');
});

test.each(['最后一个', '选最后一个', 'the last one', 'last'])('"%s" chooses the last', (typed) => {
  expect(tapByNumber(typed, opening)).toBe('转人工');
});

test.each([
  '4',
  '0',
  '22',
  '2000',
  '2千',
  '2万',
  '2期',
  '2个月',
  '2号',
  '2月',
  '每月2百',
  '第二天',
  '第二期',
  '一次还清',
  '办分期',
  '我有两张卡',
  'two cards',
  'second thoughts',
  'for 2 months',
  '6688 1234',
  '确认',
  '',
  'no',
  '二十',
  '1/2',
  '1,2',
])('"%s" chooses nothing by its number', (typed) => {
  expect(tapByNumber(typed, opening)).toBeUndefined();
});

test('an offer keeps its number, and what else can be tapped comes after the offers', () => {
  const taps = [
    tap('button.choose', '选2', { number: 2 }),
    tap('button.hardshipReview', '困难复核'),
    tap('button.human', '转人工'),
  ];
  expect(numbersOf(taps)).toEqual([2, 3, 4]);
  expect(tapByNumber('2', talk(taps))).toBe('选2');
  expect(tapByNumber('第二个', talk(taps))).toBe('选2');
  expect(tapByNumber('1', talk(taps))).toBeUndefined();
  expect(tapByNumber('4', talk(taps))).toBe('转人工');
});

test('asked for a day or for months, a bare small number is that; what is plainly a choice is a choice', () => {
  const asked = talk([tap('button.human', '转人工')], { expects: 'dueDay' });
  expect(tapByNumber('1', asked)).toBeUndefined();
  expect(tapByNumber('①', asked)).toBe('转人工');
  expect(tapByNumber('回复1', asked)).toBe('转人工');
  const twoDays = talk([tap('button.day', '2026年12月5日'), tap('button.day', '2026年5月12日')], {
    expects: 'payDate',
  });
  expect(tapByNumber('1', twoDays)).toBe('2026年12月5日');
});

test('asked what can be paid a month, nobody means one yuan', () => {
  const asked = talk([tap('button.unsure', '不确定'), tap('button.human', '转人工')], { expects: 'monthlyAmount' });
  expect(tapByNumber('1', asked)).toBe('不确定');
});
