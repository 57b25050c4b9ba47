// "Why not lower?" in the customer's words: the true reasons of the last decision, as approved messages.
import type { WhyCountLine } from '../../../data/domain/negotiation/whyNotCount';
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

/** Why a plan of this length is not among those shown, or that it is possible. */
export function sayWhyCount(turn: Turn, line: WhyCountLine): void {
  switch (line.id) {
    case 'why.count.tight':
    case 'why.count.aboveSaid':
    case 'why.count.aboveDocuments':
      turn.say(line.id, line.values);
      break;
    case 'why.count.possible':
      turn.say(line.id, line.values);
      break;
    case 'why.count.notInRules':
      turn.say(line.id, line.values);
  }
}
