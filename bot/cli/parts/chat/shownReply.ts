// What a tester sees of a reply in the terminal: its words, the words of its cards, and what can be tapped.
import { ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import type { NamedMessages } from '../../../turn/nameMessages';
import { cardTexts } from '../talk/cardTexts';
import type { ReceivedReply } from './messagesClient';
import type { HeardReply } from './playChat';

/** Something to tap, and what tapping it says. */
export interface ShownTap {
  readonly title: string;
  readonly says: string;
}

export interface ShownReply {
  readonly text: string;
  /** Lines of the cards, which say again what the text says. */
  readonly card: readonly string[];
  readonly taps: readonly ShownTap[];
}

const named = z.looseObject({ id: z.string(), values: z.record(z.string(), z.string()) });
const messagesSchema = z.looseObject({
  messages: z.looseObject({ said: z.array(named), taps: z.array(named) }),
});

/** What the reply says that it was made from; null from a server that does not say so. */
function messagesOf({ channelData }: ReceivedReply): NamedMessages | null {
  const parsed = messagesSchema.safeParse(channelData);
  if (!parsed.success) return null;
  const messages: object = parsed.data.messages;
  return messages as NamedMessages;
}

/** What can be tapped on a card is shown with the other taps. */
const tapsOfCard = ['actions'];

/** Two spaces before a line break are Markdown's, for channels that need them. */
const asTyped = (text: string): string => text.replace(/ {2}\n/g, '\n');

export const shownOf = (reply: ReceivedReply): ShownReply => ({
  text: asTyped(reply.text ?? ''),
  card: (reply.attachments ?? []).flatMap(({ content }) => cardTexts(content, tapsOfCard)),
  taps: (reply.suggestedActions?.actions ?? []).map(({ title, value }) => ({
    title,
    says: typeof value === 'string' ? value : title,
  })),
});

/** The replies of one turn as a .chat file speaks of them; null where the server does not tell its messages. */
export function heardOf(replies: readonly ReceivedReply[]): HeardReply | null {
  const said = replies.filter(({ type }) => type === ActivityTypes.Message);
  const messages = said.map(messagesOf);
  const shown = said.map(shownOf);
  const known = messages.filter((one) => one !== null);
  if (known.length < messages.length) return null;
  const titles = shown.flatMap(({ taps }) => taps).map(({ title }) => `[${title}]`);
  return {
    said: known.flatMap((one) => one.said),
    taps: known.flatMap((one) => one.taps),
    isSilent: said.length === 0,
    words: [...shown.map(({ text }) => text), ...(titles.length > 0 ? [titles.join(' ')] : [])].join('\n'),
  };
}
