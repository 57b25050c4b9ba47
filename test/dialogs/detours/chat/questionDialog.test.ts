// Ask: the approved answer with source and date; personal after the check only; back to the thread.
import { Talk } from '../../../support/talk';
import { audited, ids, people, saying, taps, valuesOf, verified } from '../../saying';

const questions = [
  '逾期三个月会怎样',
  '征信多久能消',
  '利息怎么算的',
  '会不会坐牢',
  '你们会上门吗',
  '为什么转给外包公司',
  '只还最低可以吗',
  '每个月还一点行不行',
  '什么条件能办个性化分期',
  '会告诉我家里人吗',
  '网上说交钱就能停息挂账是真的吗',
  '卡还能刷吗',
];

test.each(questions)(
  '"%s" is answered with a source and a date, and nothing personal before the check',
  async (words) => {
    const talk = await Talk.begin();
    const reply = await talk.say(words);
    const { source, asOf } = valuesOf(reply, 'question.answer');
    expect(source).not.toBe('');
    expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(ids(reply).filter((id) => /^question\.personal|^account\./.test(id))).toEqual([]);
    expect(taps(reply)).toEqual(expect.arrayContaining(['button.verify', 'button.human']));
  },
);

test('after the check the answer about part payments is about this account: from day 91 principal first', async () => {
  const late = await verified(people.canonical);
  expect(valuesOf(await late.say('每个月还一点行不行'), 'question.personalFrom91').daysPastDue).toBe('457');
  const early = await verified(people.late20);
  expect(valuesOf(await early.say('每个月还一点行不行'), 'question.personalUntil90').daysPastDue).toBe('20');
});

test('asked about prison, the principal is set against the threshold of the law and no threat is made', async () => {
  const talk = await verified(people.canonical);
  expect(valuesOf(await talk.say('会不会坐牢'), 'question.personalPrincipalBelow').principal).toBe('20,000.00');
});

test('which approved answer was given is in the audit log', async () => {
  const talk = await Talk.begin();
  await talk.say('征信多久能消');
  const [event] = await audited(talk, 'answered');
  expect(event?.inputs).toMatchObject({ intent: 'ask.creditReport', answerId: expect.stringMatching(/.+/) });
});

test('a yes to "shall I look at your own card" begins the check', async () => {
  const talk = await Talk.begin();
  await talk.say('征信多久能消');
  expect(ids(await talk.say('好的'))).toEqual(['verify.ask']);
});

const answered = (reply: Awaited<ReturnType<Talk['say']>>, part: RegExp) =>
  expect(valuesOf(reply, 'question.answer').text).toMatch(part);

test.each([
  ['zh-CN', '逾期会不会坐牢', '那五万以上呢', /5万/],
  ['zh-CN', '征信多久能消', '那5年从哪天算', /从还清那天/],
  ['en-US', 'can I go to jail for this', 'so over what period?', /3 months|three/],
] as const)(
  'a question that goes on from the last answer is heard in its topic (%s: %s · %s)',
  async (locale, first, next, part) => {
    const talk = await Talk.begin({ locale });
    answered(await saying(talk, first, next), part);
  },
);

test.each([
  ['zh-CN', '我这张卡每天滚多少利息'],
  ['en-US', 'how much interest is my card charged a day'],
] as const)('after the check, interest is told in the customer’s own figures first (%s)', async (locale, asked) => {
  const talk = await verified(people.canonical, locale);
  const reply = await talk.say(asked);
  expect(ids(reply)[0]).toBe('account.interest');
  expect(valuesOf(reply, 'account.interest')).toMatchObject({ perDay: '10.00', interest: '4,931.20' });
});

test('several questions in one message: the main one in full, the next in one line, within six lines', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '你好', '会不会坐牢，还有征信多久能消');
  expect(ids(reply).filter((id) => id === 'question.answer')).toHaveLength(1);
  expect(ids(reply)).toContain('question.gist');
});

test('the offer of a check is made once a topic', async () => {
  const talk = await Talk.begin();
  expect(ids(await saying(talk, '会不会坐牢'))).toContain('question.offerVerify');
  expect(ids(await talk.say('那会被起诉吗'))).not.toContain('question.offerVerify');
});
