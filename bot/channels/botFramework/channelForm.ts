// The last touch for a channel: the same words, in the form in which it keeps their lines.
import type { Activity } from 'botbuilder';

/** Channels that read text as Markdown, where a single line break would be lost. */
const markdownChannels: ReadonlySet<string> = new Set(['emulator', 'webchat', 'msteams']);

export function inChannelForm(reply: Partial<Activity>, channelId: string): Partial<Activity> {
  if (reply.text === undefined || !markdownChannels.has(channelId)) return { ...reply };
  return { ...reply, text: reply.text.replace(/(?<!\n) *\n(?!\n)/g, '  \n') };
}
