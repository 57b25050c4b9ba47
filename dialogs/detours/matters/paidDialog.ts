// "I have paid already": the payment is looked for by its amount and day; one that came in is told, one that did not is traced, with
// the slip to help, and nobody asks for it meanwhile.
import { type CalendarDate, daysBetween } from '../../../data/domain/calendar/calendar';
import { certainTurn } from '../../../data/domain/customer/customerTurn';
import { type Fen, yuanToFen } from '../../../data/domain/money/money';
import { isProtective } from '../../talk/acts/steps';
import { addWords, casesAt, openCase } from '../../talk/matters';
import { isQuestion, saysPaid, tellsWhen } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import { amountsIn, dayBefore } from '../../understanding/quantities/datesIn';
import { restWhileChecked } from './disputeDialog';
import { sayHere } from './evidenceDialog';

/** A payment is taken for the one meant when it came in within these days. */
const recentPaymentDays = 45;
/** A transfer arrives some days after it was made, and people are a day or two out. */
const daysApartMax = 5;

interface Told {
  readonly amountFen: Fen | null;
  readonly on: CalendarDate | null;
}

const toldIn = ({ typed, today }: Turn): Told => {
  const [yuan] = amountsIn(typed, today);
  return { amountFen: yuan === undefined ? null : yuanToFen(yuan), on: dayBefore(typed, today) };
};

const recentPayments = async (turn: Turn) =>
  (await turn.ownAccounts())
    .flatMap((account) => account.payments)
    .filter(({ paidOn }) => daysBetween(paidOn, turn.today) <= recentPaymentDays)
    .sort((a, b) => b.paidOn.localeCompare(a.paidOn));

/** The payment that was told: of that amount and near that day, where both were named. */
async function paymentMeant(turn: Turn, { amountFen, on }: Told) {
  if (amountFen === null) return undefined;
  const isNear = (paidOn: CalendarDate) => on === null || Math.abs(daysBetween(on, paidOn)) <= daysApartMax;
  return (await recentPayments(turn)).find((one) => one.amountFen === amountFen && isNear(one.paidOn));
}

export async function alreadyPaid(turn: Turn): Promise<After> {
  const told = toldIn(turn);
  const found = await paymentMeant(turn, told);
  if (found !== undefined) {
    turn.say('alreadyPaid.matched', { date: found.paidOn, amount: found.amountFen });
    turn.tap('button.human', {}, 'human');
    return 'resume';
  }
  const [newest] = await recentPayments(turn);
  if (newest !== undefined) turn.say('alreadyPaid.found', { date: newest.paidOn, amount: newest.amountFen });
  await trace(turn, told);
  turn.tap('button.human', {}, 'human');
  return 'stay';
}

async function trace(turn: Turn, { amountFen, on }: Told): Promise<void> {
  const { disputeDays } = turn.services.bank;
  const opened = await openCase(turn, 'alreadyPaid', disputeDays);
  const { caseNumber, dueOn, isNew } = opened;
  restWhileChecked(turn);
  if (amountFen !== null) turn.say('alreadyPaid.notSeen', { amount: amountFen });
  if (isNew) turn.say('alreadyPaid.opened', { caseNumber, days: disputeDays });
  else {
    turn.say('case.underWay', { caseNumber, dueOn });
    if (amountFen !== null || on !== null) addWords(turn, opened);
  }
  if (amountFen === null && turn.timesSaid('alreadyPaid.ask') === 0) turn.say('alreadyPaid.ask', {});
  else sayHere(turn);
}

/** The payment was talked of in the last reply, and the message names its amount. */
export function hearPaid(turn: Turn): void {
  const { heard, typed } = turn;
  const isOfIt = turn.wasJustSaid('alreadyPaid.ask') || (turn.wasJustSaid('alreadyPaid.opened') && saysPaid(typed));
  if (!isOfIt || isQuestion(typed) || toldIn(turn).amountFen === null) return;
  turn.heard = { ...certainTurn('alreadyPaid'), language: heard.language };
}

/** Replies right after which what is told belongs to the payment that is traced. */
const ofPayment: readonly string[] = ['alreadyPaid.opened', 'case.noted'];
/** A detail is short; a longer message tells something of its own. */
const detailMax = 80;
/** Confidence (0-1) from which another wish is one, also right after a payment is traced. */
const sureOfWish = 0.9;

/** "By bank transfer, on Tuesday the 17th": when it was, told right after it was taken up; with its amount it is looked for. */
export function tellsOfPayment(turn: Turn): boolean {
  const { heard, typed, state } = turn;
  const isAfter = state.lastSpoken.some(({ id }) => ofPayment.includes(id));
  const { intent, confidence } = heard;
  if (!isAfter || isProtective(intent) || intent === 'undo' || heard.acts.length > 1) return false;
  const mayBe = confidence < sureOfWish || intent === 'alreadyPaid' || intent === 'dispute';
  return (
    mayBe && typed.length <= detailMax && tellsWhen(typed) && !isQuestion(typed) && toldIn(turn).amountFen === null
  );
}

/** Keeps what was told with the payment that is traced, and says by when the bank answers. */
export async function notePayment(turn: Turn): Promise<After> {
  const numbers = turn.state.lastSpoken.map(({ values }) => values.caseNumber);
  const open = (await casesAt(turn)).find(({ caseNumber }) => numbers.includes(caseNumber));
  if (open === undefined) return alreadyPaid(turn);
  const { caseNumber, dueOn } = open;
  addWords(turn, open);
  turn.say('case.noted', { caseNumber, dueOn }).tap('button.human', {}, 'human');
  return 'stay';
}
