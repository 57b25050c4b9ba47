// Ask: the bank's approved answer with source and date, made personal after verification; then back to the thread.
import { daysPastDueOn } from '../../../data/domain/account/account';
import type { Intent } from '../../../data/domain/customer/customerTurn';
import { paysPrincipalFirst } from '../../../data/domain/money/paymentAllocation';
import { answerTo } from '../../../data/knowledge/knowledge';
import type { After, Turn } from '../../talk/turn';
import { sayMinimumOnly } from '../money/accountDialog';
import { sayRepayChannels } from '../money/repayDialog';
import { offerNext } from './openingDialog';

/** Lets a question in general be followed by a look at the customer's own case. */
function offerOwnCase(turn: Turn): void {
  turn.say('question.offerVerify', {});
  turn.tap('button.verify', {}, 'negotiate.start');
  if (turn.heard.intent === 'ask.outsourcing' || turn.heard.intent === 'ask.partialPayment')
    turn.tap('button.collectorReal', {}, 'verifyCollector');
  turn.tap('button.human', {}, 'human');
  turn.affirmMeans = turn.taps[0]?.turn ?? null;
}

async function sayPersonal(turn: Turn): Promise<void> {
  for (const account of await turn.ownAccounts()) {
    const daysPastDue = daysPastDueOn(account, turn.today);
    if (daysPastDue === 0 || account.flags.includes('dispute')) continue;
    const tail = account.cardTail;
    if (turn.heard.intent === 'ask.partialPayment') {
      const principalFirst = paysPrincipalFirst(daysPastDue);
      turn.say(principalFirst ? 'question.personalFrom91' : 'question.personalUntil90', { daysPastDue });
    } else if (turn.heard.intent === 'ask.legalAction' && account.principalFen < crimeThresholdFen) {
      turn.say('question.personalPrincipalBelow', { principal: account.principalFen });
    } else if (turn.timesSaid('question.personal') === 0) turn.say('question.personal', { tail, daysPastDue });
  }
}

/** Malicious overdraft starts at 50,000 yuan of principal: criminal law Art. 196 and interpretation 法释〔2018〕19号. */
const crimeThresholdFen = 5_000_000;

/** Answers the question of this turn; says so plainly when there is no approved answer. */
export async function answerQuestion(turn: Turn, intent: Intent = turn.heard.intent): Promise<void> {
  const { locale } = turn.state;
  const answer = answerTo(turn.services.knowledge, intent, turn.input.text, locale, turn.today);
  if (answer === undefined) {
    turn.say('question.noAnswer', { hotline: turn.services.bank.hotline }).tap('button.human', {}, 'human');
    return;
  }
  const source = answer.source[locale];
  turn.say('question.answer', { text: answer.text[locale], source, asOf: answer.asOf });
  if (!answer.confirmed) turn.say('question.toConfirm', {});
  turn.audit('answered', { intent, answerId: answer.id }, { asOf: answer.asOf, confirmed: answer.confirmed });
}

export async function ask(turn: Turn): Promise<After> {
  if (turn.heard.intent === 'ask.howToRepay') {
    await sayRepayChannels(turn);
    return 'resume';
  }
  await answerQuestion(turn);
  const customerId = turn.customerId;
  if (customerId !== null && turn.heard.intent === 'ask.minimumPayment') await sayMinimumOnly(turn);
  else if (customerId !== null) await sayPersonal(turn);
  if (turn.state.stage !== 'open' || turn.moreFollows) return 'resume';
  if (customerId === null) offerOwnCase(turn);
  else offerNext(turn);
  return 'resume';
}
