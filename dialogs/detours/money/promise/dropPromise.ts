// A promise that was read back and not agreed to is dropped as easily as it was made.
import type { After, Turn } from '../../../talk/turn';

/** Nothing of it is kept, and what was bargained before stands as it was. */
export function dropPromise(turn: Turn): After {
  const { negotiation } = turn.state;
  if (negotiation !== null) turn.state.negotiation = { ...negotiation, stage: 'eliciting', promise: null };
  turn.state.stage = 'open';
  turn.say('promise.dropped', {});
  turn.tap('button.promise', {}, 'promiseToPay').tap('button.plan', {}, 'negotiate.start');
  return 'stay';
}
