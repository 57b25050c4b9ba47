// "I'll pay the minimum tomorrow": a promise whose sum is named by what it is, and stands in the book in figures.
import { arrangementState } from '../../../../data/domain/arrangement/arrangement';
import type { CalendarDate } from '../../../../data/domain/calendar/calendar';
import { type CustomerTurn, certainTurn, exactYuan, type Slots } from '../../../../data/domain/customer/customerTurn';
import type { Fen } from '../../../../data/domain/money/money';
import { ownWords } from '../../../talk/acts/ownWords';
import { isProtective } from '../../../talk/acts/steps';
import type { Turn } from '../../../talk/turn';
import { accountsMeant, minimumDueOf } from '../accountDialog';
import { arrangementInForce } from '../arrangementLines';
import { addsNext, asks } from '../table/tableWords';
import { promiseSays } from './promiseWords';

const namesNoSum = ({ slots }: CustomerTurn): boolean =>
  [slots.lumpSum, slots.lumpSumShare, slots.amount, slots.monthlyAmount].every((sum) => sum === undefined);

/** What a promise is of: its sum, and its day where that is known with it. */
interface Meant {
  readonly fen: Fen;
  readonly day?: CalendarDate;
}

/** The acts of a promise get the sum; a small figure beside it ("by 5") was an hour or a day, and is asked about no more. */
function withSum(heard: CustomerTurn, { fen, day }: Meant): CustomerTurn {
  const meant = (slots: Slots): Slots => ({
    ...(day === undefined ? {} : { payDate: day }),
    ...slots,
    lumpSum: exactYuan(fen),
  });
  const acts = heard.acts.map((act) => (act.intent === 'promiseToPay' ? { ...act, slots: meant(act.slots) } : act));
  return { ...heard, slots: meant(heard.slots), acts, ambiguity: null };
}

/** What is meant by a promise without a figure: what was missed of an arrangement, else the minimum due where that is spoken of. */
async function sumMeant(turn: Turn): Promise<Meant> {
  const { state } = turn;
  const words = ownWords(turn);
  const inForce = await arrangementInForce(turn);
  if (inForce !== undefined && inForce.missed > 0) {
    const { next } = arrangementState(inForce.record, turn.today, turn.services.contract);
    // "With this month's": both, on the day of the next.
    return next !== null && addsNext(words, state.locale)
      ? { fen: inForce.missedFen + next.amountFen, day: next.dueDate }
      : { fen: inForce.missedFen };
  }
  const says = (name: 'minimum' | 'catchesUp') => promiseSays(name, words, state.locale);
  // Told what puts the account right, "I'll send it tonight" is just that.
  const isMinimum = says('minimum') || says('catchesUp') || turn.wasJustSaid('account.minimumMadeOf');
  return { fen: isMinimum ? minimumDueOf(await accountsMeant(turn)) : 0 };
}

/** "The minimum", to how much will be paid on the day that was named. */
function answersHowMuch(turn: Turn): boolean {
  const { negotiation, locale } = turn.state;
  const isAsked = negotiation?.stage === 'promising' && negotiation.promise?.amountFen === null;
  const words = ownWords(turn);
  const isAnswer = isAsked && !isProtective(turn.heard.intent) && !asks(words, locale);
  return isAnswer && promiseSays('minimum', words, locale);
}

/** Hears what is paid in a promise by what it is of: this customer's minimum due, or the instalments that were missed. */
export async function hearSumNamed(turn: Turn): Promise<void> {
  const { customerId, heard } = turn;
  const promises = heard.intent === 'promiseToPay' && (heard.ambiguity === null || heard.ambiguity.kind === 'figure');
  if (customerId === null || !(promises || answersHowMuch(turn)) || !namesNoSum(heard)) return;
  const meant = await sumMeant(turn);
  if (meant.fen > 0)
    turn.heard = withSum(promises ? heard : { ...certainTurn('promiseToPay'), language: heard.language }, meant);
}
