// Which offer somebody points at, and when "one" is no number.
import { numberPicked } from '../../../../../dialogs/detours/money/table/choiceWords';

test.each(['不合适，换一个', '换一种吧', '要不换一款', '来一个', '给我换一样'])(
  '%s asks for another offer and chooses none',
  (text) => {
    expect(numberPicked(text, 'zh-CN', [])).toBeUndefined();
  },
);

test.each([
  ['算了换成第三个', 3],
  ['就第一个吧', 1],
  ['选一', 1],
  ['还是要二号方案', 2],
  ['换成3', 3],
] as const)('%s chooses offer %i', (text, number) => {
  expect(numberPicked(text, 'zh-CN', [])).toBe(number);
});

test.each(["I'd like another one", 'give me one that is cheaper'])('%s chooses none', (text) => {
  expect(numberPicked(text, 'en-US', [])).toBeUndefined();
});
