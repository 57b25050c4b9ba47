// After three wrong answers only a person goes on; questions in general are still answered.
import { handOff } from '../../detours/handoffDialog';
import { interruptions, needsRightParty } from '../../detours/interruptions';
import type { After, Turn } from '../../talk/turn';

export async function hearLocked(turn: Turn): Promise<After> {
  const { intent } = turn.heard;
  const detour = needsRightParty(intent) ? undefined : interruptions[intent];
  if (detour !== undefined && intent !== 'outOfScope') return detour(turn);
  const times = turn.timesSaid('verify.lockedStill');
  turn.say('verify.lockedStill', { hotline: turn.services.bank.hotline });
  if (times > 0) await handOff(turn, 'identityLocked');
  else turn.tap('button.human', {}, 'human');
  return 'stay';
}
