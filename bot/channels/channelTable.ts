// What each channel can show and do: one row a channel, read by whoever words, sends or fails a turn.
import type { Activity } from 'botbuilder';
import type { ChannelAbilities } from '../../dialogs/talk/channel/channelAbilities';
import { splitText } from './splitText';

/** A row of the table. What a channel is not known to do, it is taken not to do. */
export interface Channel extends ChannelAbilities {
  /** Text is read as Markdown, where a single line break would be lost. */
  readonly markdown: boolean;
  /** The page or app lets a customer send files. */
  readonly uploads: boolean;
  /** The channel, or its client, sends a message again that was answered 5xx. */
  readonly retries: boolean;
  /** Its door tells who asks again what was told before: delivered replies are not sent a second time. */
  readonly repeatsItself: boolean;
  /** The longest text of one message in bytes of UTF-8, where a channel counts these; longer ones go as several. */
  readonly bytesMax: number | null;
}

/** The least: text of modest length, nothing to tap. An unknown channel is one of these. */
const plain: Channel = {
  cards: false,
  taps: 'words',
  cardButtons: 'words',
  textMax: 4000,
  markdown: false,
  takesFiles: false,
  uploads: false,
  retries: false,
  repeatsItself: false,
  bytesMax: null,
};
const full: Channel = { ...plain, cards: true, taps: 'buttons', textMax: 20_000 };

/** Limits of texts as the channels' own documents give them, in characters. */
export const channelTable: Readonly<Record<string, Channel>> = {
  // Our own page: shows plain lines itself, and the customer can press "send again".
  directline: { ...full, takesFiles: true, uploads: true, retries: true },
  webchat: { ...full, markdown: true, takesFiles: true, uploads: true, retries: true },
  emulator: { ...full, markdown: true, takesFiles: true, uploads: true },
  msteams: { ...full, cardButtons: 'imBack', markdown: true, uploads: true, retries: true },
  telegram: { ...plain, taps: 'buttons', textMax: 4096, uploads: true },
  line: { ...plain, taps: 'buttons', textMax: 5000, uploads: true },
  facebook: { ...plain, taps: 'buttons', textMax: 2000, uploads: true },
  slack: { ...plain, taps: 'buttons', textMax: 4000, uploads: true },
  /** Official accounts. Texts are cut by bytes, so that the dialogs need not keep them short; a card is an article that leads to its page. */
  wechat: {
    ...plain,
    cards: true,
    taps: 'numbers',
    textMax: 20_000,
    bytesMax: 2048,
    takesFiles: true,
    uploads: true,
    retries: true,
    repeatsItself: true,
  },
  sms: { ...plain, textMax: 1600 },
  /** The SDK's adapter for tests. */
  test: { ...plain, taps: 'buttons', textMax: 20_000 },
};

export const channelOf = (channelId: string): Channel =>
  (Object.hasOwn(channelTable, channelId) ? channelTable[channelId] : undefined) ?? plain;

/** The last touch for a channel: the same words, in the form in which it keeps their lines. */
export function inChannelForm(reply: Partial<Activity>, channelId: string): Partial<Activity> {
  if (reply.text === undefined || !channelOf(channelId).markdown) return { ...reply };
  return { ...reply, text: reply.text.replace(/(?<!\n) *\n(?!\n)/g, '  \n') };
}

/** A reply as the messages in which the channel takes it: one, or several where its texts are short. What can be tapped stands below the last. */
export function inMessages(reply: Partial<Activity>, channelId: string | undefined): readonly Partial<Activity>[] {
  const { bytesMax } = channelOf(channelId ?? '');
  if (bytesMax === null || reply.text === undefined) return [reply];
  const texts = splitText(reply.text, bytesMax);
  const { attachments: _cards, suggestedActions: _taps, ...plainReply } = reply;
  return texts.map((text, index) => ({ ...(index === texts.length - 1 ? reply : plainReply), text }));
}
