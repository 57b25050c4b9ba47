// How many replies and whole conversations were right, in all and by kind, and how the replies read.
import { replyLinesMax } from '../../../../dialogs/talk/reply/replyLimits';
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

/** How replies read, whatever is judged of their words: shares (0-1) of all replies. */
export interface ReplyStyle {
  /** Longer than a phone shows at once; offers, read-backs and what is signed may be. */
  readonly long: number;
  /** Word for word the reply before. */
  readonly repeated: number;
  /** Asks which of two readings was meant. */
  readonly eitherOr: number;
}

export interface TalkResult extends TalkScore {
  readonly style: ReplyStyle;
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

const mayBeLong = /^(?:negotiation\.offer|agreement|costTable|arrangement)\./;
const linesOf = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length;

function styleOf(played: readonly PlayedCase[]): ReplyStyle {
  const replies = played.flatMap(({ steps }) =>
    steps.map(({ said, text }, index) => ({
      isLong: linesOf(text) > replyLinesMax && !said.some((id) => mayBeLong.test(id)),
      isRepeated: text !== '' && text === steps[index - 1]?.text,
      isEitherOr: said.some((id) => id.startsWith('clarify.')),
    })),
  );
  const share = (is: (reply: (typeof replies)[number]) => boolean): number =>
    rounded(replies.filter(is).length / Math.max(1, replies.length));
  return {
    long: share(({ isLong }) => isLong),
    repeated: share(({ isRepeated }) => isRepeated),
    eitherOr: share(({ isEitherOr }) => isEitherOr),
  };
}

export function talkResult(played: readonly PlayedCase[]): TalkResult {
  const kinds = [...new Set(played.map(({ talk }) => talk.kind))].sort();
  return {
    ...scoreOf(played),
    style: styleOf(played),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, scoreOf(played.filter(({ talk }) => talk.kind === kind))])),
  };
}
