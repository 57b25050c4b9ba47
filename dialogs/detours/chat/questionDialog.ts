// Ask: the bank's approved answer with source and date, led by the customer's own figures after verification; then back to
// the thread.
import { daysPastDueOn, owedOn } from '../../../data/domain/account/account';
import { interestADay } from '../../../data/domain/account/whatPaying';
import { paysPrincipalFirst } from '../../../data/domain/money/paymentAllocation';
import type { Answer } from '../../../data/knowledge/answer';
import { withBankFacts } from '../../../data/knowledge/bankFacts';
import type { After, Turn } from '../../talk/turn';
import { offerDataRight } from '../matters/dataRights/dataRightDialog';
import { amountAsked, sayAfterPaying, sayMinimumOnly } from '../money/accountDialog';
import { arrangementInForce } from '../money/arrangementLines';
import { says } from '../money/ownFigureWords';
import { sayRepayChannels } from '../money/repayDialog';
import { approvedAnswer, moreAsked } from './approvedAnswer';
import { offerNext } from './openingDialog';

/** Lets a question in general be followed by a look at the customer's own case; offered in words once a topic (R9). */
export function offerOwnCase(turn: Turn, isNewTopic: boolean): void {
  turn.tap('button.verify', {}, 'negotiate.start');
  const asked = turn.services.knowledge.answers.find(({ id }) => id === turn.state.topic?.answerId)?.intent;
  if (asked === 'ask.outsourcing' || asked === 'ask.partialPayment')
    turn.tap('button.collectorReal', {}, 'verifyCollector');
  turn.tap('button.human', {}, 'human');
  if (!isNewTopic) return;
  turn.say('question.offerVerify', {});
  turn.affirmMeans = turn.taps[0]?.turn ?? null;
}

/** Answers to which the customer's own figures belong: what the interest is, what the fees are, what a payment goes to. */
const ownFigures: Readonly<Record<string, 'interest' | 'fees' | 'order'>> = {
  interestAndFees: 'interest',
  interestStops: 'interest',
  lateCharge: 'fees',
  interestOrder: 'order',
};

/** Malicious overdraft starts at 50,000 yuan of principal: criminal law Art. 196 and interpretation 法释〔2018〕19号. */
const crimeThresholdFen = 5_000_000;

/** Matters in which how late one's own card is belongs to the answer. */
const ofOwnCard: readonly string[] = [
  'overdue',
  'creditRecord',
  'interestAndFees',
  'law',
  'court',
  'repaying',
  'instalments',
];
const isOfOwnCard = (answer: Answer | undefined): boolean => answer === undefined || ofOwnCard.includes(answer.topic);

/** The customer's own case, before the rule in general; true where it was said. */
async function sayPersonal(turn: Turn, answer: Answer | undefined): Promise<boolean> {
  const before = turn.lines.length;
  const intent = answer?.intent ?? turn.heard.intent;
  const about = answer === undefined ? undefined : ownFigures[answer.id];
  const amount = amountAsked(turn);
  if (amount !== undefined && (about !== undefined || intent === 'ask.partialPayment')) {
    await sayAfterPaying(turn, amount);
    return true;
  }
  const accounts = await turn.ownAccounts();
  if (intent === 'ask.outsourcing' && accounts.length > 0 && accounts.every(({ agencyId }) => agencyId === null))
    turn.say('collector.notPlaced', {});
  for (const account of accounts) {
    const daysPastDue = daysPastDueOn(account, turn.today);
    const { minimumDueFen: minimumDue } = account;
    if (intent === 'ask.minimumPayment' && minimumDue > 0 && !says('onlyMinimum', turn.input.text)) {
      turn.say('account.minimumMadeOf', { tail: account.cardTail, minimumDue });
      continue;
    }
    if (daysPastDue === 0 || account.flags.includes('dispute')) continue;
    const { cardTail: tail, principalFen: principal } = account;
    const { interestFen: interest, feesFen: fees } = owedOn(account, turn.today);
    if (about === 'interest')
      turn.say('account.interest', { tail, interest, principal, perDay: interestADay(account) });
    else if (about === 'fees') turn.say('account.fees', { tail, fees });
    else if (about === 'order' || intent === 'ask.partialPayment')
      turn.say(paysPrincipalFirst(daysPastDue) ? 'question.personalFrom91' : 'question.personalUntil90', {
        daysPastDue,
      });
    else if (intent === 'ask.legalAction' && principal < crimeThresholdFen)
      turn.say('question.personalPrincipalBelow', { principal });
    else if (isOfOwnCard(answer) && turn.timesSaid('account.summary') + turn.timesSaid('question.personal') === 0)
      turn.sayIfRoom('question.personal', { tail, daysPastDue });
  }
  return turn.lines.length > before;
}

/** What an agreement under way changes about being chased. */
async function sayContactRests(turn: Turn, answer: Answer | undefined): Promise<void> {
  const intent = answer?.intent ?? turn.heard.intent;
  if (intent !== 'ask.outsourcing' && intent !== 'ask.collectionContact') return;
  const inForce = await arrangementInForce(turn);
  if (inForce !== undefined && inForce.missed === 0) turn.say('arrangement.contactRests', {});
}

/** The gist of an answer, for a second question in one message. */
const gistOf = (text: string): string => text.split('\n')[0]?.replace(/[：:]$/, '') ?? text;

/** Tells an answer, or more of it; a second one in the same reply in one line. */
function tell(turn: Turn, answer: Answer, part: 'short' | 'more'): void {
  const { state, services } = turn;
  const approved = answer[part] ?? answer.short;
  const text = withBankFacts(approved[state.locale], services.bank);
  const answeredAlready = turn.said.some(({ id }) => id === 'question.answer');
  if (answeredAlready) turn.sayIfRoom('question.gist', { text: gistOf(text) });
  else turn.say('question.answer', { text, source: answer.source[state.locale], asOf: answer.asOf });
  if (!answer.confirmed && !answeredAlready) turn.sayIfRoom('question.toConfirm', {});
  if (part === 'short' && answer.more !== null && !answeredAlready) turn.tap('button.more', {}, answer.intent);
  state.topic = { answerId: answer.id, turnNumber: state.turnNumber };
  const inputs = { intent: turn.heard.intent, answerId: answer.id, part };
  turn.audit('answered', inputs, { asOf: answer.asOf, confirmed: answer.confirmed });
}

/** Answers the question of this turn; says so plainly when there is no approved answer. */
function answerQuestion(turn: Turn, answer: Answer | undefined): void {
  if (answer !== undefined) tell(turn, answer, 'short');
  else turn.say('question.noAnswer', { hotline: turn.services.bank.hotline }).tap('button.human', {}, 'human');
}

async function howToRepay(turn: Turn, answer: Answer | undefined): Promise<After> {
  if (answer !== undefined && answer.general !== true) {
    answerQuestion(turn, answer);
    return 'resume';
  }
  await sayRepayChannels(turn);
  if (answer !== undefined) turn.state.topic = { answerId: answer.id, turnNumber: turn.state.turnNumber };
  return 'resume';
}

export async function ask(turn: Turn): Promise<After> {
  const more = moreAsked(turn);
  if (more !== undefined) {
    tell(turn, more, 'more');
    return 'resume';
  }
  const answer = await approvedAnswer(turn);
  if (turn.heard.intent === 'ask.howToRepay') return howToRepay(turn, answer);
  const { customerId, state } = turn;
  const before = turn.services.knowledge.answers.find(({ id }) => id === state.topic?.answerId);
  if (customerId !== null) {
    await sayContactRests(turn, answer);
    await sayPersonal(turn, answer);
  }
  answerQuestion(turn, answer);
  const isOfMinimumOnly = /^minimumOnly/.test(answer?.id ?? '') || says('onlyMinimum', turn.input.text);
  if (customerId !== null && isOfMinimumOnly && turn.heard.intent === 'ask.minimumPayment') await sayMinimumOnly(turn);
  if (state.stage !== 'open' || turn.moreFollows) return 'resume';
  if (offerDataRight(turn, answer?.id)) return 'resume';
  const goesOn = before?.topic === answer?.topic || before?.intent === answer?.intent;
  if (customerId === null) offerOwnCase(turn, !goesOn);
  else offerNext(turn);
  return 'resume';
}
