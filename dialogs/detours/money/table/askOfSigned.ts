// Questions about the arrangement in force: its own figures, what a missed instalment takes, what clears it on a day.
import { arrangementState } from '../../../../data/domain/arrangement/arrangement';
import type { ArrangementRecord, BalanceAtSigning } from '../../../../data/domain/arrangement/arrangementRecord';
import { payOffOn } from '../../../../data/domain/arrangement/payOff';
import { certainTurn, type Intent, type NumberRange } from '../../../../data/domain/customer/customerTurn';
import { missedInstalmentsMaxDefault } from '../../../../data/domain/offer/costTable';
import { negotiate } from '../../../stages/negotiate/negotiationDialog';
import { ownWords } from '../../../talk/acts/ownWords';
import type { After, Turn } from '../../../talk/turn';
import { daysNamed } from '../../../understanding/quantities/datesIn';
import { ask } from '../../chat/questionDialog';
import { account } from '../accountDialog';
import { arrangementInForce, sayArrangement, sayStanding } from '../arrangementLines';
import { says } from '../ownFigureWords';
import { sayLeftOfSigned, supposesLifeEvent } from './planAhead';
import { sayTopic, type Topic } from './topicAnswers';

/** What has not been paid, what it comes to with the next one, and that it can be made up at any time. */
function sayMakeUp(turn: Turn, record: ArrangementRecord): void {
  const { missed, missedFen, next } = arrangementState(record, turn.today, turn.services.contract);
  const [first] = missed;
  if (first === undefined) turn.say('arrangement.nothingMissed', {});
  else if (next === null) turn.say('arrangement.makeUp', { date: first.dueDate, amount: missedFen });
  else
    turn.say('arrangement.makeUpWithNext', {
      date: first.dueDate,
      amount: missedFen,
      nextDate: next.dueDate,
      both: missedFen + next.amountFen,
    });
}

/** What a missed instalment means, with what was missed of one's own. */
function sayMissed(turn: Turn, record: ArrangementRecord): void {
  const { missed, missedFen } = arrangementState(record, turn.today, turn.services.contract);
  const [first] = missed;
  turn.say('offer.missed', { graceDays: turn.services.contract.graceDays, missed: missedInstalmentsMaxDefault });
  if (supposesLifeEvent(turn)) turn.say('offer.changedLife', {});
  if (first !== undefined)
    turn.say('arrangement.missed', { missed: missed.length, amount: missedFen, date: first.dueDate });
}

/** Which cards it covers, with what was owed on each when it was signed. */
function sayCardsSigned(turn: Turn, { balances }: ArrangementRecord): void {
  const [only, ...others] = balances;
  const card = ({ cardTail: tail, totalFen: owed }: BalanceAtSigning) => turn.words('agreement.card', { tail, owed });
  const list = balances.map(card).join(turn.words('agreement.cardAnd', {}));
  if (others.length > 0) turn.say('agreement.cards', { list });
  else if (only !== undefined) turn.say('offer.oneCard', { tail: only.cardTail });
}

/** The day's own figure, and how it is done. */
function sayPayOff(turn: Turn, record: ArrangementRecord): void {
  const date = turn.heard.slots.payDate ?? daysNamed(ownWords(turn), turn.today).at(-1) ?? turn.today;
  const { totalFen: total, principalFen: principal, interestFen: interest } = payOffOn(record, date);
  turn.say('offer.earlyRepayment', {});
  if (turn.timesSaid('arrangement.payOff') === 0 || date !== turn.today)
    turn.say('arrangement.payOff', { date, total, principal, interest });
}

/** Answers from the arrangement; false where none is in force. */
export async function answerOfSigned(turn: Turn, topics: readonly Topic[]): Promise<boolean> {
  const inForce = await arrangementInForce(turn);
  if (inForce === undefined) return false;
  const { record } = inForce;
  const signed = { offer: record.offer, name: turn.words('offer.signed', {}) };
  for (const topic of topics)
    if (topic === 'makeUp') sayMakeUp(turn, record);
    else if (topic === 'missed') sayMissed(turn, record);
    else if (topic === 'nextDue') sayStanding(turn, record);
    else if (topic === 'leftAfter') sayLeftOfSigned(turn, record, signed.name);
    else if (topic === 'earlyRepayment' || topic === 'payOff') sayPayOff(turn, record);
    else if (topic === 'whyNot' || topic === 'dueDay' || topic === 'list' || topic === 'validity')
      await sayArrangement(turn);
    else if (topic === 'cards') sayCardsSigned(turn, record);
    else await sayTopic(turn, [signed], topic);
  turn.tap('button.arrangement', {}, 'account.arrangement').tap('button.human', {}, 'human');
  return true;
}

/** Where there is no plan, a question of sums and days is about the account. */
const askedOfAccount: Partial<Record<Topic, Intent>> = {
  total: 'account.balance',
  interest: 'ask.interestAndFees',
  firstDate: 'account.dueDate',
};

const namesPlan = ({ heard: { slots }, input }: Turn): boolean =>
  slots.offerNumber !== undefined || slots.instalmentCount !== undefined || says('plan', input.text);

/** What holds of every plan, and is told before one was worked out. */
const always: readonly Topic[] = [
  'earlyRepayment',
  'missed',
  'makeUp',
  'agency',
  'whyNot',
  'fees',
  'least',
  'payMore',
  'payTo',
  'changeLater',
  'cards',
];

/** "And how long would that last?", of the least a month that was just told: the plan that it belongs to. */
function lengthTold({ state: { lastSpoken } }: Turn, topic: Topic): NumberRange | undefined {
  const count = lastSpoken.find(({ id }) => id === 'why.lowestInstalment')?.values.count;
  const isOfPlan = topic === 'lastDate' || topic === 'total' || topic === 'interest' || topic === 'firstDate';
  return isOfPlan && typeof count === 'number' ? { min: count, max: count } : undefined;
}

/** No plan was worked out yet: what holds for every plan is told, and for the rest a figure is asked for. */
export async function askOfNothing(turn: Turn, topic: Topic): Promise<After> {
  const ofCard = turn.heard.slots.cardTail === undefined ? askedOfAccount[topic] : 'account.balance';
  const intent = namesPlan(turn) || turn.state.stage !== 'open' ? undefined : ofCard;
  if (intent !== undefined) {
    turn.heard = { ...turn.heard, intent };
    return intent === 'ask.interestAndFees' ? ask(turn) : account(turn);
  }
  const holdsForAll = always.includes(topic);
  if (holdsForAll) {
    await sayTopic(turn, [], topic);
    return 'resume';
  }
  const { cardTail } = turn.heard.slots;
  const instalmentCount = turn.heard.slots.instalmentCount ?? lengthTold(turn, topic);
  // "What would it be over 3 years?": the plan of that length is worked out.
  if (instalmentCount !== undefined && turn.state.stage !== 'describingHardship') {
    const slots = { instalmentCount, ...(cardTail === undefined ? {} : { cardTail }) };
    turn.heard = { ...certainTurn('negotiate.terms', slots), language: turn.heard.language };
    return negotiate(turn);
  }
  // What can be paid was told before: the plans that are asked about are worked out.
  if (turn.state.negotiation?.facts.statedMonthly != null) {
    // What else is said of paying is heard by the engine in this same reply.
    if (turn.moreFollows) return 'resume';
    turn.heard = { ...certainTurn('negotiate.start'), language: turn.heard.language };
    return negotiate(turn);
  }
  turn.say('offer.none', {});
  // In the middle of something else its own question stands last.
  if (turn.state.stage !== 'open' && turn.state.stage !== 'negotiating') return 'resume';
  turn.expects = 'monthlyAmount';
  turn
    .tap('button.unsure', {}, 'negotiate.start')
    .tap('button.noIncome', {}, 'hardship')
    .tap('button.human', {}, 'human');
  return 'stay';
}
