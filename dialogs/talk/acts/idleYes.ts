// A yes or a no that answers nothing, and thanks that choose nothing.
import type { CustomerTurn, Intent } from '../../../data/domain/customer/customerTurn';
import type { Turn } from '../turn';
import { turnOfAct } from './steps';

/** "Ok, so what does that mean?": where nothing was asked that a yes or a no could answer, it answers nothing. */
export function withoutIdleYes(turn: Turn, steps: readonly CustomerTurn[]): readonly CustomerTurn[] {
  const { heard, state } = turn;
  if (state.affirmMeans !== null) return steps;
  // "Ok, thanks" to several plans chooses none of them.
  const offers = state.negotiation?.table ?? [];
  if (offers.length > 1 && state.stage === 'negotiating' && isOkThanks(heard))
    return [{ ...heard, intent: 'thanks', acts: [] }];
  if (state.stage !== 'open') return steps;
  // "Ok, ok. What can you do?": beside a yes to nothing, what is said in passing is what is meant.
  const meant = heard.acts.find(({ intent }) => mayBeMeant.includes(intent));
  if (steps.every(isBareAnswer) && meant !== undefined) return [turnOfAct(heard, meant)];
  if (steps.length < 2) return steps;
  return steps.filter((step) => !isBareAnswer(step));
}

const isBareAnswer = ({ intent }: CustomerTurn): boolean => intent === 'affirm' || intent === 'deny';

/** Said in passing, and more than a yes that answers nothing. */
const mayBeMeant: readonly Intent[] = ['help', 'repeat', 'goodbye', 'cancel'];

const isOkThanks = ({ acts }: CustomerTurn): boolean =>
  acts.length > 1 && acts.every(({ intent }) => intent === 'affirm' || intent === 'thanks');
