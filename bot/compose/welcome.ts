// What npm start prints: where to go next, in both languages.
import type { PersonaCard } from '../../data/seed/persona';
import type { Config } from '../config/config';
import type { FirstAdministrator } from '../staff/console/signIn/firstAdministrator';

const asPerson = ({ codes: [codes = ''], say }: PersonaCard): string =>
  `    ${codes}   ${say['zh-CN']}\n                ${say['en-US']}`;

/** Where staff sign in; at the very first start also with what. The password is not kept anywhere else. */
const consoleLines = (address: string, first: FirstAdministrator | null): string[] => [
  `  Staff console  工作台      ${address}/console`,
  ...(first === null
    ? []
    : [
        `                 first sign-in 首次登录: ${first.username} / ${first.password}`,
        '                 (shown this once; it has to be changed 只显示这一次，登录后须修改)',
      ]),
];

const demoKeyLines = [
  '  Demo encryption: the key lies in the data folder itself. Set DATA_KEY or DATA_KEY_FILE for anything real.',
  '  演示加密：密钥就放在数据目录里；正式使用请设置 DATA_KEY 或 DATA_KEY_FILE。',
];

/** Where the platform brings messages, or how to try it without an account. */
function weChatLines(address: string, { weChat, port }: Config): string[] {
  if (weChat === null) return [];
  if (!weChat.isPlayed) return [`  WeChat         微信        ${address}/wechat`];
  const other = address.endsWith(`:${port}`) && port !== 3978 ? ` -- --assistant ${address}` : '';
  return [`  WeChat         微信        npm run wechat:try${other}  (no account needed 无需公众号)`];
}

export function welcomeText(
  address: string,
  config: Config,
  people: readonly PersonaCard[],
  first: FirstAdministrator | null = null,
): string {
  const lines = [
    '',
    `  Customer page  客户页面    ${address}/`,
    ...consoleLines(address, first),
    ...weChatLines(address, config),
    ...(config.identity.kind === 'closed' ? [] : [`  Bot endpoint   机器人地址  ${address}/api/messages`]),
  ];
  if (config.identity.kind === 'developer') {
    lines.push(
      '                 (Bot Framework Emulator: Open Bot → this address, app id and password empty)',
      '                 (Bot Framework Emulator：Open Bot → 填这个地址，App ID 和密码留空)',
      '',
      '  People to try 可以扮演的人 (last four of card and of ID 卡号和身份证后四位):',
      ...people
        .filter((person) => person.featured)
        .slice(0, 3)
        .map(asPerson),
      '',
      '  Developer mode: this machine only. Text messages appear on the page’s demo phone.',
      '  开发模式：只接受本机访问；短信显示在页面的“演示手机”里。',
      ...(config.dataKeys === null ? demoKeyLines : []),
    );
  }
  return `${[...lines, '', `  Data 数据  ${config.dataDir}`, '  Ctrl-C stops 停止', ''].join('\n')}\n`;
}
