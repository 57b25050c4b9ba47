// The process is killed after every turn, and in the middle of the signature: the conversation goes on, and there is one agreement.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';
import { createRepositories } from '../../../data/store/repositories';
import { type Emulator, startEmulator } from '../support/emulator';
import { type RealProcess, startProcess } from '../support/realProcess';

// Many starts of a real process: slow on a busy machine, and not judged by time.
jest.setTimeout(300_000);

const dataDir = mkdtempSync(join(tmpdir(), 'assistant-killed-'));
const atOnce = { ASSISTANT_READING_SECONDS: '0' };
let bot: RealProcess;
let emulator: Emulator;

beforeAll(async () => {
  bot = await startProcess(dataDir, atOnce);
  emulator = await startEmulator(() => bot.address);
});
afterAll(async () => {
  await bot.killHard();
  await emulator.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function killAndStartAgain(): Promise<void> {
  await bot.killHard();
  bot = await startProcess(dataDir, atOnce);
}

/** Looks into the store while no process owns it. */
async function whileDown<T>(
  look: (repositories: ReturnType<typeof createRepositories>, store: LowdbStore) => Promise<T>,
): Promise<T> {
  const store = await LowdbStore.open(dataDir);
  try {
    return await look(createRepositories(store), store);
  } finally {
    await store.close();
  }
}

it('signs one agreement in a conversation that was killed between any two turns and during the signature', async () => {
  const talk = emulator.conversation();
  expect(await talk.arrive()).not.toBe('');
  for (const words of [
    '每个月还一点会怎么样？',
    '我想办分期',
    '6688 1234',
    '最多七八百吧，发工资是15号',
    '就第一个吧',
  ]) {
    await killAndStartAgain();
    expect(await talk.say(words)).not.toBe('');
  }
  await bot.killHard();
  const code = await whileDown(async ({ outbox }) => {
    const messages = await outbox.ofCustomer('C-1001');
    return /\d{6}/.exec(messages.at(-1)?.text ?? '')?.[0] ?? '';
  });
  bot = await startProcess(dataDir, atOnce);
  await talk.say(code);

  // The signature itself: killed while it is under way, sent again as a channel would, and once more.
  const signature = { id: 'signature-1', type: 'message', text: '确认' };
  const cut = talk.send(signature).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 15));
  await killAndStartAgain();
  await cut;
  const first = await talk.send(signature);
  await killAndStartAgain();
  const again = await talk.send(signature);
  const numberIn = (replies: { text?: string }[]) =>
    /AG-[\dA-Z]{4}-[\dA-Z]{4}/.exec(replies.map((reply) => reply.text).join('\n'))?.[0];
  expect(numberIn(first.replies)).toBeDefined();
  expect(numberIn(again.replies)).toBe(numberIn(first.replies));

  await bot.killHard();
  await whileDown(async ({ arrangements, audit }) => {
    expect((await arrangements.ofCustomer('C-1001')).map((one) => one.agreementNumber)).toEqual([
      numberIn(first.replies),
    ]);
    // Others signed in the invented week before.
    const signed = (await audit.ofType('signed')).items.filter(({ event }) => event.customerId === 'C-1001');
    expect(signed).toHaveLength(1);
    expect((await audit.verifyChain()).kind).toBe('whole');
  });
  bot = await startProcess(dataDir, atOnce);
});
