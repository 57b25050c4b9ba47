// Papers have a way in (R12): where to send them, and for an open matter what is still missing.
import { openOfKind } from '../../talk/matters';
import type { After, Turn } from '../../talk/turn';
import { sayAgreementDocument } from '../money/arrangementLines';
import { says } from '../money/ownFigureWords';

/** Where papers go; of an agreement that was made, a copy where one is asked for. */
export async function evidence(turn: Turn): Promise<After> {
  const { bank } = turn.services;
  if (says('copy', turn.typed) && (await sayAgreementDocument(turn))) return 'resume';
  turn.say('evidence.where', { places: bank.papers[turn.state.locale] });
  const [hardship] = await openOfKind(turn, 'hardship');
  const reason = turn.state.hardshipReason;
  // Only what fits the reason that was told; all kinds where none was.
  if (hardship !== undefined && reason !== null) turn.say(`hardship.needs.${reason}`, {});
  else if (hardship !== undefined) turn.say('evidence.list', { list: bank.hardshipEvidence[turn.state.locale] });
  else turn.say('evidence.number', {});
  turn.tap('button.human', {}, 'human');
  return 'resume';
}
