// "I'll pay the minimum tomorrow": a promise whose sum is named by what it is, and stands in the book in figures.
import { type CustomerTurn, exactYuan } from '../../../../data/domain/customer/customerTurn';
import type { Fen } from '../../../../data/domain/money/money';
import { ownWords } from '../../../talk/acts/ownWords';
import type { Turn } from '../../../talk/turn';
import { accountsMeant } from '../accountDialog';
import { promiseSays } from './promiseWords';

const namesNoSum = ({ slots }: CustomerTurn): boolean =>
  [slots.lumpSum, slots.amount, slots.monthlyAmount].every((sum) => sum === undefined);

/** The acts of a promise get the sum; a small figure beside it ("by 5") was an hour or a day, and is asked about no more. */
function withSum(heard: CustomerTurn, fen: Fen): CustomerTurn {
  const lumpSum = exactYuan(fen);
  const acts = heard.acts.map((act) =>
    act.intent === 'promiseToPay' ? { ...act, slots: { ...act.slots, lumpSum } } : act,
  );
  return { ...heard, slots: { ...heard.slots, lumpSum }, acts, ambiguity: null };
}

/** Hears "the minimum" in a promise as this customer's minimum due, on the cards that are spoken of. */
export async function hearSumNamed(turn: Turn): Promise<void> {
  const { customerId, heard, state } = turn;
  const promises = heard.intent === 'promiseToPay' && (heard.ambiguity === null || heard.ambiguity.kind === 'figure');
  if (customerId === null || !promises || !namesNoSum(heard)) return;
  if (!promiseSays('minimum', ownWords(turn), state.locale)) return;
  const due = (await accountsMeant(turn)).reduce((sum, { minimumDueFen }) => sum + minimumDueFen, 0);
  if (due > 0) turn.heard = withSum(heard, due);
}
