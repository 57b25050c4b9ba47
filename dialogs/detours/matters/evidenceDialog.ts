// Papers have a way in (R12): where to send them, and for an open matter what is still missing.
import { saysNoPapers } from '../../stages/hardship/hardshipQuestions';
import { openOfKind } from '../../talk/matters';
import type { After, Turn } from '../../talk/turn';
import { sayAgreementDocument } from '../money/arrangementLines';
import { says } from '../money/ownFigureWords';
import { megabytesMax, namePaper } from './filesDialog';

/** Where papers go; of an agreement that was made, a copy where one is asked for; a tap names one that was just sent. */
export async function evidence(turn: Turn): Promise<After> {
  const { bank } = turn.services;
  const { paper } = turn.heard.slots;
  const named = paper === undefined ? undefined : await namePaper(turn, paper);
  if (named !== undefined) return named;
  if (says('copy', turn.typed) && (await sayAgreementDocument(turn))) return 'resume';
  const [hardship] = await openOfKind(turn, 'hardship');
  if (hardship !== undefined && saysNoPapers(turn.typed)) {
    turn.say('evidence.noneYet', {}).tap('button.human', {}, 'human');
    return 'resume';
  }
  sayHere(turn);
  turn.say('evidence.where', { places: bank.papers[turn.state.locale] });
  const reason = turn.state.hardshipReason;
  // Only what fits the reason that was told; all kinds where none was.
  if (hardship !== undefined && reason !== null) turn.say(`hardship.needs.${reason}`, {});
  else if (hardship !== undefined) turn.say('evidence.list', { list: bank.hardshipEvidence[turn.state.locale] });
  else turn.say('evidence.number', {});
  turn.tap('button.human', {}, 'human');
  return 'resume';
}

/** Where the channel brings files in, this is the nearest way. */
export function sayHere(turn: Turn): void {
  if (!turn.services.channel(turn.input.channelId).takesFiles) return;
  if (turn.customerId === null) turn.say('file.hereAfterCheck', {});
  else turn.say('file.here', { megabytes: megabytesMax(turn) });
}
