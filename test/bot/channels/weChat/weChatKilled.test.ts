// The process ends at any moment while the platform brings messages: each is answered, and acted on once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RealProcess, startProcess } from '../../support/realProcess';
import { weChatAccount, weChatEnvironmentOf } from '../../support/weChatHouse';
import { FakePlatform } from './platform/platform';

jest.setTimeout(240_000);

const dataDir = mkdtempSync(join(tmpdir(), 'assistant-wechat-'));
let assistant: RealProcess | null = null;
let platform: FakePlatform;
beforeAll(async () => {
  platform = await FakePlatform.start({
    account: weChatAccount,
    door: () => `${assistant?.address ?? 'http://127.0.0.1:9'}/wechat`,
  });
  assistant = await startProcess(dataDir, weChatEnvironmentOf(platform));
});
afterAll(async () => {
  await assistant?.stop();
  await platform.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it('whenever it ends, everybody who wrote is answered, and nobody is put into the queue twice', async () => {
  const numbers: string[] = [];
  for (const afterMs of [2, 12, 40]) {
    const people = Array.from({ length: 4 }, () => platform.follower());
    const sent = people.map((person) => person.send(person.message('text', { Content: '转人工' })));
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await assistant?.killHard();
    assistant = null;
    assistant = await startProcess(dataDir, weChatEnvironmentOf(platform));
    await Promise.all(sent);
    await Promise.all(people.map((person) => person.seen(1)));
    for (const { shown, faults } of people) {
      expect(faults).toEqual([]);
      // An answer that had gone in the instant of the end may be seen once more; it is the same one, of the same matter.
      const matters = new Set(shown.map(({ text }) => /CS-[\w-]+/.exec(text)?.[0]));
      expect(matters.size).toBe(1);
      expect(shown.length).toBeLessThanOrEqual(2);
      numbers.push(...[...matters].map(String));
    }
  }
  expect(new Set(numbers).size).toBe(numbers.length);
});
