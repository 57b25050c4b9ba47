// Of two near readings, the one that can be meant where the conversation stands; what is left is worth a question.
import type { CustomerTurn, Intent } from '../../../../data/domain/customer/customerTurn';
import { readingAtSigning } from '../../../stages/sign/heardAtSigning';
import { ownWords } from '../../../talk/acts/ownWords';
import { isQuestion } from '../../../talk/takenAsSaid';
import type { TapId, Turn } from '../../../talk/turn';
import { offerInPlace, offersShown, offerTaken } from '../../money/table/choiceWords';
import { speaksForAnother } from '../../people/whoWrites';
import { isReadInto } from '../../protect/mentioned';
import { readingByKnowledge } from '../followUp';
import { alwaysHeard, readingOf } from './clarifyDialog';

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

/** What one rule says of two near readings: the one that is meant, or the turn as it is to be heard; undefined for nothing. */
type Settles = (turn: Turn, first: Intent, second: Intent) => Intent | CustomerTurn | undefined;

/** A warning that was not needed costs nothing (R1). */
const asSwindle: Settles = (_turn, first, second) =>
  [first, second].includes('scam') && ![first, second].some((one) => ofOthers.includes(one)) ? 'scam' : undefined;

/** "Forget I said that, give me the first one again": the plan that is named is taken. */
const asTaken: Settles = (turn, first, second) => {
  if (![first, second].includes('negotiate.accept')) return undefined;
  const taken = offerTaken(ownWords(turn), turn.state.locale, offersShown(turn));
  return taken === undefined ? undefined : { ...turn.heard, intent: 'negotiate.accept', slots: { offerNumber: taken } };
};

/** What was read into words that do not say it gives way to the other reading. */
const withoutReadInto: Settles = (turn, first, second) =>
  isReadInto(turn, first) ? second : isReadInto(turn, second) ? first : undefined;

/** A stop or a person is never heard away for a question that goes on. */
const unlessAlwaysHeard =
  (settles: Settles): Settles =>
  (turn, first, second) =>
    [first, second].some((one) => alwaysHeard.includes(one)) ? undefined : settles(turn, first, second);

/** The last thing again, or the question that was answered last. */
const asGoingOn: Settles = ({ state: { lastAsked } }, first, second) =>
  [first, second].find((intent) => intent === 'repeat' || intent === lastAsked);

/** Two readings of one name leave nothing to choose between, and one that cannot be meant here leaves the other. */
const asPossible: Settles = (turn, first, second) => {
  const names = [readingOf[first], readingOf[second]];
  const worthAsking = names[0] !== names[1] && !names.every((name) => saysNothing.includes(name));
  const possible = [first, second].filter((intent) => isPossible(turn, intent));
  if (worthAsking && possible.length === 2 && !alwaysHeard.includes(first)) return undefined;
  return possible[0] ?? turn.heard.intent;
};

/** In this order: the first that says something settles it. */
const settlers: readonly Settles[] = [
  asSwindle,
  asTaken,
  withoutReadInto,
  readingAtSigning,
  readingAtTable,
  unlessAlwaysHeard(readingByKnowledge),
  unlessAlwaysHeard(asGoingOn),
  asPossible,
];

/** Settles an either-or by where the conversation stands; what is left ambiguous is worth a question. */
export function settleReading(turn: Turn): void {
  askWhichNumber(turn);
  const { heard } = turn;
  if (heard.ambiguity?.kind !== 'intent') return;
  const { first, second } = heard.ambiguity;
  for (const settles of settlers) {
    const settled = settles(turn, first, second);
    if (settled === undefined) continue;
    turn.heard = { ...heard, ...(typeof settled === 'string' ? { intent: settled } : settled), ambiguity: null };
    return;
  }
}
