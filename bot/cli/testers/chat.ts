// npm run chat: talks to the assistant in the terminal, or plays .chat files, against a running server or one of its own.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command, Option } from 'commander';
import { calendarDateSchema } from '../../../data/domain/calendar/calendar';
import type { Locale } from '../../../data/domain/customer/customerTurn';
import { parseChat, startOf } from '../parts/chat/chatFile';
import { CannotChat, MessagesClient } from '../parts/chat/messagesClient';
import { newClock, type OwnAssistant, type SetClock, startOwnAssistant } from '../parts/chat/ownAssistant';
import { playChat } from '../parts/chat/playChat';
import { newScreen, type Screen } from '../parts/chat/screen';
import { serverPartner } from '../parts/chat/serverPartner';
import { ChatSession } from '../parts/chat/session';
import { choiceOf, endWith } from '../parts/typedMessage';

interface Options {
  readonly server?: string;
  readonly as?: string;
  readonly day?: string;
  readonly locale?: Locale;
  readonly channel: string;
}

/** An address to speak to; `clock` is null where the time there cannot be set. */
interface Spoken {
  readonly address: string;
  readonly clock: SetClock | null;
  readonly own: OwnAssistant | null;
}

const morning = 'T02:00:00.000Z';
const usualServer = `http://127.0.0.1:${process.env.PORT || 3978}`;

async function ownAt(clock: SetClock, readsAtOnce: boolean): Promise<Spoken> {
  const own = await startOwnAssistant(clock, readsAtOnce);
  return { address: own.address, clock, own };
}

const answersAt = (address: string): Promise<boolean> =>
  fetch(`${address}/health`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Where a talk is had: the server that was named, else the one that runs, else one of its own. */
async function serverFor({ server, day }: Options, screen: Screen): Promise<Spoken> {
  if (server !== undefined) return { address: server, clock: null, own: null };
  if (day === undefined && (await answersAt(usualServer))) {
    screen.dim(`The assistant at ${usualServer} answers.`);
    return { address: usualServer, clock: null, own: null };
  }
  screen.dim('An assistant of your own, with invented people: nothing is kept.');
  return ownAt(newClock(day === undefined ? new Date().toISOString() : `${day}${morning}`, true), false);
}

async function talk(options: Options, screen: Screen): Promise<number> {
  const { address, clock, own } = await serverFor(options, screen);
  const client = await MessagesClient.open(address);
  try {
    client.channelId = options.channel;
    if (options.locale !== undefined) client.locale = options.locale;
    const session = new ChatSession(client, clock, screen);
    screen.dim('/help says what else can be typed.');
    await session.begin(options.as);
    const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
    if (process.stdin.isTTY) lines.prompt();
    for await (const line of lines) {
      if (!process.stdin.isTTY) screen.customer(line);
      if (!(await session.take(line).catch(told(screen)))) break;
      if (process.stdin.isTTY) lines.prompt();
    }
    lines.close();
    return 0;
  } finally {
    client.close();
    await own?.stop();
  }
}

/** What a tester can mend is said, and the talk goes on. */
const told = (screen: Screen) => (error: unknown) => {
  if (!(error instanceof CannotChat)) throw error;
  screen.wrong(error.message);
  return true;
};

async function playFile(file: string, { server }: Options, screen: Screen): Promise<boolean> {
  const steps = parseChat(readFileSync(file, 'utf8'));
  const spoken =
    server === undefined
      ? await ownAt(newClock(startOf(steps), false), true)
      : { address: server, clock: null, own: null };
  const client = await MessagesClient.open(spoken.address);
  try {
    const partner = serverPartner(client, spoken.clock, (text) => screen.dim(`  (${text})`));
    const { replies, faults } = await playChat(steps, partner);
    screen.write(`── ${file}`);
    for (const step of steps) {
      if (step.kind === 'customer') {
        screen.customer(step.text);
        screen.reply({ text: replies.get(step.line)?.words ?? '', card: [], taps: [] }, 1);
      }
      for (const { why } of faults.filter(({ line }) => line === step.line)) screen.wrong(`line ${step.line}: ${why}`);
    }
    return faults.length === 0;
  } finally {
    client.close();
    await spoken.own?.stop();
  }
}

async function play(files: readonly string[], options: Options, screen: Screen): Promise<number> {
  let asWritten = 0;
  for (const file of files) if (await playFile(file, options, screen)) asWritten += 1;
  const result = `${asWritten} of ${files.length} went as written.`;
  if (asWritten === files.length) screen.right(result);
  else screen.wrong(result);
  return asWritten === files.length ? 0 : 1;
}

new Command('chat')
  .description(
    'Talks to the assistant in the terminal: to one that runs, or else to one of your own with invented people.\n' +
      'With files: plays each .chat conversation and says where it does not go as written (see test/conversations/README.md).',
  )
  .argument('[files...]', '.chat files to play')
  .option('--server <url>', 'a running assistant in developer mode, such as http://127.0.0.1:3978')
  .option('--as <persona>', 'begin as one of the invented people (/people lists them)')
  .option(
    '--day <day>',
    'begin on a day, with an assistant of your own',
    choiceOf(calendarDateSchema, 'A day is written as 2026-12-10.'),
  )
  .addOption(new Option('--locale <locale>', 'the language of the talk').choices(['zh-CN', 'en-US']))
  .option('--channel <channel>', 'what is shown as it is on this channel: msteams, wechat, sms …', 'test')
  .action((files: string[], options: Options) =>
    endWith(async () => {
      const screen = newScreen(process.stdout, process.env);
      return files.length > 0 ? play(files, options, screen) : talk(options, screen);
    }),
  )
  .parse();
