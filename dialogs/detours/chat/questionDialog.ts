// Ask: the bank's approved answer with source and date, led by the customer's own figures after verification; then back to
// the thread.
import { daysPastDueOn, owedOn } from '../../../data/domain/account/account';
import { interestADay } from '../../../data/domain/account/whatPaying';
import type { Intent } from '../../../data/domain/customer/customerTurn';
import { paysPrincipalFirst } from '../../../data/domain/money/paymentAllocation';
import { type Answer, answerTo } from '../../../data/knowledge/knowledge';
import { ownWords } from '../../talk/acts/ownWords';
import type { After, Turn } from '../../talk/turn';
import { amountAsked, sayAfterPaying, sayMinimumOnly } from '../money/accountDialog';
import { arrangementInForce } from '../money/arrangementLines';
import { says } from '../money/ownFigureWords';
import { sayRepayChannels } from '../money/repayDialog';
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
  interestExample: 'interest',
  interestStops: 'interest',
  feesOnCard: 'fees',
  lateCharge: 'fees',
  interestOrder: 'order',
  howToRepayPart: 'order',
};

/** Malicious overdraft starts at 50,000 yuan of principal: criminal law Art. 196 and interpretation 法释〔2018〕19号. */
const crimeThresholdFen = 5_000_000;

/** The customer's own case, before the rule in general; true where it was said. */
async function sayPersonal(turn: Turn, answer: Answer | undefined): Promise<boolean> {
  const before = turn.lines.length;
  const about = answer === undefined ? undefined : ownFigures[answer.id];
  const amount = amountAsked(turn);
  if (amount !== undefined && (about !== undefined || turn.heard.intent === 'ask.partialPayment')) {
    await sayAfterPaying(turn, amount);
    return true;
  }
  for (const account of await turn.ownAccounts()) {
    const daysPastDue = daysPastDueOn(account, turn.today);
    if (daysPastDue === 0 || account.flags.includes('dispute')) continue;
    const { cardTail: tail, principalFen: principal } = account;
    const { interestFen: interest, feesFen: fees } = owedOn(account, turn.today);
    if (about === 'interest')
      turn.say('account.interest', { tail, interest, principal, perDay: interestADay(account) });
    else if (about === 'fees') turn.say('account.fees', { tail, fees });
    else if (about === 'order' || turn.heard.intent === 'ask.partialPayment')
      turn.say(paysPrincipalFirst(daysPastDue) ? 'question.personalFrom91' : 'question.personalUntil90', {
        daysPastDue,
      });
    else if (turn.heard.intent === 'ask.legalAction' && principal < crimeThresholdFen)
      turn.say('question.personalPrincipalBelow', { principal });
    else if (turn.timesSaid('account.summary') + turn.timesSaid('question.personal') === 0)
      turn.sayIfRoom('question.personal', { tail, daysPastDue });
  }
  return turn.lines.length > before;
}

/** What an agreement under way changes about being chased. */
async function sayContactRests(turn: Turn): Promise<void> {
  const { intent } = turn.heard;
  if (intent !== 'ask.outsourcing' && intent !== 'ask.collectionContact') return;
  const inForce = await arrangementInForce(turn);
  if (inForce !== undefined && inForce.missed === 0) turn.say('arrangement.contactRests', {});
}

/** The gist of an answer, for a second question in one message. */
const gistOf = (text: string): string => text.split('\n')[0]?.replace(/[：:]$/, '') ?? text;

/** The approved answer that this turn's question means; undefined where there is none. */
function answerMeant(turn: Turn, intent: Intent): Answer | undefined {
  const { services, state, today } = turn;
  return answerTo(services.knowledge, intent, ownWords(turn), state.locale, today);
}

/** Answers the question of this turn; says so plainly when there is no approved answer. */
export async function answerQuestion(turn: Turn, intent: Intent = turn.heard.intent): Promise<Answer | undefined> {
  const { state } = turn;
  const answer = answerMeant(turn, intent);
  if (answer === undefined) {
    turn.say('question.noAnswer', { hotline: turn.services.bank.hotline }).tap('button.human', {}, 'human');
    return undefined;
  }
  const text = answer.text[state.locale];
  const answeredAlready = turn.said.some(({ id }) => id === 'question.answer');
  if (answeredAlready) turn.sayIfRoom('question.gist', { text: gistOf(text) });
  else turn.say('question.answer', { text, source: answer.source[state.locale], asOf: answer.asOf });
  if (!answer.confirmed && !answeredAlready) turn.sayIfRoom('question.toConfirm', {});
  state.topic = { answerId: answer.id, turnNumber: state.turnNumber };
  turn.audit('answered', { intent, answerId: answer.id }, { asOf: answer.asOf, confirmed: answer.confirmed });
  return answer;
}

export async function ask(turn: Turn): Promise<After> {
  if (turn.heard.intent === 'ask.howToRepay') {
    const answer = answerMeant(turn, turn.heard.intent);
    if (answer !== undefined && answer.keywords[turn.state.locale].length > 0) {
      await answerQuestion(turn);
      return 'resume';
    }
    await sayRepayChannels(turn);
    if (answer !== undefined) turn.state.topic = { answerId: answer.id, turnNumber: turn.state.turnNumber };
    return 'resume';
  }
  const { customerId, state } = turn;
  const before = state.topic?.answerId;
  const isNewTopic = turn.services.knowledge.answers.find(({ id }) => id === before)?.intent !== turn.heard.intent;
  if (customerId !== null) {
    await sayContactRests(turn);
    await sayPersonal(turn, answerMeant(turn, turn.heard.intent));
  }
  await answerQuestion(turn);
  const told = turn.services.knowledge.answers.find(({ id }) => id === state.topic?.answerId);
  if (
    customerId !== null &&
    (told?.id === 'minimumOnly' || says('onlyMinimum', turn.input.text)) &&
    turn.heard.intent === 'ask.minimumPayment'
  )
    await sayMinimumOnly(turn);
  if (state.stage !== 'open' || turn.moreFollows) return 'resume';
  if (customerId === null) offerOwnCase(turn, isNewTopic);
  else offerNext(turn);
  return 'resume';
}
