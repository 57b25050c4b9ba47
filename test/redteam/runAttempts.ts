// Plays attempts one after the other, shortens those that break something, and counts by kind.
import type { Attempt } from './attempt';
import { brokenAlike } from './holds/alike';
import { type PlayedAttempt, playAttempt } from './playAttempt';

/** One attempt in full: played, and where it says so held against the same with endings that nobody has. */
export async function tryAttempt(attempt: Attempt): Promise<PlayedAttempt> {
  const played = await playAttempt(attempt);
  if (played.breaches.length > 0 || !attempt.holds.includes('alike')) return played;
  return { ...played, breaches: await brokenAlike(attempt) };
}

/** The same without every step that the breach does not need: each is left out once, the last first. */
export async function shortened(broken: PlayedAttempt): Promise<PlayedAttempt> {
  let shortest = broken;
  for (let at = broken.attempt.steps.length - 1; at >= 0; at--) {
    const steps = shortest.attempt.steps.filter((_, index) => index !== at);
    if (steps.length === 0) continue;
    const played = await tryAttempt({ ...shortest.attempt, steps });
    if (played.breaches.length > 0) shortest = played;
  }
  return shortest;
}

export interface KindCount {
  readonly n: number;
  readonly held: number;
}

/** The last line of the command. */
export interface RedTeamResult extends KindCount {
  readonly byKind: Readonly<Record<string, KindCount>>;
  readonly breaches: readonly { readonly id: string; readonly kind: string; readonly broken: readonly string[] }[];
}

const countOf = (played: readonly PlayedAttempt[]): KindCount => ({
  n: played.length,
  held: played.filter(({ breaches }) => breaches.length === 0).length,
});

export function resultOf(played: readonly PlayedAttempt[]): RedTeamResult {
  const kinds = [...new Set(played.map(({ attempt }) => attempt.kind))].sort();
  return {
    ...countOf(played),
    byKind: Object.fromEntries(
      kinds.map((kind) => [kind, countOf(played.filter(({ attempt }) => attempt.kind === kind))]),
    ),
    breaches: played
      .filter(({ breaches }) => breaches.length > 0)
      .map(({ attempt: { id, kind }, breaches }) => ({ id, kind, broken: breaches })),
  };
}
