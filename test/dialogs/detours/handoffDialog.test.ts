// A person: at the first time of asking, from every state, with a number and a place; afterwards the talk goes on (P5).
import { Talk } from '../../support/talk';
import { ids, people, readyToSign, saying, taps, valuesOf, verified, withOffers } from '../saying';

const states: readonly (readonly [string, () => Promise<Talk>])[] = [
  ['at the very beginning', () => Talk.begin()],
  ['after an answer', async () => after(await Talk.begin(), '征信多久能消')],
  ['asked for the check', async () => after(await Talk.begin(), '我一共欠多少')],
  ['locked out', async () => after(await Talk.begin(), '我一共欠多少', '6688 0000', '6688 0001', '6688 0002')],
  ['asked for a figure', async () => after(await verified(people.canonical), '能分期吗')],
  ['with offers on the table', () => withOffers()],
  ['about to sign', () => readyToSign()],
  ['telling of hardship', async () => after(await verified(people.canonical), '我失业了')],
  ['naming a collector', async () => after(await Talk.begin(), '有个自称你们外包的找我，真的假的')],
  ['as somebody else', async () => after(await Talk.begin(), '你找错人了，我是他弟弟')],
  ['after a promise was read back', async () => after(await verified(people.late20), '12月1号先还3000')],
];

async function after(talk: Talk, ...texts: readonly string[]): Promise<Talk> {
  await saying(talk, ...texts);
  return talk;
}

test.each(states)('%s, one word is enough', async (_where, reach) => {
  const talk = await reach();
  const reply = await talk.say('转人工');
  expect(Number(valuesOf(reply, 'handoff.waiting').position)).toBeGreaterThanOrEqual(1);
});

test('somebody in danger is in the queue without asking, and first', async () => {
  const talk = await Talk.begin();
  const reply = await talk.say('我真的不想活了');
  expect(ids(reply)).toContain('handoff.waiting');
  const [opened] = await talk.repositories.cases.ofConversation(talk.conversationId);
  expect(opened).toMatchObject({ kind: 'vulnerable', priority: 'urgent', status: 'waiting' });
});

test('asked again, the number stays, the place is told, and the words differ', async () => {
  const talk = await Talk.begin();
  const first = await talk.say('转人工');
  const second = await talk.say('转人工');
  const third = await talk.say('转人工');
  expect(valuesOf(second, 'handoff.already').caseNumber).toBe(valuesOf(first, 'handoff.waiting').caseNumber);
  expect(valuesOf(second, 'handoff.already').position).toBe('1');
  expect(third.text).not.toBe(second.text);
});

test('questions are still answered while waiting', async () => {
  const talk = await withOffers();
  const reply = await saying(talk, '转人工', '征信多久能消');
  expect(ids(reply)).toEqual(expect.arrayContaining(['question.answer', 'negotiation.resume']));
});

test('somebody else, waiting, is offered nothing about money', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '你找错人了，我是他弟弟', '转人工');
  expect(ids(reply)).toEqual(['handoff.waiting']);
  expect(taps(reply)).toEqual([]);
});

test('after hours it is said when the desk opens', async () => {
  const talk = await Talk.begin({ now: '2026-11-23T14:30:00.000Z' });
  expect(valuesOf(await talk.say('转人工'), 'handoff.closed').opens).toMatch(/\d/);
});
