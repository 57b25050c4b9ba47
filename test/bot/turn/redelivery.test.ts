// Replies that wait are tried again by themselves: many conversations side by side, none too often, each in the end.
import { newLog } from '../../../bot/ops/log';
import { Redelivery } from '../../../bot/turn/delivery/redelivery';

function newRedelivery(waiting: Set<string>, reach: (conversation: string) => Promise<boolean>) {
  let now = 0;
  const tried: string[] = [];
  const redelivery = new Redelivery({
    records: { waitingConversations: async () => [...waiting] },
    deliveries: {
      async late(conversation) {
        tried.push(conversation);
        const isDone = await reach(conversation);
        if (isDone) waiting.delete(conversation);
        return isDone;
      },
    },
    log: newLog('silent'),
    now: () => now,
  });
  return {
    tried,
    redelivery,
    /** A minute goes by, and the next sweep ends. */
    async minute() {
      now += 60_000;
      await redelivery.sweep();
    },
  };
}

const names = (count: number) => new Set(Array.from({ length: count }, (_, index) => `c-${index}`));

it('a channel that never answers holds up its own conversation and no other', async () => {
  const waiting = names(40);
  let release: (isDone: boolean) => void = () => undefined;
  const hanging = new Promise<boolean>((resolve) => {
    release = resolve;
  });
  const { redelivery } = newRedelivery(waiting, (name) => (name === 'c-0' ? hanging : Promise.resolve(true)));
  const sweep = redelivery.sweep();
  await new Promise((resolve) => setImmediate(resolve));
  expect([...waiting]).toEqual(['c-0']);
  release(true);
  await sweep;
  expect([...waiting]).toEqual([]);
});

it('never more than a few conversations are tried at once', async () => {
  let running = 0;
  let most = 0;
  const { redelivery } = newRedelivery(names(100), async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return true;
  });
  await redelivery.sweep();
  expect([most > 1, most <= 8]).toEqual([true, true]);
});

it('a conversation that cannot be reached is tried less and less often, and at once again when it has been quiet', async () => {
  const waiting = names(1);
  const { tried, minute } = newRedelivery(waiting, async () => false);
  const triesOf = async (minutes: number): Promise<number> => {
    const before = tried.length;
    for (let round = 0; round < minutes; round++) await minute();
    return tried.length - before;
  };
  expect(await triesOf(60)).toBeLessThanOrEqual(6);
  expect(await triesOf(24 * 60)).toBeGreaterThanOrEqual(23);
  waiting.clear();
  await minute();
  waiting.add('c-0');
  expect(await triesOf(1)).toBe(1);
});

it('a conversation whose delivery breaks does not end the sweep', async () => {
  const waiting = names(20);
  const { redelivery, tried } = newRedelivery(waiting, async (name) => {
    if (name === 'c-3') throw new Error('broken');
    return true;
  });
  await redelivery.sweep();
  expect([tried.length, [...waiting]]).toEqual([20, ['c-3']]);
});
