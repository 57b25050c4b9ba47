// Somebody who speaks for the holder, or answers beside them: what to bring, and a person. No fact, and no hint of one (P2).
import type { RoleBesideHolder } from '../../../data/domain/customer/customerTurn';
import { asksWhereToSend } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import type { MessageId } from '../../text/messages';
import { leaveHoldersTalk } from './someoneElseDialog';

const whatToBring = {
  guarantor: 'authority.guarantor',
  heir: 'authority.heir',
  supplementaryHolder: 'authority.supplementaryHolder',
  lawyer: 'authority.lawyer',
  helper: 'authority.helper',
  relative: 'authority.relative',
} as const satisfies Readonly<Record<RoleBesideHolder, MessageId>>;

/** What to bring was told: where to bring it is told next, and not the same once more. */
function sayWhere(turn: Turn): After {
  turn.say('authority.papers', {});
  turn.say('evidence.where', { places: turn.services.bank.papers[turn.state.locale] });
  return 'stay';
}

export async function authority(turn: Turn): Promise<After> {
  const role = turn.heard.slots.role ?? 'relative';
  if (turn.timesSaid('authority.person') > 0 && asksWhereToSend(turn.typed)) return sayWhere(turn);
  leaveHoldersTalk(turn);
  turn.audit('authority', { role }, {});
  turn.say(whatToBring[role], {});
  turn.say('authority.person', { hotline: turn.services.bank.hotline }).tap('button.human', {}, 'human');
  return 'stay';
}
