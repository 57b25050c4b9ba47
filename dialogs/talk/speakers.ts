// Each person in a conversation has a talk of their own: whoever else writes there sees nothing of it (promise P2).
import { z } from 'zod';
import { type ConversationState, readConversationState } from './conversationState';

/** More people than this in one conversation are a crowd; who has been silent longest is asked again. */
export const speakersMax = 20;

const savedSchema = z.object({
  /** Talks by channel user id, in the order in which they last wrote. */
  speakers: z.array(z.tuple([z.string(), z.unknown()])).default([]),
  /** Earlier versions kept one memory for everybody in the conversation. */
  memory: z.unknown().optional(),
});
export type SavedSpeakers = z.input<typeof savedSchema>;

export type ReadTalk = ReturnType<typeof readConversationState>;

/** The talk of one person; an earlier version's single memory goes to who writes first, with its verification at rest. */
export function talkOf(saved: unknown, userId: string): ReadTalk {
  const parsed = savedSchema.safeParse(saved ?? {});
  if (!parsed.success) return { kind: 'lost' };
  const { speakers, memory } = parsed.data;
  const own = speakers.find(([id]) => id === userId);
  return readConversationState(own === undefined && speakers.length === 0 ? memory : own?.[1]);
}

/** What is known of a conversation before somebody new writes in it: its language, and that the assistant said what it is. */
export function shownTo(saved: unknown): Pick<ConversationState, 'greeted' | 'locale'> | undefined {
  const parsed = savedSchema.safeParse(saved ?? {});
  const latest = parsed.success ? readConversationState(parsed.data.speakers.at(-1)?.[1]) : undefined;
  return latest?.kind === 'ok' ? { greeted: latest.state.greeted, locale: latest.state.locale } : undefined;
}

/** The saved form with this person's talk in it, as the latest one. */
export function withTalk(saved: unknown, userId: string, state: ConversationState): SavedSpeakers {
  const parsed = savedSchema.safeParse(saved ?? {});
  const others = parsed.success ? parsed.data.speakers.filter(([id]) => id !== userId) : [];
  return { speakers: [...others, [userId, state] satisfies [string, unknown]].slice(-speakersMax), memory: undefined };
}
