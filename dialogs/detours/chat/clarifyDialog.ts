// When two readings are near: a short either-or question built from them, never "I did not understand".
import type { Ambiguity, CustomerTurn, Intent } from '../../../data/domain/customer/customerTurn';
import { yuanToFen } from '../../../data/domain/money/money';
import { readingAtSigning } from '../../stages/sign/heardAtSigning';
import { ownWords } from '../../talk/acts/ownWords';
import { readingsOf } from '../../talk/acts/steps';
import { isQuestion } from '../../talk/takenAsSaid';
import type { After, TapId, Turn } from '../../talk/turn';
import { offerInPlace, offersShown, offerTaken } from '../money/table/choiceWords';
import { speaksForAnother } from '../people/whoWrites';
import { isReadInto } from '../protect/mentioned';
import { readingByKnowledge } from './followUp';

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

function askIntent(turn: Turn, ambiguity: Ambiguity & { kind: 'intent' }): After {
  const { first, second } = ambiguity;
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
const alwaysHeard: readonly Intent[] = ['contactPreference', 'human'];

/** The message is likelier an answer to what was just asked than the wish that was read into it. */
export const hardlyAWish = (heard: CustomerTurn): boolean =>
  heard.confidence < sureOfWish && !readingsOf(heard).some((reading) => alwaysHeard.includes(reading));

/** What was said where something was done that can be taken back. */
const canBeUndone =
  /^(?:dispute|alreadyPaid|hardship\.recorded|contact|handoff|negotiation\.promise|promise|thirdParty|agreement|readBack|case|meant|undo)\b/;

const needsOffers: readonly Intent[] = ['negotiate.accept', 'negotiate.reject', 'affirm', 'deny'];

/** Offers on the table, or an agreement signed here: before that there is nothing to ask about. */
const hasTermsToAskAbout = ({ state: { negotiation, signed } }: Turn): boolean =>
  (negotiation?.table.length ?? 0) > 0 || Object.keys(signed).length > 0;

/** A reading that makes no sense where the conversation stands is none: there must be offers to take or to refuse. */
function isPossible(turn: Turn, intent: Intent): boolean {
  // Where nothing was done there is nothing to take back, and before the check no plan to ask about.
  if (intent === 'undo' && !Object.keys(turn.state.timesSaid).some((id) => canBeUndone.test(id))) return false;
  if (intent === 'account.arrangement' && turn.customerId === null) return false;
  if (intent === 'ask.offer' && !hasTermsToAskAbout(turn)) return false;
  // Nobody speaks for a holder without a word of anybody else.
  if (intent === 'authority' && !speaksForAnother(turn.typed)) return false;
  return !needsOffers.includes(intent) || (turn.state.negotiation?.table.length ?? 0) > 0;
}

const saysNothing: readonly TapId[] = ['reading.other', 'reading.greeting'];

/** "2", with plans 4 to 6 on the screen: the second of these, or number 2 from before? Worth a question; "the second one" is not. */
function askWhichNumber(turn: Turn): void {
  const { heard, state } = turn;
  const number = heard.slots.offerNumber;
  const shown = state.negotiation?.shownNumbers ?? [];
  if (heard.intent !== 'negotiate.accept' || number === undefined || state.expects === 'offerNumber') return;
  const inPlace = offerInPlace(ownWords(turn), state.locale, offersShown(turn));
  if (inPlace !== undefined) {
    turn.heard = { ...heard, slots: { ...heard.slots, offerNumber: inPlace } };
    return;
  }
  const atPlace = shown[number - 1];
  if (atPlace === undefined || shown.includes(number)) return;
  turn.heard = { ...heard, ambiguity: { kind: 'figure', slot: 'offerNumber', readings: [atPlace, number] } };
}

/** With offers on the table, a figure or a wish is a counter, and a question one about them: nobody need be asked which. */
function readingAtTable({ heard, state, input }: Turn, first: Intent, second: Intent): Intent | undefined {
  const atTable: readonly Intent[] = [...needsOffers, 'ask.offer', 'negotiate.terms', 'negotiate.start'];
  const both = [first, second];
  // A length is said of plans alone: "have you got a 36-month one".
  if (both.includes('negotiate.terms') && heard.slots.instalmentCount !== undefined) return 'negotiate.terms';
  if ((state.negotiation?.table ?? []).length === 0 || !both.every((intent) => atTable.includes(intent)))
    return undefined;
  const isCounter = Object.keys(heard.slots).some((slot) => slot !== 'aspect' && slot !== 'offerNumber');
  if (both.includes('negotiate.terms') && isCounter) return 'negotiate.terms';
  return both.includes('ask.offer') && isQuestion(input.text) ? 'ask.offer' : undefined;
}

/** Said by or of somebody else, who has no code and no money of the holder's to give. */
const ofOthers: readonly Intent[] = ['authority', 'thirdParty', 'vulnerable', 'human'];

/** Settles an either-or by where the conversation stands; what is left ambiguous is worth a question. */
export function settleReading(turn: Turn): void {
  askWhichNumber(turn);
  const { heard } = turn;
  if (heard.ambiguity?.kind !== 'intent') return;
  const { first, second } = heard.ambiguity;
  // A warning that was not needed costs nothing (R1).
  const mayBeScam = (first === 'scam' || second === 'scam') && ![first, second].some((one) => ofOthers.includes(one));
  if (mayBeScam) {
    turn.heard = { ...heard, intent: 'scam', ambiguity: null };
    return;
  }
  // "Forget I said that, give me the first one again": the plan that is named is taken.
  const isTaken = first === 'negotiate.accept' || second === 'negotiate.accept';
  const taken = isTaken ? offerTaken(ownWords(turn), turn.state.locale, offersShown(turn)) : undefined;
  if (taken !== undefined) {
    turn.heard = { ...heard, intent: 'negotiate.accept', slots: { offerNumber: taken }, ambiguity: null };
    return;
  }
  const other = isReadInto(turn, first) ? second : isReadInto(turn, second) ? first : undefined;
  if (other !== undefined) {
    turn.heard = { ...heard, intent: other, ambiguity: null };
    return;
  }
  const atSigning = readingAtSigning(turn, first, second);
  if (atSigning !== undefined) {
    turn.heard = { ...heard, intent: atSigning, ambiguity: null };
    return;
  }
  const atTable = readingAtTable(turn, first, second);
  if (atTable !== undefined) {
    turn.heard = { ...heard, intent: atTable, ambiguity: null };
    return;
  }
  const known = readingByKnowledge(turn, first, second);
  if (known !== undefined && !alwaysHeard.includes(first) && !alwaysHeard.includes(second)) {
    turn.heard = { ...heard, intent: known, ambiguity: null };
    return;
  }
  const asked = turn.state.lastAsked;
  const goesOn = [first, second].find((intent) => intent === 'repeat' || intent === asked);
  if (goesOn !== undefined && !alwaysHeard.includes(first) && !alwaysHeard.includes(second)) {
    turn.heard = { ...heard, intent: goesOn, ambiguity: null };
    return;
  }
  const names = [readingOf[first], readingOf[second]];
  // Two readings of one name leave nothing to choose between.
  const worthAsking = names[0] !== names[1] && !names.every((name) => saysNothing.includes(name));
  const possible = [first, second].filter((intent) => isPossible(turn, intent));
  if (worthAsking && possible.length === 2 && !alwaysHeard.includes(first)) return;
  turn.heard = { ...heard, intent: possible[0] ?? heard.intent, ambiguity: null };
}

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
