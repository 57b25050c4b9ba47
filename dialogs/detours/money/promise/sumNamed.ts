// "I'll pay the minimum tomorrow": a promise whose sum is named by what it is, and stands in the book in figures.
import { arrangementState } from '../../../../data/domain/arrangement/arrangement';
import { type CustomerTurn, exactYuan } from '../../../../data/domain/customer/customerTurn';
import type { Fen } from '../../../../data/domain/money/money';
import { ownWords } from '../../../talk/acts/ownWords';
import type { Turn } from '../../../talk/turn';
import { accountsMeant, minimumDueOf } from '../accountDialog';
import { arrangementInForce } from '../arrangementLines';
import { addsNext } from '../table/tableWords';
import { promiseSays } from './promiseWords';

const namesNoSum = ({ slots }: CustomerTurn): boolean =>
  [slots.lumpSum, slots.lumpSumShare, slots.amount, slots.monthlyAmount].every((sum) => sum === undefined);

/** The acts of a promise get the sum; a small figure beside it ("by 5") was an hour or a day, and is asked about no more. */
function withSum(heard: CustomerTurn, fen: Fen): CustomerTurn {
  const lumpSum = exactYuan(fen);
  const acts = heard.acts.map((act) =>
    act.intent === 'promiseToPay' ? { ...act, slots: { ...act.slots, lumpSum } } : act,
  );
  return { ...heard, slots: { ...heard.slots, lumpSum }, acts, ambiguity: null };
}

/** What is meant by a promise without a figure: what was missed of an arrangement, else the minimum due where that is spoken of. */
async function sumMeant(turn: Turn): Promise<Fen> {
  const { state } = turn;
  const words = ownWords(turn);
  const inForce = await arrangementInForce(turn);
  if (inForce !== undefined && inForce.missed > 0) {
    const { next } = arrangementState(inForce.record, turn.today, turn.services.contract);
    return inForce.missedFen + (addsNext(words, state.locale) ? (next?.amountFen ?? 0) : 0);
  }
  const says = (name: 'minimum' | 'catchesUp') => promiseSays(name, words, state.locale);
  // Told what puts the account right, "I'll send it tonight" is just that.
  const isMinimum = says('minimum') || says('catchesUp') || turn.wasJustSaid('account.minimumMadeOf');
  return isMinimum ? minimumDueOf(await accountsMeant(turn)) : 0;
}

/** Hears what is paid in a promise by what it is of: this customer's minimum due, or the instalments that were missed. */
export async function hearSumNamed(turn: Turn): Promise<void> {
  const { customerId, heard } = turn;
  const promises = heard.intent === 'promiseToPay' && (heard.ambiguity === null || heard.ambiguity.kind === 'figure');
  if (customerId === null || !promises || !namesNoSum(heard)) return;
  const due = await sumMeant(turn);
  if (due > 0) turn.heard = withSum(heard, due);
}
