// What each channel can show and do: one row a channel, read by whoever words, sends or fails a turn.
import type { Activity } from 'botbuilder';
import type { ChannelAbilities } from '../../dialogs/talk/channel/channelAbilities';

/** A row of the table. What a channel is not known to do, it is taken not to do. */
export interface Channel extends ChannelAbilities {
  /** Text is read as Markdown, where a single line break would be lost. */
  readonly markdown: boolean;
  /** A customer can send files this way. None is ever taken in: they are told so. */
  readonly uploads: boolean;
  /** The channel, or its client, sends a message again that was answered 5xx. */
  readonly retries: boolean;
}

/** The least: text of modest length, nothing to tap. An unknown channel is one of these. */
const plain: Channel = {
  cards: false,
  taps: false,
  cardButtons: 'words',
  textMax: 4000,
  markdown: false,
  uploads: false,
  retries: false,
};
const full: Channel = { ...plain, cards: true, taps: true, textMax: 20_000 };

/** Limits of texts as the channels' own documents give them, in characters. */
export const channelTable: Readonly<Record<string, Channel>> = {
  // Our own page: shows plain lines itself, and the customer can press "send again".
  directline: { ...full, retries: true },
  webchat: { ...full, markdown: true, uploads: true, retries: true },
  emulator: { ...full, markdown: true, uploads: true },
  msteams: { ...full, cardButtons: 'imBack', markdown: true, uploads: true, retries: true },
  telegram: { ...plain, taps: true, textMax: 4096, uploads: true },
  line: { ...plain, taps: true, textMax: 5000, uploads: true },
  facebook: { ...plain, taps: true, textMax: 2000, uploads: true },
  slack: { ...plain, taps: true, textMax: 4000, uploads: true },
  sms: { ...plain, textMax: 1600 },
  /** The SDK's adapter for tests. */
  test: { ...plain, taps: true, textMax: 20_000 },
};

export const channelOf = (channelId: string): Channel =>
  (Object.hasOwn(channelTable, channelId) ? channelTable[channelId] : undefined) ?? plain;

/** The last touch for a channel: the same words, in the form in which it keeps their lines. */
export function inChannelForm(reply: Partial<Activity>, channelId: string): Partial<Activity> {
  if (reply.text === undefined || !channelOf(channelId).markdown) return { ...reply };
  return { ...reply, text: reply.text.replace(/(?<!\n) *\n(?!\n)/g, '  \n') };
}
