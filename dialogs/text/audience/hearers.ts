// Kinds of hearers, each with the parties that it takes in.
import type { Party } from '../../../data/domain/conduct/outboundGuard';

/** Kinds of hearers, each with the parties that it takes in. */
export const hearers = {
  /** Anybody at all: whoever picked up the phone, and somebody who may be in danger. */
  everybody: ['unknown', 'verified', 'someoneElse', 'atRisk'],
  /** Whoever came to talk about a card of their own, verified or not: no fact of an account, no hint that it owes. */
  visitor: ['unknown', 'verified'],
  holder: ['verified'],
  /** The holder, who may stand beside another's debt, and whoever stands beside theirs. */
  besideHolder: ['verified', 'someoneElse'],
  someoneElse: ['someoneElse'],
  atRisk: ['atRisk'],
} as const satisfies Readonly<Record<string, readonly Party[]>>;
export type Audience = keyof typeof hearers;
