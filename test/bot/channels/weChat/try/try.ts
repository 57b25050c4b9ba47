// npm run wechat:try: plays the WeChat platform beside a running assistant, and opens it as a phone in the browser.
import { Command, InvalidArgumentError } from 'commander';
import { weChatTrialAt, weChatTrialPort } from '../../../../../bot/config/channels/weChatConfig';
import { startTry, TryProblem } from './tryServer';

const address = (text: string): string => {
  if (URL.canParse(text)) return text.replace(/\/+$/, '');
  throw new InvalidArgumentError('Write the address like http://127.0.0.1:3978.');
};

const portOf = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('A port is a number from 1 to 65535.');
};

async function run({ assistant, port }: { readonly assistant: string; readonly port: number }): Promise<void> {
  try {
    const phone = await startTry({ account: weChatTrialAt(port), assistant, port });
    process.stdout.write(
      [
        '',
        `  WeChat phone 微信手机   ${phone.address}/`,
        `  speaks to 接到          ${assistant}/wechat`,
        '',
        '  Invented people and codes stand beside the phone. Ctrl-C stops 停止',
        '  可以扮演的人和验证码都在手机旁边。',
        '',
        '',
      ].join('\n'),
    );
    const stop = () => void phone.close().then(() => process.exit(0));
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (error) {
    if (!(error instanceof TryProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

new Command('npm run wechat:try')
  .description('Plays WeChat beside a running assistant (npm start): a phone in the browser, no account needed.')
  .option('--assistant <address>', 'where the assistant listens', address, 'http://127.0.0.1:3978')
  .option(
    '--port <port>',
    'where this phone listens; the assistant is told by WECHAT_TRY_PORT',
    portOf,
    weChatTrialPort,
  )
  .action(run)
  .parseAsync();
