// A sign that an answer is being written: where it takes long, where the channel draws it, and never after the answer.
import { type Activity, TestAdapter, type TurnContext } from 'botbuilder';
import { newLog } from '../../../bot/ops/log';
import { ShowTyping } from '../../../bot/turn/delivery/showTyping';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A turn that takes so many milliseconds; gives when signs were sent, in milliseconds from its beginning. */
async function signsDuring(turnMs: number, activity: Partial<Activity>): Promise<number[]> {
  const sent: number[] = [];
  const began = Date.now();
  class Recording extends TestAdapter {
    override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]) {
      expect(activities.map(({ type }) => type)).toEqual(['typing']);
      sent.push(Date.now() - began);
      return [{ id: '' }];
    }
  }
  const adapter = new Recording(async () => {
    await new Promise((resolve) => setTimeout(resolve, turnMs));
  });
  adapter.use(new ShowTyping(newLog('silent')));
  const turn = adapter.receiveActivity({ type: 'message', text: '你好', ...activity });
  await jest.advanceTimersByTimeAsync(turnMs + 20_000);
  await turn;
  return sent;
}

it('is not shown for an answer that is there at once', async () => {
  expect(await signsDuring(900, { channelId: 'msteams' })).toEqual([]);
});

it('is shown after a second, again while it lasts, and not once the answer is there', async () => {
  expect(await signsDuring(8_000, { channelId: 'msteams' })).toEqual([1_000, 4_000, 7_000]);
});

it.each([
  [{ channelId: 'wechat' }],
  [{ channelId: 'sms' }],
  [{ channelId: 'unknown' }],
  [{ channelId: 'msteams', deliveryMode: 'expectReplies' }],
  [{ channelId: 'msteams', type: 'conversationUpdate' }],
])('is not shown for %j', async (activity) => {
  expect(await signsDuring(8_000, activity)).toEqual([]);
});
