// npm run answers: what its cases and its check say, without a process of its own.
import { readAnswerCases, runAnswerCases, scoreByLocale } from '../../../bot/cli/parts/answers/answerCases';
import { problemsOfAnswers, questionsLeast } from '../../../bot/cli/parts/answers/answerCheck';
import { readShippedData } from '../../../bot/config/shippedData';
import { certainTurn } from '../../../data/domain/customer/customerTurn';

const { knowledge, utteranceRules: rules, bank } = readShippedData();
const understanding = {
  modelVersion: 'none',
  understand: () => certainTurn('ask.cardStatus'),
  readingsOf: () => [{ intent: 'ask.cardStatus' as const, probability: 1 }],
};
const today = '2026-11-23';
const [lost] = knowledge.answers.filter(({ id }) => id === 'cardLost');
if (lost === undefined) throw new Error('There is no answer cardLost.');

test('a line that is no case is told by its number, and the others are asked', () => {
  const { cases, unreadable } = readAnswerCases(
    '{"text":"卡丢了怎么挂失","locale":"zh-CN","id":"cardLost"}\nnonsense\n{"text":"","locale":"zh-CN","id":"x"}\n{"text":"I lost my card","locale":"en-US","id":"cardClosing"}\n',
  );
  expect(unreadable).toEqual([
    { line: 2, why: 'this is not JSON' },
    { line: 3, why: expect.stringMatching(/^text/) },
  ]);
  const outcomes = runAnswerCases(cases, knowledge, understanding, today);
  expect(scoreByLocale(outcomes)).toEqual({
    n: 2,
    right: 1,
    share: 0.5,
    byLocale: { 'zh-CN': { n: 1, right: 1, share: 1 }, 'en-US': { n: 1, right: 0, share: 0 } },
  });
});

test('an answer that is over, that our own guard stops or that nobody tries is named with field and reason', () => {
  const threat = { 'zh-CN': '会坐牢的', 'en-US': 'Call us.' };
  const answers = [{ ...lost, asOf: '2026-12-01', endsOn: '2026-11-01', short: threat }];
  const problems = problemsOfAnswers({
    answers,
    cases: [{ text: '?', locale: 'zh-CN', id: 'gone' }],
    rules,
    bank,
    today,
  });
  expect(problems).toEqual([
    expect.stringContaining('asOf: 2026-12-01 is in the future'),
    expect.stringContaining('endsOn: ended on 2026-11-01'),
    expect.stringMatching(/short\.zh-CN: our own guard stops “.*坐牢.*” \(threatJail\.zh\)/),
    expect.stringContaining(`0 test questions in zh-CN, ${questionsLeast} are needed`),
    expect.stringContaining(`0 test questions in en-US, ${questionsLeast} are needed`),
    'test questions ask for gone, which is no answer',
  ]);
});
