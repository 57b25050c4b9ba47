// The answer to a wish with a direction: what moved, or the true reason why nothing does.
import type { WishLine } from '../../../data/domain/negotiation/move';
import type { Turn } from '../../talk/turn';

/** True where the wish was met: the offers that follow lie further that way. */
export const hasMoved = ({ id }: WishLine): boolean =>
  id === 'negotiation.wish.lower' ||
  id === 'negotiation.wish.shorter' ||
  id === 'negotiation.wish.cheaper' ||
  id === 'negotiation.wish.later';

export function sayWish(turn: Turn, line: WishLine): void {
  switch (line.id) {
    case 'negotiation.wish.lower':
    case 'negotiation.wish.shorter':
    case 'negotiation.wish.cheaper':
      turn.say(line.id, line.values);
      break;
    case 'negotiation.wish.later':
    case 'negotiation.wish.latest':
      turn.say(line.id, line.values);
      break;
    case 'negotiation.wish.lightest':
    case 'negotiation.wish.shortest':
    case 'negotiation.wish.cheapest':
      turn.say(line.id, line.values);
      break;
    case 'negotiation.wish.aboveSaid':
    case 'negotiation.wish.aboveDocuments':
      turn.say(line.id, line.values);
      break;
    case 'negotiation.wish.pause':
    case 'negotiation.wish.stepUp':
    case 'negotiation.wish.settle':
      turn.say(line.id, line.values);
  }
}
