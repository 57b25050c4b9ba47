// npm run wechat: the account is checked and its menu published against a played platform; what is wrong is said in a sentence.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { FakePlatform } from '../channels/weChat/platform/platform';
import { startTry, TryProblem } from '../channels/weChat/try/tryServer';
import { weChatAccount, weChatEnvironmentOf } from '../support/weChatHouse';

jest.setTimeout(120_000);

const root = join(__dirname, '..', '..', '..');
const loader = join(root, 'test', 'data', 'store', 'processes', 'typescript.cjs');
let platform: FakePlatform;
beforeAll(async () => {
  platform = await FakePlatform.start({ account: weChatAccount, door: () => 'http://127.0.0.1:9/wechat' });
});
afterAll(() => platform.close());

const run = (args: readonly string[], environment: Record<string, string> = {}) =>
  new Promise<{ code: number | null; printed: string }>((resolve) => {
    const env = { PATH: process.env.PATH, ...weChatEnvironmentOf(platform), ...environment };
    const child = spawn(process.execPath, ['-r', loader, join(root, 'bot', 'cli', 'bank', 'wechat.ts'), ...args], {
      env,
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
    child.on('close', (code) => resolve({ code, printed }));
  });

it('checks an account, and says what to do about a wrong secret and an address that is not on the list', async () => {
  expect(await run(['check'])).toMatchObject({ code: 0 });
  const wrong = await run(['check'], { WECHAT_APP_SECRET: 'another' });
  expect(wrong).toMatchObject({ code: 1, printed: expect.stringContaining('WECHAT_APP_SECRET') });
  expect(wrong.printed).not.toContain('another');
  platform.refuse = () => 40164;
  expect(await run(['check'])).toMatchObject({ code: 1, printed: expect.stringContaining('IP') });
  platform.refuse = null;
  const nobody = await run(['check'], { WECHAT_API_BASE: 'http://127.0.0.1:9' });
  expect(nobody).toMatchObject({ code: 1, printed: expect.stringContaining('does not answer') });
});

it('publishes the menu in the language that is asked for, and prints it without publishing', async () => {
  expect(await run(['menu', '--locale', 'en-US', '--dry-run'])).toMatchObject({ code: 0 });
  expect(platform.menu).toBeNull();
  expect(await run(['menu'])).toMatchObject({ code: 0 });
  expect(platform.menu).toMatchObject({ button: [{ name: '我的账户' }, {}, {}] });
});

it('the phone to try says when no assistant runs, or one with an account of its own', async () => {
  const nobody = startTry({ account: weChatAccount, assistant: 'http://127.0.0.1:9', port: 0 });
  await expect(nobody).rejects.toThrow(TryProblem);
  await expect(nobody).rejects.toThrow(/npm start/);
});
