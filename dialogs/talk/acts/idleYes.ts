// A yes or a no that answers nothing, and thanks that choose nothing.
import type { CustomerTurn } from '../../../data/domain/customer/customerTurn';
import type { Turn } from '../turn';

/** "Ok, so what does that mean?": where nothing was asked that a yes or a no could answer, it answers nothing. */
export function withoutIdleYes(turn: Turn, steps: readonly CustomerTurn[]): readonly CustomerTurn[] {
  const { heard, state } = turn;
  if (state.affirmMeans !== null) return steps;
  // "Ok, thanks" to several plans chooses none of them.
  const offers = state.negotiation?.table ?? [];
  if (offers.length > 1 && state.stage === 'negotiating' && isOkThanks(heard))
    return [{ ...heard, intent: 'thanks', acts: [] }];
  if (steps.length < 2 || state.stage !== 'open') return steps;
  return steps.filter(({ intent }) => intent !== 'affirm' && intent !== 'deny');
}

const isOkThanks = ({ acts }: CustomerTurn): boolean =>
  acts.length > 1 && acts.every(({ intent }) => intent === 'affirm' || intent === 'thanks');
