// npm run chat: a tester talks in the terminal, keeps the conversation as a file, and plays files against a server.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHouse } from '../support/runningHouse';

jest.setTimeout(240_000);

const root = join(__dirname, '..', '..', '..');
const loader = join(root, 'test', 'data', 'store', 'processes', 'typescript.cjs');
const folder = mkdtempSync(join(tmpdir(), 'assistant-chat-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string, lines: readonly string[] = []) => {
  const path = join(folder, name);
  if (lines.length > 0) writeFileSync(path, lines.join('\n'));
  return path;
};

const chat = (args: readonly string[], typed: readonly string[] = []) =>
  new Promise<{ code: number | null; printed: string }>((resolve) => {
    const command = join(root, 'bot', 'cli', 'testers', 'chat.ts');
    const child = spawn(process.execPath, ['-r', loader, command, ...args], { env: { PATH: process.env.PATH } });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
    child.on('close', (code) => resolve({ code, printed }));
    child.stdin.end(`${typed.join('\n')}\n`);
  });

it('talks as a person on a day, taps by number, and keeps the conversation as a file that plays again', async () => {
  const kept = fileOf('kept.chat');
  const typed = ['我要办分期', '1', '/verify', '一个月900', '1', '/code', '{code}', `/save ${kept}`, '/quit'];
  const { code, printed } = await chat(['--as', 'canonical', '--day', '2026-12-10'], typed);
  expect({ code, printed }).toMatchObject({ code: 0, printed: expect.stringContaining(`${kept} has`) });
  const file = readFileSync(kept, 'utf8');
  expect(file).toMatch(/^> now=2026-12-10T02:/);
  expect(file).toContain('客户: 6688 1234');
  expect(file).toContain('助手: account.summary tail=6688');
  expect(file).toContain('客户: {code}');
  expect(file).not.toMatch(/客户: \d{6}$/m);
  expect(await chat([kept])).toMatchObject({ code: 0, printed: expect.stringContaining('1 of 1 went as written.') });
});

it('says which line of a file does not go as written, plays on, and ends with 1', async () => {
  const file = fileOf('wrong.chat', [
    '> locale=en-US',
    'Customer: hello',
    'Assistant: account.summary total=1.00',
    'Customer: thanks, bye',
    'Assistant: goodbye.*',
  ]);
  const { code, printed } = await chat([file]);
  expect({ code, printed }).toMatchObject({
    code: 1,
    printed: expect.stringContaining('line 3: says account.summary'),
  });
  expect(printed).toContain('> thanks, bye');
  expect(printed).toContain('0 of 1 went as written.');
});

it('plays against a running server, and says that its clock cannot be set', async () => {
  const running = await startHouse();
  try {
    const file = fileOf('there.chat', [
      '> now=2026-11-23T10:00:00+08:00',
      '客户: 你好',
      '助手不说: account.*',
      '> newConversation',
      '客户: 转人工',
      '助手: human.*',
    ]);
    const { printed } = await chat([file, '--server', running.address]);
    expect(printed).toContain("this server's clock is its own");
    expect(printed).toMatch(/> 转人工\n\s+\S/);
  } finally {
    await running.stop();
  }
});

it.each([
  [['--server', 'http://127.0.0.1:9'], 'Nothing answers at http://127.0.0.1:9'],
  [['--as', 'nobody', '--day', '2026-12-10'], 'Nobody is called nobody: canonical'],
  [['--day', 'tomorrow'], 'A day is written as 2026-12-10.'],
  [[join(folder, 'missing.chat')], 'missing.chat'],
])('says in a sentence what cannot be done: %j', async (args, why) => {
  const { code, printed } = await chat(args);
  expect({ code, printed }).toMatchObject({ code: 1, printed: expect.stringContaining(why) });
  expect(printed).not.toMatch(/^\s+at /m);
});
