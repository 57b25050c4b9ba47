// Somebody who speaks for the holder, or answers beside them: what to bring, and a person. No fact, and no hint of one (P2).
import type { RoleBesideHolder } from '../../../data/domain/customer/customerTurn';
import { asksWhereToSend } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import type { MessageId } from '../../text/messages';
import { leaveHoldersTalk } from './someoneElseDialog';
import { deniesBeingHolder } from './whoWrites';

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

/** Only the holder's own cards are spoken of; as a guarantor, or with a lawyer, a colleague takes it from there. */
function sayOnlyOwn(turn: Turn, role: RoleBesideHolder): After {
  turn.say('thirdParty.onlyYou', {});
  if (role === 'guarantor' || role === 'heir') {
    turn.say(whatToBring[role], {});
    turn.say('authority.person', { hotline: turn.services.bank.hotline }).tap('button.human', {}, 'human');
  }
  return 'resume';
}

export async function authority(turn: Turn): Promise<After> {
  const role = turn.heard.slots.role ?? 'relative';
  // Who has shown to be the holder is not sent away because somebody of theirs is mentioned (R3).
  if (turn.customerId !== null && !deniesBeingHolder(turn.typed)) return sayOnlyOwn(turn, role);
  if (turn.timesSaid('authority.person') > 0 && asksWhereToSend(turn.typed)) return sayWhere(turn);
  leaveHoldersTalk(turn);
  turn.audit('authority', { role }, {});
  turn.say(whatToBring[role], {});
  turn.say('authority.person', { hotline: turn.services.bank.hotline }).tap('button.human', {}, 'human');
  return 'stay';
}
