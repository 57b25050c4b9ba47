// One key for one conversation, whatever the channel calls it: for locks, replies, transcripts.
import { createHash } from 'node:crypto';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Readable where it is short enough for a key of the store, a digest otherwise. */
export function conversationKey(channelId: string, conversationId: string): string {
  const plain = `${channelId}/${conversationId}`;
  return plain.length <= 400 ? plain : `${channelId.slice(0, 64)}/#${digest(plain)}`;
}

/** The key of one activity's record. */
export const turnKey = (conversation: string, activityId: string): string =>
  `${conversation}/${activityId.length <= 400 ? activityId : `#${digest(activityId)}`}`;
