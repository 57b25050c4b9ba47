// Danger that the words tell plainly, whatever was read into them.
import { certainTurn, type Intent } from '../../../../data/domain/customer/customerTurn';
import type { Turn } from '../../../talk/turn';
import { plainDangerIn } from './dangerKind';

/** Served with the loss in mind already. */
const knowsOfLoss: readonly Intent[] = ['authority', 'hardship', 'thirdParty', 'evidence'];
/** Confidence (0-1) below which a loss that is told outweighs what was read beside it. */
const unsureBelow = 0.9;
/** Confidence (0-1) below which words of despair outweigh any other reading. */
const hardlyHeard = 0.7;

export function hearDanger(turn: Turn): void {
  const { heard, typed } = turn;
  const kind = plainDangerIn(typed);
  if (kind === null || heard.intent === 'vulnerable') return;
  if (kind === 'bereaved' && heard.intent === 'hardship' && turn.customerId !== null) {
    turn.heard = { ...heard, confidence: 1 };
    turn.state.hardshipReason = 'bereaved';
    return;
  }
  // Words of despair are also figures of speech: they count alone where nothing else was heard for sure.
  if (kind === 'despair' && heard.confidence >= hardlyHeard) return;
  if (kind === 'bereaved' && (knowsOfLoss.includes(heard.intent) || heard.confidence >= unsureBelow)) return;
  turn.heard = { ...certainTurn('vulnerable'), language: heard.language, signals: ['vulnerable'] };
}
