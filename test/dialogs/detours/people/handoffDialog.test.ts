// A person: at the first time of asking, from every state, with a number and a place; afterwards the talk goes on (P5).
import { Talk } from '../../../support/talk';
import { ids, people, readyToSign, saying, taps, valuesOf, verified, withOffers } from '../../saying';

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
  // Nobody at risk is told a rank.
  expect(ids(reply)).toContain('handoff.urgent');
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

const desk = async (talk: Talk) => talk.repositories.deskConversations.get(talk.conversationId);
const open = async (talk: Talk) =>
  (await talk.repositories.cases.ofConversation(talk.conversationId)).filter(({ status }) => status !== 'closed');

test('locked out and asking for a person: one place, one case, and the time of the lock-out counts', async () => {
  const talk = await after(await Talk.begin(), '我一共欠多少', '6688 0000', '6688 0001', '6688 0002');
  const locked = await desk(talk);
  expect(locked).toMatchObject({ status: 'waiting', reason: 'identityLocked' });
  talk.wait(300);
  const told = valuesOf(await talk.say('转人工'), 'handoff.waiting');
  expect(told).toMatchObject({ caseNumber: locked?.caseNumber, position: '1' });
  expect(await desk(talk)).toMatchObject({ waitingSince: locked?.waitingSince, caseNumber: locked?.caseNumber });
  expect(await open(talk)).toHaveLength(1);
});

test('the position is this person’s own, and the urgent are ahead of it whenever they came', async () => {
  const talk = await Talk.begin();
  expect(valuesOf(await talk.say('转人工'), 'handoff.waiting').position).toBe('1');
  const first = talk.conversationId;
  talk.newConversation();
  talk.userId = 'another';
  talk.wait(1);
  expect(valuesOf(await talk.say('转人工'), 'handoff.waiting').position).toBe('2');
  const second = talk.conversationId;
  talk.newConversation();
  talk.userId = 'third';
  talk.wait(1);
  await talk.say('我真的不想活了');
  for (const [conversationId, userId, position] of [
    [first, 'customer', '2'],
    [second, 'another', '3'],
  ] as const) {
    talk.conversationId = conversationId;
    talk.userId = userId;
    expect(valuesOf(await talk.say('转人工'), 'handoff.already').position).toBe(position);
  }
});

test('someone who waits and then is in danger goes to the front at once, with the same number and time, and no rank', async () => {
  const talk = await Talk.begin();
  const { caseNumber } = valuesOf(await talk.say('转人工'), 'handoff.waiting');
  const before = await desk(talk);
  talk.wait(60);
  const reply = await talk.say('我真的不想活了');
  expect(valuesOf(reply, 'handoff.urgent').caseNumber).toBe(caseNumber);
  expect(await desk(talk)).toMatchObject({
    priority: 'urgent',
    reason: 'vulnerable',
    caseNumber,
    waitingSince: before?.waitingSince,
  });
  expect(await open(talk)).toMatchObject([{ caseNumber, kind: 'vulnerable', priority: 'urgent' }]);
  const asked = await talk.say('转人工');
  expect(asked.said.filter(({ values }) => 'position' in values)).toEqual([]);
});

test('a call-back that was agreed stands when the customer asks again', async () => {
  const talk = await Talk.begin();
  await talk.say('转人工');
  const kept = await talk.repositories.deskConversations.kept(talk.conversationId);
  if (kept === undefined) throw new Error('in the queue');
  const callback = { date: '2026-11-23', from: '15:00', until: '15:30' };
  await talk.repositories.deskConversations.put({ ...kept.record, callback }, kept.version);
  expect(valuesOf(await talk.say('转人工'), 'handoff.callback')).toMatchObject({ from: '15:00', until: '15:30' });
  expect(await desk(talk)).toMatchObject({ callback });
});

test('a customer who goes on in another conversation takes the place along, with the time already waited', async () => {
  const talk = await verified(people.late20);
  const { caseNumber } = valuesOf(await talk.say('转人工'), 'handoff.waiting');
  const [before, left] = [await desk(talk), talk.conversationId];
  talk.newConversation();
  talk.wait(600);
  await saying(talk, '我一共欠多少', people.late20);
  expect(valuesOf(await talk.say('转人工'), 'handoff.waiting').caseNumber).toBe(caseNumber);
  expect(await desk(talk)).toMatchObject({ status: 'waiting', waitingSince: before?.waitingSince });
  expect((await talk.repositories.deskConversations.get(left))?.status).toBe('returned');
});

test('a case opened before the check belongs to the customer once they are known', async () => {
  const talk = await Talk.begin();
  await talk.say('你们的人骂我，我要投诉');
  const [anonymous] = await open(talk);
  expect(anonymous?.customerId).toBeNull();
  await saying(talk, '我一共欠多少', people.late20, '你们的人骂我，我要投诉');
  const found = await talk.repositories.cases.get(anonymous?.caseNumber ?? '');
  expect(found?.customerId).not.toBeNull();
});
