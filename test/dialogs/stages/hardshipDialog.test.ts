// Hardship: listens first, opens one review, lists the evidence, rests contact; no price talk before that.
import { certainTurn } from '../../../data/domain/customer/customerTurn';
import { hardshipReasonIn } from '../../../dialogs/stages/hardship/hardshipReason';
import { Talk } from '../../support/talk';
import { dialogClient } from '../dialogClient';
import { audited, ids, people, saying, taps, valuesOf, verified } from '../saying';

test('the sum owed is not the first thing that someone who lost a job reads', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '我失业了', people.canonical);
  expect(ids(reply)).toEqual(['verify.done', 'hardship.recorded', 'hardship.needs.work', 'hardship.askBudget']);
  expect(taps(reply)).toContain('button.human');
});

test('contact rests until the day that is told', async () => {
  const talk = await verified(people.canonical);
  const reply = await talk.say('我失业了');
  const [event] = await audited(talk, 'hardship');
  const wish = await talk.repositories.contactPreferences.get(event?.customerId ?? '');
  expect(wish).toMatchObject({
    ceased: true,
    reason: 'hardship',
    until: valuesOf(reply, 'hardship.recorded').holdUntil,
  });
});

test('told twice, there is one case and the list is not read out again', async () => {
  const talk = await verified(people.canonical);
  await saying(talk, '我失业了', '上个月公司倒闭了');
  const reply = await talk.say('我失业了');
  expect(ids(reply)).toEqual(['hardship.noted']);
  const cases = await talk.repositories.cases.ofConversation(talk.conversationId);
  expect(cases.filter(({ kind }) => kind === 'hardship')).toHaveLength(1);
});

test('whatever story is told is taken as told, and a plan is one tap away', async () => {
  const talk = await verified(people.english, 'en-US');
  await talk.say('I lost my job');
  const reply = await talk.say("it's my back, I can't stand for long");
  expect(ids(reply)).toEqual(['hardship.noted']);
  expect(taps(reply)).toContain('button.plan');
});

test('a question in between is answered and the story is still waited for', async () => {
  const talk = await verified(people.canonical);
  await talk.say('我失业了');
  expect(ids(await talk.say('征信多久能消'))).toEqual(
    expect.arrayContaining(['question.answer', 'hardship.askBudget']),
  );
});

test('danger in the story comes before everything', async () => {
  const talk = await verified(people.canonical);
  expect(ids(await saying(talk, '我失业了', '我真的不想活了'))).toContain('vulnerable.first');
});

test.each([
  ['刚查出来肺癌 正化疗', 'illness'],
  ['厂子倒了我们全被裁了', 'work'],
  ['家里着了火灾', 'disaster'],
  ['生意黄了欠一屁股', 'income'],
  ['my wife passed away and i have nothing', 'bereaved'],
  ["husband's on a ventilator, only i earn", 'illness'],
  ['i was made redundant', 'work'],
] as const)('the papers that fit "%s" are those of %s', (words, reason) => {
  expect(hardshipReasonIn(words)).toBe(reason);
});

test('income and outgoings are thanked for and never taken as an offer', async () => {
  const talk = await dialogClient({
    失业了: certainTurn('hardship'),
    '收入2600，开销3000': certainTurn('budget', {
      income: { min: 2600, max: 2600 },
      expenses: { min: 3000, max: 3000 },
    }),
  });
  await talk.say('失业了');
  await talk.say('3202 5526');
  const said = await talk.say('收入2600，开销3000');
  expect(said.map(({ id }) => id)).toEqual(['hardship.budget', 'hardship.noted']);
});
