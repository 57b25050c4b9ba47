// Ask: the approved answer with source and date; personal after the check only; back to the thread.
import { Talk } from '../../../support/talk';
import { audited, ids, people, taps, valuesOf, verified } from '../../saying';

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
