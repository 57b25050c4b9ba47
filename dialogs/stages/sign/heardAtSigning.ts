// What a message at a read-back does: the code, the word, a refusal, another choice, or a wish to go on bargaining.
import type { CustomerTurn, Intent } from '../../../data/domain/customer/customerTurn';
import { readingUnderWay } from '../../../data/domain/negotiation/signing/signing';
import { numberPicked } from '../../detours/money/table/choiceWords';
import { isSupposed } from '../../detours/money/table/planAhead';
import { asks, questionsIn } from '../../detours/money/table/tableWords';
import { signingOf } from '../../talk/signingOf';
import type { Turn } from '../../talk/turn';
import { isCodeAlone, typedCode } from './oneTimeCode';
import {
  asksAboutConsent,
  explicitConsentIn,
  hesitatesToSign,
  missesCode,
  needsAMoment,
  refusesToSign,
  wantsAnotherToSign,
} from './signingWords';

/** What a message at a read-back does to the signature, where its words alone have not said so. */
type Reaction = 'refuses' | 'bargains' | 'vagueYes' | 'wantsTerms';

const reactions: Partial<Record<Intent, Reaction>> = {
  'negotiate.reject': 'refuses',
  deny: 'refuses',
  cancel: 'refuses',
  undo: 'refuses',
  goodbye: 'bargains',
  'negotiate.terms': 'bargains',
  'negotiate.priceRelief': 'bargains',
  'negotiate.start': 'bargains',
  promiseToPay: 'bargains',
  hardship: 'bargains',
  affirm: 'vagueYes',
  repeat: 'wantsTerms',
};

/** "我同意" and "the first one, then" name what is being signed already: no change, and no consent either. */
export function reactionTo(turn: Turn, heard: CustomerTurn): Reaction | undefined {
  if (heard.intent !== 'negotiate.accept') return reactions[heard.intent];
  const { offerNumber, ...others } = heard.slots;
  const own = signingOf(turn.state)?.terms.offer.number;
  const same = (offerNumber === undefined || offerNumber === own) && Object.keys(others).length === 0;
  return same ? 'vagueYes' : 'bargains';
}

/** The explicit word in this message, typed or tapped. */
export const consentOf = (turn: Turn): string | null =>
  turn.tapped('button.confirm') ? turn.words('button.confirm', {}) : explicitConsentIn(turn.input.text);

/** Confidence (0-1) from which a question is one, whatever its words sound like at a read-back. */
const sureQuestion = 0.8;
const isQuestion = ({ intent, confidence }: CustomerTurn): boolean =>
  confidence >= sureQuestion && (intent.startsWith('ask.') || intent.startsWith('account.'));

/** Words that were asked for, however understanding would read them elsewhere. */
export function isAnswerToSigning(turn: Turn): boolean {
  const { text } = turn.input;
  if (choosesAnother(turn) || wantsAnotherToSign(text)) return false;
  if (bringsCode(turn) || consentOf(turn) !== null) return true;
  // "I'll show it to my daughter first" asks nothing, though it is answered like a question of time.
  const asked = questionsIn(text, turn.state.locale).filter(
    ({ topic }) => topic !== 'validity' || asks(text, turn.state.locale),
  );
  const asksNothing = asked.length === 0 && !isSupposed(turn);
  if (asksNothing && asksAboutConsent(text)) return true;
  // "Let me ask my family first" is one however it is understood.
  if (needsAMoment(text) || (asksNothing && hesitatesToSign(text))) return true;
  // "How long do I wait in the queue" puts no signature off.
  if (isQuestion(turn.heard)) return false;
  // "Hang on, are there any fees?" stops to ask; a refusal is one, whatever is asked beside it.
  return refusesToSign(text) || (asksNothing && missesCode(text));
}

/** Six digits while a code is waited for, whatever stands beside them: a question that came along is answered after it. */
export function bringsCode({ input, state }: Turn): boolean {
  const waits = readingUnderWay(signingOf(state))?.step !== 'codeAccepted';
  return isCodeAlone(input.text) || (waits && typedCode(input.text) !== undefined);
}

/** "Wait, I want number 1 instead": another offer is chosen, however the sentence begins. */
export function choosesAnother({ heard, state, input }: Turn): boolean {
  const table = state.negotiation?.table ?? [];
  const taken = heard.intent === 'negotiate.accept' ? heard.slots.offerNumber : undefined;
  const number = taken ?? numberPicked(input.text, state.locale, table);
  return number !== undefined && number !== signingOf(state)?.terms.offer.number;
}

/** Said at a read-back, each of these is a yes at most, and a vague one. */
const lightly: readonly Intent[] = [
  'affirm',
  'negotiate.accept',
  'thanks',
  'greeting',
  'help',
  'outOfScope',
  'goodbye',
  'abuse',
];
/** Honoured and answered, however near a vague yes is. */
const isWeighty = (intent: Intent): boolean =>
  intent === 'contactPreference' || intent === 'human' || /^(?:ask|account)\./.test(intent);

/** "Cool", at a read-back: of two near readings the one that counts there, so that what signs is said and nothing is asked. */
export function readingAtSigning(turn: Turn, first: Intent, second: Intent): Intent | undefined {
  const both = [first, second];
  if (signingOf(turn.state) === null || !both.some((intent) => lightly.includes(intent))) return undefined;
  return both.find(isWeighty) ?? 'affirm';
}
