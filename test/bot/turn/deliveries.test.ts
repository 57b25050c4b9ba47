// Replies that a channel did not take: they keep their order, answer their own message, and hold up nobody.
import { type Emulator, startEmulator } from '../support/emulator';
import { type RunningHouse, startHouse } from '../support/runningHouse';

// Real files and sockets: slow on a busy machine, and not judged by time.
jest.setTimeout(120_000);

let house: RunningHouse;
let emulator: Emulator;
beforeAll(async () => {
  house = await startHouse();
  emulator = await startEmulator(() => house.address);
});
afterAll(async () => {
  await house.stop();
  await emulator.close();
});
afterEach(() => {
  emulator.refusing = false;
  emulator.answerWith = null;
});

const until = async (isSo: () => boolean): Promise<void> => {
  for (let wait = 0; wait < 500 && !isSo(); wait++) await new Promise((resolve) => setTimeout(resolve, 20));
};
const arrivedIn = (conversationId: string) =>
  emulator.received.filter((reply) => reply.conversation?.id === conversationId);

it('replies that failed twice arrive before the third one, each as an answer to its own message', async () => {
  const talk = emulator.conversation();
  await talk.arrive();
  const before = arrivedIn(talk.conversationId).length;
  emulator.refusing = true;
  await talk.send({ id: 'one', type: 'message', text: '转人工' });
  await talk.send({ id: 'two', type: 'message', text: '会怎么样' });
  emulator.refusing = false;
  await talk.send({ id: 'three', type: 'message', text: '你好' });
  const replies = arrivedIn(talk.conversationId).slice(before);
  expect(replies.map(({ replyToId }) => replyToId)).toEqual(['one', 'two', 'three']);
});

it('a reply does not overtake an older one that the channel fails while it takes the newer', async () => {
  const talk = emulator.conversation();
  await talk.arrive();
  emulator.refusing = true;
  await talk.send({ id: 'older', type: 'message', text: '转人工' });
  emulator.refusing = false;
  emulator.answerWith = ({ replyToId }) => (replyToId === 'older' ? 403 : 200);
  expect((await talk.send({ id: 'newer', type: 'message', text: '会怎么样' })).replies).toEqual([]);
  emulator.answerWith = null;
  const { replies } = await talk.send({ id: 'newest', type: 'message', text: '你好' });
  expect(replies.map(({ replyToId }) => replyToId)).toEqual(['older', 'newer', 'newest']);
});

it('words that the channel itself will not take stop holding up newer ones', async () => {
  const talk = emulator.conversation();
  await talk.arrive();
  emulator.answerWith = ({ replyToId }) => (replyToId === 'bad' ? 400 : 200);
  await talk.send({ id: 'bad', type: 'message', text: '转人工' });
  await talk.send({ id: 'next-1', type: 'message', text: '会怎么样' });
  const { replies } = await talk.send({ id: 'next-2', type: 'message', text: '你好' });
  expect(replies.map(({ replyToId }) => replyToId)).toEqual(['next-1', 'next-2']);
});

it('a customer whose channel drips its answers for ever is heard again, and others are answered meanwhile', async () => {
  const [slow, other] = [emulator.conversation(), emulator.conversation()];
  await slow.arrive();
  await other.arrive();
  emulator.answerWith = ({ conversation }) => (conversation?.id === slow.conversationId ? 'drip' : 200);
  const hanging = slow.send({ id: 'hangs', type: 'message', text: '转人工' });
  expect(await other.say('会怎么样')).not.toBe('');
  const second = slow.send({ id: 'behind', type: 'message', text: '会怎么样' });
  expect((await hanging).status).toBe(200);
  expect((await second).status).toBe(200);
  expect(await house.house.repositories.cases.ofConversation(slow.conversationId)).toHaveLength(1);
  emulator.answerWith = null;
  await slow.send({ id: 'after', type: 'message', text: '你好' });
  await until(() => arrivedIn(slow.conversationId).some(({ replyToId }) => replyToId === 'after'));
  const order = arrivedIn(slow.conversationId).map(({ replyToId }) => replyToId);
  expect(order.slice(-3)).toEqual(['hangs', 'behind', 'after']);
});

it('an answer that failed is not sent after a restart once the customer has asked for quiet elsewhere', async () => {
  const [quiet, keen] = [emulator.conversation('quiet-user'), emulator.conversation('keen-user')];
  for (const talk of [quiet, keen]) {
    await talk.arrive();
    emulator.refusing = true;
    await talk.send({ type: 'message', text: '转人工' });
    emulator.refusing = false;
  }
  await house.house.repositories.contactPreferences.put(
    {
      customerId: 'address:emulator:quiet-user',
      ceased: true,
      reason: 'asked',
      until: null,
      changedAt: '2026-11-23T02:31:00.000Z',
      wish: '',
    },
    null,
  );
  const before = [quiet, keen].map(({ conversationId }) => arrivedIn(conversationId).length);
  await house.stop('keepData');
  house = await startHouse(house.dataDir);
  await until(() => arrivedIn(keen.conversationId).length > (before[1] ?? 0));
  expect([quiet, keen].map(({ conversationId }) => arrivedIn(conversationId).length)).toEqual([
    before[0],
    (before[1] ?? 0) + 1,
  ]);
});
