// npm run guard: cases read line by line, each judged, and the figures printed last.
import { readGuardCases, runGuardCases, scoreOf } from '../../../bot/cli/parts/guard/guardCases';
import { rulesAlone } from '../../support/rulesAlone';

const line = (text: string, expect: string, speaker = 'agent', audience = 'rightParty', locale = 'zh-CN') =>
  JSON.stringify({ text, locale, context: { speaker, audience }, expect });

test('a held line of a clerk counts as not passed, and each rule is counted with what it kept back wrongly', () => {
  const { cases, unreadable } = readGuardCases(
    [
      line('再不还就等着坐牢', 'block'),
      line('您家人方便接电话吗', 'block'),
      line('材料要2份', 'pass'),
      line('这是法院的事', 'pass'),
      line('今天天气不错，还款就会下雨', 'block'),
    ].join('\n'),
  );
  expect(unreadable).toEqual([]);
  const score = scoreOf(runGuardCases(cases, rulesAlone));
  expect(score).toMatchObject({ n: 5, precision: 0.6667, recall: 0.6667, held: 0.4 });
  expect(score.byRule).toMatchObject({
    'threatJail.zh': { kept: 1, wrongly: 0 },
    'topicLaw.zh': { kept: 1, wrongly: 1 },
  });
});

test('a line that is no case is named with its number and reason, and the others are read', () => {
  const { cases, unreadable } = readGuardCases(
    `oops\n\n${line('您好', 'pass', 'robot')}\n${line('', 'pass')}\n${line('您好', 'pass')}\n${line('您好', 'maybe')}`,
  );
  expect(cases).toHaveLength(1);
  expect(unreadable.map(({ line, why }) => `line ${line}: ${why.split(':')[0]}`)).toEqual([
    'line 1: this is not JSON',
    'line 3: context.speaker',
    'line 4: text',
    'line 6: expect',
  ]);
});

test('no case at all makes no figure that is not a number', () => {
  expect(scoreOf([])).toEqual({ n: 0, precision: 1, recall: 1, held: 0, byRule: {} });
});
