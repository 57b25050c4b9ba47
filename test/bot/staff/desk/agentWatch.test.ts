// An agent who is not heard of is warned first; only then goes what they hold back to the queue.
import { AgentWatch } from '../../../../bot/staff/desk/agentWatch';
import type { Desk } from '../../../../bot/staff/desk/desk';

function watched(timeoutSeconds: number) {
  const clock = { ms: 0 };
  const happened: string[] = [];
  const held = [{ record: { status: 'taken', agent: 'anna', conversationId: 'c1' }, version: 1 }];
  const desk = {
    parts: {
      queue: { all: () => held, tell: (event: { type: string }) => happened.push(event.type) },
      clock: () => '2026-11-23T02:00:00Z',
      log: { error: () => undefined },
    },
    step: async (_seen: unknown, { kind }: { kind: string }) => happened.push(kind),
  } as unknown as Desk;
  const watch = new AgentWatch({ desk, timeoutSeconds, ticks: () => clock.ms });
  const after = async (seconds: number) => {
    clock.ms += seconds * 1000;
    await watch.check();
    return happened.splice(0);
  };
  return { watch, after };
}

test('warned at half time, once, and given back when the time is over', async () => {
  const { watch, after } = watched(100);
  watch.seen('anna');
  expect(await after(49)).toEqual([]);
  expect(await after(2)).toEqual(['presence']);
  expect(await after(48)).toEqual([]);
  expect(await after(2)).toEqual(['release']);
});

test('an answer to the warning keeps everything', async () => {
  const { watch, after } = watched(100);
  watch.seen('anna');
  expect(await after(60)).toEqual(['presence']);
  watch.seen('anna');
  expect(await after(45)).toEqual([]);
  expect(watch.isOnline('anna')).toBe(true);
});

test('nothing is given back without a warning, even where the check itself came late', async () => {
  const { watch, after } = watched(100);
  watch.seen('anna');
  expect(await after(500)).toEqual(['presence']);
  watch.seen('anna');
  expect(await after(1)).toEqual([]);
});
