// No arrangement is possible: on which ground, and which ways stay open.
import { negotiableAccount } from '../../../data/domain/account/account';
import type { RefusalReason } from '../../../data/domain/negotiation/move';
import type { After, Turn } from '../../talk/turn';

/** A refusal names its ground and keeps a way on: a person, a hardship review, a part payment. */
export function sayRefusal(turn: Turn, reason: RefusalReason, totalFen: number): void {
  switch (reason) {
    case 'balanceTooSmall':
      turn.say('negotiation.refuse.balanceTooSmall', { total: totalFen });
      break;
    case 'balanceTooLarge':
      turn.say('negotiation.refuse.balanceTooLarge', { total: totalFen });
      break;
    default:
      turn.say(`negotiation.refuse.${reason}`, {});
  }
  turn.state.stage = 'open';
  turn.state.negotiation = null;
  turn.say('negotiation.refuse.close', {});
  turn
    .tap('button.repay', {}, 'ask.howToRepay')
    .tap('button.hardshipReview', {}, 'hardship')
    .tap('button.human', {}, 'human');
}

export async function refuse(turn: Turn, reason: RefusalReason): Promise<After> {
  const [first, ...others] = await turn.ownAccounts();
  const total = first === undefined ? 0 : negotiableAccount([first, ...others], turn.today).balanceFen;
  sayRefusal(turn, reason, total);
  return 'stay';
}
