// Somebody who speaks for the holder, or answers beside them: what to bring, and a person. No fact, and no hint of one (P2).
import type { RoleBesideHolder } from '../../../data/domain/customer/customerTurn';
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

export async function authority(turn: Turn): Promise<After> {
  const role = turn.heard.slots.role ?? 'relative';
  leaveHoldersTalk(turn);
  turn.audit('authority', { role }, {});
  turn.say(whatToBring[role], {});
  turn.say('authority.person', { hotline: turn.services.bank.hotline }).tap('button.human', {}, 'human');
  return 'stay';
}
