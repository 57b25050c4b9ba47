// npm run wechat -- check | menu: asks the platform whether the account is right, and publishes its menu.
import { Command, Option } from 'commander';
import type { Locale } from '../../../data/domain/customer/customerTurn';
import { TokenRefused } from '../../channels/weChat/accessToken';
import { menus } from '../../channels/weChat/menu/menu';
import { PlatformApi, PlatformRefusal } from '../../channels/weChat/platformApi';
import { PlatformUnreached } from '../../channels/weChat/platformHttp';
import type { WeChatConfig } from '../../config/channels/weChatConfig';
import { commandConfig, runCommand } from '../parts/openStore';

const say = (text: string) => process.stdout.write(`${text}\n`);
const warn = (text: string) => process.stderr.write(`${text}\n`);

/** What a person can do about the platform's numbers that come up when an account is set up. */
const hints: Readonly<Record<number, string>> = {
  40013: 'WECHAT_APP_ID is not an account of this platform.',
  40125: 'WECHAT_APP_SECRET is wrong: the platform’s page shows it once and makes a new one.',
  40164: 'This machine’s address is not on the account’s allow-list of IP addresses: add it on the platform’s page.',
  48001: 'The account may not do this: it has to be a verified service account.',
  45009: 'The account has used up what it may ask today.',
};

/** In words for who sets the account up; rethrows what is no answer of the platform. */
function explain(error: unknown, { apiBase }: WeChatConfig): string {
  if (error instanceof PlatformUnreached) return `${apiBase} does not answer as the platform does.`;
  if (error instanceof TokenRefused || error instanceof PlatformRefusal)
    return `The platform refused with ${error.errcode}. ${hints[error.errcode] ?? 'Its list of return codes says why.'}`;
  throw error;
}

async function withAccount(work: (api: PlatformApi) => Promise<string>): Promise<number> {
  const { weChat } = commandConfig();
  if (weChat === null) {
    warn('No WeChat account is set: WECHAT_TOKEN, WECHAT_APP_ID and WECHAT_APP_SECRET are needed.');
    return 1;
  }
  if (weChat.isPlayed) warn('No account is set: this goes to the played platform of npm run wechat:try.');
  try {
    say(await work(new PlatformApi({ ...weChat, now: Date.now })));
    return 0;
  } catch (error) {
    warn(explain(error, weChat));
    return 1;
  }
}

const program = new Command('wechat').description('Sets up the bank’s WeChat Official Account.');
program
  .command('check')
  .description('fetches a token, so that id, secret and address list are known to be right')
  .action(() =>
    runCommand(() =>
      withAccount(async (api) => {
        await api.check();
        return 'The account is right: the platform gives a token.';
      }),
    ),
  );
program
  .command('menu')
  .description('publishes the menu; phones show it within five minutes')
  .addOption(new Option('--locale <locale>', 'its language').choices(['zh-CN', 'en-US']).default('zh-CN'))
  .option('--dry-run', 'print it, and publish nothing')
  .action(({ locale, dryRun }: { locale: Locale; dryRun?: true }) =>
    runCommand(async () => {
      if (dryRun === true) {
        say(JSON.stringify(menus[locale], null, 2));
        return 0;
      }
      return withAccount(async (api) => {
        await api.publishMenu(menus[locale]);
        return 'The menu is published.';
      });
    }),
  );
program.parse();
