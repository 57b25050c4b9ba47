// "Why not lower?" in the customer's words: the true reasons of the last decision, as approved messages.
import type { WhyLine } from '../../../data/domain/negotiation/whyNotLower';
import type { Turn } from '../../talk/turn';

/** Says each reason; the version of the rules is left to the audit log unless it is all there is. */
export function sayWhy(turn: Turn, lines: readonly WhyLine[]): void {
  for (const line of lines)
    switch (line.id) {
      case 'why.lowestInstalment':
        turn.say(line.id, line.values);
        break;
      case 'why.rate':
        turn.say(line.id, line.values);
        break;
      case 'why.evidence':
        turn.say(line.id, line.values);
        break;
      case 'why.ceiling':
        turn.say(line.id, line.values);
        break;
      case 'why.policy':
        if (lines.length === 1) turn.say(line.id, line.values);
    }
}
