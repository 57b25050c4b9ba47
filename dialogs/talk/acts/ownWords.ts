// The words of what is being served now: its own part of a message that does several things.
import type { Turn } from '../turn';

export function ownWords({ heard: { acts }, input: { text: typed, identity } }: Turn): string {
  // What was said beside the endings of card and ID is read without them.
  const text = identity?.kind === 'both' && identity.rest !== '' ? identity.rest : typed;
  const [from, to] = acts.length === 1 && acts[0] !== undefined ? acts[0].span : [0, 0];
  const own = text.slice(from, to);
  return own.length > 1 ? own : text;
}
