// What `npm run talk` says of the replies of a set beside right and wrong: too long, the same again, an either-or.
import type { PlayedCase, PlayedStep } from '../../../bot/cli/parts/talk/playCase';
import { talkResult } from '../../../bot/cli/parts/talk/score';

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `line ${index}`).join('\n');
const step = (text: string, said: readonly string[] = []): PlayedStep => ({
  say: 'hello',
  words: text,
  text,
  said,
  faults: [],
  judged: true,
});
const played = (...steps: readonly PlayedStep[]): readonly PlayedCase[] => [
  { talk: { id: 'a', locale: 'en-US', kind: 'x', steps: [] }, steps },
];

test('a reply of seven lines is long, one with offers or terms read back is not', () => {
  const { style } = talkResult(
    played(
      step(lines(6)),
      step(lines(7)),
      step(lines(9), ['negotiation.offer.two', 'negotiation.offer.line']),
      step(lines(12), ['agreement.readBack']),
    ),
  );
  expect(style.long).toBe(0.25);
});

test('the same words twice in a row are counted, with another reply between they are not', () => {
  expect(talkResult(played(step('a'), step('a'), step('b'), step('a'))).style.repeated).toBe(0.25);
});

test('a question which of two readings was meant is an either-or', () => {
  expect(talkResult(played(step('a', ['clarify.either']), step('b', ['chat.thanks']))).style.eitherOr).toBe(0.5);
});
