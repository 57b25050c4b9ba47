// When two readings are near: a short either-or question built from them, never "I did not understand".
import type { Ambiguity, CustomerTurn, Intent } from '../../../../data/domain/customer/customerTurn';
import { yuanToFen } from '../../../../data/domain/money/money';
import { readingsOf } from '../../../talk/acts/steps';
import type { After, TapId, Turn } from '../../../talk/turn';
import { refusesContact } from '../../protect/contactScope';
import { offerStart } from '../openingDialog';

/** The short name under which each intent is offered in an either-or question. */
export const readingOf: Readonly<Record<Intent, Extract<TapId, `reading.${string}`>>> = {
  greeting: 'reading.greeting',
  thanks: 'reading.greeting',
  goodbye: 'reading.other',
  help: 'reading.help',
  repeat: 'reading.help',
  cancel: 'reading.other',
  affirm: 'reading.accept',
  deny: 'reading.reject',
  human: 'reading.human',
  changeLanguage: 'reading.help',
  'ask.consequences': 'reading.consequences',
  'ask.creditReport': 'reading.creditReport',
  'ask.interestAndFees': 'reading.interestAndFees',
  'ask.legalAction': 'reading.legalAction',
  'ask.collectionContact': 'reading.collectionContact',
  'ask.outsourcing': 'reading.outsourcing',
  'ask.howToRepay': 'reading.repay',
  'ask.minimumPayment': 'reading.minimumPayment',
  'ask.partialPayment': 'reading.partialPayment',
  'ask.installmentPolicy': 'reading.installmentPolicy',
  'ask.privacy': 'reading.privacy',
  'ask.debtAgents': 'reading.debtAgents',
  'ask.cardStatus': 'reading.cardStatus',
  'account.balance': 'reading.account',
  'account.dueDate': 'reading.dueDate',
  'account.payments': 'reading.payments',
  'account.arrangement': 'reading.arrangement',
  'negotiate.start': 'reading.plan',
  'negotiate.terms': 'reading.terms',
  'negotiate.accept': 'reading.accept',
  'negotiate.reject': 'reading.reject',
  'negotiate.priceRelief': 'reading.relief',
  promiseToPay: 'reading.promise',
  alreadyPaid: 'reading.paid',
  hardship: 'reading.hardship',
  vulnerable: 'reading.hardship',
  dispute: 'reading.dispute',
  complaint: 'reading.complaint',
  verifyCollector: 'reading.collector',
  contactPreference: 'reading.contact',
  thirdParty: 'reading.thirdParty',
  abuse: 'reading.other',
  outOfScope: 'reading.other',
  'ask.offer': 'reading.offer',
  undo: 'reading.undo',
  scam: 'reading.scam',
  evidence: 'reading.evidence',
  authority: 'reading.authority',
  'ask.case': 'reading.case',
  'ask.queue': 'reading.queue',
  budget: 'reading.budget',
};

const moneySlots: readonly string[] = ['monthlyAmount', 'lumpSum', 'amount'];

function askFigure(turn: Turn, ambiguity: Ambiguity & { kind: 'figure' }): After {
  const [first, second] = ambiguity.readings;
  if (first === undefined || second === undefined) return 'resume';
  const { slot } = ambiguity;
  turn.expects = slot;
  if (moneySlots.includes(slot)) turn.say('clarify.figure', { first: yuanToFen(first), second: yuanToFen(second) });
  else turn.say('clarify.count', { first, second });
  for (const reading of [first, second]) {
    const slots = {
      [slot]: slot === 'instalmentCount' || moneySlots.includes(slot) ? { min: reading, max: reading } : reading,
    };
    const intent = slot === 'offerNumber' ? 'negotiate.accept' : 'negotiate.terms';
    if (moneySlots.includes(slot)) turn.tap('button.figure', { amount: yuanToFen(reading) }, 'negotiate.terms', slots);
    else turn.tap('button.count', { count: reading }, intent, slots);
  }
  turn.tap('button.human', {}, 'human');
  return 'stay';
}

/** "12/05": both days, each with all else that was said. */
function askDay(turn: Turn, { slot, readings }: Ambiguity & { kind: 'day' }): After {
  const [first, second] = readings;
  if (first === undefined || second === undefined) return 'resume';
  const { intent, slots } = turn.heard;
  turn.expects = slot;
  turn.say('clarify.day', { first, second });
  for (const date of [first, second]) turn.tap('button.day', { date }, intent, { ...slots, [slot]: date });
  turn.tap('button.human', {}, 'human');
  return 'stay';
}

/** Confidence (0-1) below which neither of two readings is likely: to offer them would be to guess aloud. */
const neitherBelow = 0.3;

/** Neither reading is likely: the message is asked for in other words, and what is under way is taken up. */
function askOpenly(turn: Turn): After {
  turn.say('clarify.open', {}).tap('button.human', {}, 'human');
  if (turn.state.stage === 'open') offerStart(turn);
  return 'resume';
}

function askIntent(turn: Turn, ambiguity: Ambiguity & { kind: 'intent' }): After {
  const { first, second } = ambiguity;
  const isStop = [first, second].includes('contactPreference') && refusesContact(turn.typed);
  if (turn.heard.confidence < neitherBelow && !isStop) return askOpenly(turn);
  const { slots } = turn.heard;
  turn.say('clarify.either', { first: turn.words(readingOf[first], {}), second: turn.words(readingOf[second], {}) });
  turn.tap(readingOf[first], {}, first, slots).tap(readingOf[second], {}, second, slots);
  turn.tap('button.human', {}, 'human');
  turn.expects = turn.state.expects;
  return 'stay';
}

/** Confidence (0-1) below which an answer to what was just asked is likelier than the wish that was read into it. */
const sureOfWish = 0.7;

/** A stop and a person are honoured however unsurely they were heard (promises P5 and P9). */
export const alwaysHeard: readonly Intent[] = ['contactPreference', 'human'];

/** The message is likelier an answer to what was just asked than the wish that was read into it. */
export const hardlyAWish = (heard: CustomerTurn): boolean =>
  heard.confidence < sureOfWish && !readingsOf(heard).some((reading) => alwaysHeard.includes(reading));

/** Asks which reading is meant; the flow under way waits as it was. */
export function clarify(turn: Turn, ambiguity: Ambiguity): After {
  switch (ambiguity.kind) {
    case 'figure':
      return askFigure(turn, ambiguity);
    case 'day':
      return askDay(turn, ambiguity);
    default:
      return askIntent(turn, ambiguity);
  }
}
