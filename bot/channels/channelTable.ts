// What each channel can show and do: one row a channel, read by whoever words, sends or fails a turn.
import type { Activity } from 'botbuilder';
import type { ChannelAbilities } from '../../dialogs/talk/channel/channelAbilities';
import { splitText } from './splitText';

/** A row of the table. What a channel is not known to do, it is taken not to do. */
export interface Channel extends ChannelAbilities {
  /** Its name for people. */
  readonly name: string;
  /** Text is read as Markdown, where a single line break would be lost and an address is a link under a name. */
  readonly markdown: boolean;
  /** A sign that an answer is being written is drawn. */
  readonly typing: boolean;
  /** Hours after the customer's last word in which ours are taken unasked: 0 for never, null for always. */
  readonly unaskedHours: number | null;
  /** The page or app lets a customer send files. */
  readonly uploads: boolean;
  /** The channel, or its client, sends a message again that was answered 5xx. */
  readonly retries: boolean;
  /** Its door tells who asks again what was told before: delivered replies are not sent a second time. */
  readonly repeatsItself: boolean;
  /** The longest text of one message in bytes of UTF-8, where a channel counts these; longer ones go as several. */
  readonly bytesMax: number | null;
}

/** The least: text of modest length, nothing drawn. An unknown channel is one of these. */
const plain: Omit<Channel, 'name'> = {
  cardVersion: null,
  buttonsMax: 0,
  buttonsBesideCard: true,
  calls: false,
  cardButtons: 'words',
  textMax: 4000,
  markdown: false,
  typing: false,
  unaskedHours: null,
  takesFiles: false,
  uploads: false,
  retries: false,
  repeatsItself: false,
  bytesMax: null,
};
/** A page that is written to first would be read by whoever opens it next. */
const page = { unaskedHours: 0 } as const;
/** Microsoft's Web Chat, whoever hosts it. */
const drawn = {
  ...plain,
  calls: true,
  cardVersion: 1.5,
  buttonsMax: 100,
  typing: true,
  uploads: true,
  textMax: 20_000,
};

/**
 * Buttons as the SDK counts them for each channel; Teams draws three, and like the Playground none beside a card. Lengths of texts as the
 * channels' own documents give them, in characters.
 */
export const channelTable: Readonly<Record<string, Channel>> = {
  // Our own page and widget: plain lines, shown by themselves, and the customer can press "send again".
  directline: {
    ...drawn,
    ...page,
    name: 'our page, the widget, an app (Direct Line)',
    takesFiles: true,
    retries: true,
  },
  webchat: { ...drawn, ...page, name: 'Web Chat of Azure', markdown: true, takesFiles: true, retries: true },
  emulator: {
    ...drawn,
    ...page,
    name: 'Emulator, Agents Playground',
    buttonsBesideCard: false,
    markdown: true,
    takesFiles: true,
  },
  msteams: {
    ...drawn,
    name: 'Microsoft Teams',
    calls: false,
    buttonsMax: 3,
    buttonsBesideCard: false,
    cardButtons: 'imBack',
    markdown: true,
    retries: true,
  },
  /** Official accounts. Texts are cut by bytes, so that the dialogs need not keep them short; a card is an article that leads to its page. */
  wechat: {
    ...plain,
    name: 'WeChat Official Account',
    unaskedHours: 48,
    cardVersion: 1.2,
    textMax: 20_000,
    bytesMax: 2048,
    takesFiles: true,
    uploads: true,
    retries: true,
    repeatsItself: true,
  },
  telegram: { ...plain, name: 'Telegram', buttonsMax: 100, typing: true, textMax: 4096, uploads: true },
  line: { ...plain, name: 'LINE', buttonsMax: 13, textMax: 5000, uploads: true },
  facebook: { ...plain, name: 'Facebook Messenger', buttonsMax: 10, typing: true, textMax: 2000, uploads: true },
  slack: { ...plain, name: 'Slack', textMax: 4000, uploads: true },
  sms: { ...plain, name: 'SMS', textMax: 1600 },
  /** The SDK's adapter for tests. */
  test: { ...plain, name: 'tests', calls: true, buttonsMax: 100, textMax: 20_000 },
};

const unknown: Channel = { ...plain, name: 'any other' };

export const channelOf = (channelId: string): Channel =>
  (Object.hasOwn(channelTable, channelId) ? channelTable[channelId] : undefined) ?? unknown;

const address = /https?:\/\/[\w.~:/?#@!$&*+,;=%-]*[\w/=-]/g;
/** A document by its file's name; any other address says best itself what it is. */
const nameOfLink = (url: string): string => {
  const [, document] = /\/documents\/([\w-]+)/.exec(url) ?? [];
  return document === undefined ? url : `${document}.pdf`;
};

/** The last touch for a channel: the same words, in the form in which it keeps their lines and opens their addresses. */
export function inChannelForm(reply: Partial<Activity>, channelId: string): Partial<Activity> {
  if (reply.text === undefined || !channelOf(channelId).markdown) return { ...reply };
  const text = reply.text
    .replace(/(?<!\n) *\n(?!\n)/g, '\n\n')
    .replace(address, (url) => `[${nameOfLink(url)}](${url})`);
  return { ...reply, text };
}

/** A reply as the messages in which the channel takes it: one, or several where its texts are short. What can be tapped stands below the last. */
export function inMessages(reply: Partial<Activity>, channelId: string | undefined): readonly Partial<Activity>[] {
  const { bytesMax } = channelOf(channelId ?? '');
  if (bytesMax === null || reply.text === undefined) return [reply];
  const texts = splitText(reply.text, bytesMax);
  const { attachments: _cards, suggestedActions: _taps, ...plainReply } = reply;
  return texts.map((text, index) => ({ ...(index === texts.length - 1 ? reply : plainReply), text }));
}
