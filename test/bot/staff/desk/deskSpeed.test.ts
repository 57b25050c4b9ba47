// A busy day at the desk: a thousand conversations wait, and the queue and new words are there at once.
import type { Queue } from '../../../../bot/staff/contract/desk';
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import { openPage } from '../../support/pageTalk';
import { testNow } from '../../support/runningHouse';
import { startConsole } from '../support/consoleHouse';
import { listenTo } from '../support/eventStream';

const waiting = (n: number): DeskConversation => ({
  conversationId: `waiting-${n}`,
  conversation: `emulator/waiting-${n}`,
  channelId: 'emulator',
  reference: {},
  caseNumber: `CS-${n}`,
  reason: 'person',
  priority: n % 50 === 0 ? 'urgent' : 'normal',
  locale: 'zh-CN',
  status: 'waiting',
  waitingSince: new Date(Date.parse(testNow) - n * 1000).toISOString(),
  lastWords: '<img src=x onerror=alert(1)>',
  customerId: null,
  agent: null,
  takenAt: null,
  firstTakenAt: null,
  callback: null,
  outcome: null,
  endedAt: null,
});

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

test('the queue of a thousand opens quickly and in order; words reach the agent at once', async () => {
  const first = await startConsole();
  const { deskConversations } = first.house.repositories;
  for (let n = 1; n <= 1000; n++) await deskConversations.put(waiting(n), null);
  await first.stop('keepData');
  const house = await startConsole({}, first.dataDir);
  try {
    const agent = await house.staff('agent');
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const began = performance.now();
      const { body } = await agent.get<Queue>('desk/queue');
      times.push(performance.now() - began);
      expect(body.waiting).toBe(1000);
      expect(body.items.slice(0, 20).every((item) => item.priority === 'urgent')).toBe(true);
      expect(body.items[0]?.caseNumber).toBe('CS-1000');
      // Words of customers are words: JSON, never markup.
      expect(body.items[0]?.lastWords).toBe('<img src=x onerror=alert(1)>');
    }
    const talk = await openPage(house.address);
    await talk.say('转人工');
    const stream = await listenTo(agent, 'desk/events');
    await stream.until(({ name }) => name === 'ready');
    const delays: number[] = [];
    for (let n = 0; n < 9; n++) {
      const began = performance.now();
      await Promise.all([
        talk.say(`word ${n}`),
        stream
          .until(({ name, data }) => name === 'message' && (data.entry as { text: string }).text === `word ${n}`)
          .then(({ at }) => delays.push(at - began)),
      ]);
    }
    stream.close();
    process.stderr.write(
      `queue of 1,000: ${Math.round(median(times))} ms; words to the agent: ${Math.round(median(delays))} ms (medians)\n`,
    );
    // The figures are printed to look at; a busy machine fails nobody's change.
    expect(delays).toHaveLength(9);
  } finally {
    await house.stop();
  }
});
