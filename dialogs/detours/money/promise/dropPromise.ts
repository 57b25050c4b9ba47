// A promise that was read back and not agreed to is dropped as easily as it was made.
import type { After, Turn } from '../../../talk/turn';

/** Its sum and its day are no part of the next one; what was bargained before stands as it was. */
export function forgetPromise({ state }: Turn): void {
  const { negotiation } = state;
  const isPromise = negotiation?.stage === 'promising' || negotiation?.stage === 'promised';
  if (negotiation !== null && isPromise) state.negotiation = { ...negotiation, stage: 'eliciting', promise: null };
}

/** Nothing of it is kept. */
export function dropPromise(turn: Turn): After {
  forgetPromise(turn);
  turn.state.stage = 'open';
  turn.say('promise.dropped', {});
  turn.tap('button.promise', {}, 'promiseToPay').tap('button.plan', {}, 'negotiate.start');
  return 'stay';
}
