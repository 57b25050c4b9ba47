// How many replies and whole conversations were right, in all and by kind.
import type { PlayedCase } from './playCase';

export interface TalkScore {
  /** Conversations. */
  readonly n: number;
  /** Replies that were judged. */
  readonly steps: number;
  /** Of these, replies that say what they must and nothing that they must not. */
  readonly right: number;
  /** right ÷ steps, 0-1. */
  readonly share: number;
  /** Share of conversations in which every judged reply was right, 0-1. */
  readonly whole: number;
}
export interface TalkResult extends TalkScore {
  readonly byKind: Readonly<Record<string, TalkScore>>;
}

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

function scoreOf(played: readonly PlayedCase[]): TalkScore {
  const judged = played.flatMap(({ steps }) => steps.filter((step) => step.judged));
  const right = judged.filter(({ faults }) => faults.length === 0).length;
  const whole = played.filter(({ steps }) => steps.every(({ faults }) => faults.length === 0)).length;
  return {
    n: played.length,
    steps: judged.length,
    right,
    share: rounded(right / Math.max(1, judged.length)),
    whole: rounded(whole / Math.max(1, played.length)),
  };
}

export function talkResult(played: readonly PlayedCase[]): TalkResult {
  const kinds = [...new Set(played.map(({ talk }) => talk.kind))].sort();
  return {
    ...scoreOf(played),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, scoreOf(played.filter(({ talk }) => talk.kind === kind))])),
  };
}
