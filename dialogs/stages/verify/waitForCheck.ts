// A wish that touches an account waits for the identity check; what can be said before it, is.
import { cancelled } from '../../detours/chat/openingDialog';
import { sayLock } from '../../detours/matters/disputeDialog';
import { addToWaiting } from '../../talk/acts/waiting';
import type { After, Turn } from '../../talk/turn';
import { sayFeeling } from '../hardship/hardshipDialog';
import { lockedDialog } from './lockedDialog';
import { askToVerify } from './verifyIdentityDialog';

/** What needs no account and helps at once: five words of feeling before any form (R11), the rule about relief. */
function sayBeforeCheck(turn: Turn): void {
  const { intent, signals } = turn.heard;
  if (intent === 'hardship' || signals.includes('hardship')) sayFeeling(turn);
  if (intent === 'dispute') sayLock(turn);
  if (intent === 'negotiate.priceRelief' && turn.timesSaid('relief.rule') === 0) turn.say('relief.rule', {});
}

export async function waitForCheck(turn: Turn): Promise<After> {
  const { stage } = turn.state;
  if (stage === 'locked') return lockedDialog.hear(turn);
  // There is no plan yet that could be turned down: what is refused is to go on.
  if (turn.heard.intent === 'negotiate.reject') return cancelled(turn);
  addToWaiting(turn, turn.heard);
  sayBeforeCheck(turn);
  if (stage === 'verifying') return 'resume';
  askToVerify(turn);
  return 'stay';
}
