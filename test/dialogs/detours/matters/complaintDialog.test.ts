// A complaint: a number and a time limit, the regulator's lines, the agency noted; no check is asked for.
import { Talk } from '../../../support/talk';
import { ids, people, saying, valuesOf, verified } from '../../saying';

test('anybody can complain, and is given a number, the days, the lines and the police', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '你好', '催收骂我还打我爸妈电话');
  expect(ids(reply)).toEqual(['complaint.opened', 'complaint.lines', 'complaint.danger', 'complaint.askWhen']);
  expect(valuesOf(reply, 'complaint.opened')).toMatchObject({ days: '15', hardCaseDays: '60' });
});

test('the agency that has the account is named in the case', async () => {
  const talk = await verified(people.canonical);
  await talk.say('催收骂我还打我爸妈电话');
  const cases = await talk.repositories.cases.ofConversation(talk.conversationId);
  expect(cases).toMatchObject([{ kind: 'complaint', agencyId: 'AGY-01', dueOn: '2026-12-08' }]);
});

test('in the middle of signing it is taken, and the signing waits', async () => {
  const talk = await verified(people.canonical);
  await saying(talk, '能分期吗', '每个月最多还800', '选1');
  expect(ids(await talk.say('催收骂我还打我爸妈电话'))).toEqual(
    expect.arrayContaining(['complaint.opened', 'agreement.resume']),
  );
});

test.each([
  ['zh-CN', '有人催我'],
  ['en-US', 'someone is chasing me'],
] as const)('the words that we ask for in %s are a complaint and no alarm', async (locale, words) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(words))).toContain('complaint.opened');
});

test('when and who are asked one at a time, may be skipped, and are kept with the case', async () => {
  const talk = await Talk.begin();
  expect(ids(await talk.say('我要投诉，催收骂人'))).toContain('complaint.askWhen');
  expect(ids(await talk.say('昨天晚上十一点'))).toEqual(['complaint.noted', 'complaint.askWho']);
  const last = await talk.say('跳过');
  expect(ids(last)).toEqual(['complaint.kept']);
  const { caseNumber = '' } = valuesOf(last, 'complaint.kept');
  expect((await talk.repositories.cases.get(caseNumber))?.lastWords).toContain('昨天晚上十一点');
});
