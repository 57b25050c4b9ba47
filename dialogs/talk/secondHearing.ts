// Where our own reading is unsure, the bank's second reader is asked, if it has one: what it says counts only where it can be
// checked, and is kept with model and prompt version, so that a replay uses what was read then.
import type { CustomerTurn } from '../../data/domain/customer/customerTurn';
import { acceptReading } from '../understanding/secondReading/accept';
import { isUnsure } from '../understanding/secondReading/reading';
import type { Turn } from './turn';

/** The turn as it is heard in the end: ours, or the second reading where it is believed. */
export async function hearAgain(turn: Turn): Promise<CustomerTurn> {
  const { heard, services, state, input } = turn;
  const reader = services.secondReader;
  if (reader === null || !isUnsure(heard)) return heard;
  const outcome = await reader.read({ text: input.masked, locale: state.locale, lastQuestion: state.lastWords });
  const read = outcome.kind === 'read' ? acceptReading(heard, outcome.acts, input.masked) : null;
  turn.audit(
    'secondReading',
    { model: reader.model, promptVersion: reader.promptVersion, own: heard.intent },
    read?.kind === 'accepted'
      ? { kind: 'accepted', acts: read.turn.acts }
      : { kind: read?.kind ?? outcome.kind, why: read?.why ?? (outcome.kind === 'failed' ? outcome.why : null) },
  );
  return read?.kind === 'accepted' ? read.turn : heard;
}
