// A question that was hardly understood, heard as one that the approved answers are asked: "which goes down first?" is answered
// by the answer about the order of payments, whatever it was taken for.
import { type CustomerTurn, certainTurn, type Intent, type SlotName } from '../../../data/domain/customer/customerTurn';
import { nothingKnown } from '../../../data/knowledge/conditions';
import { intentsAsked } from '../../../data/knowledge/knowledge';
import { isProtective } from '../../talk/acts/steps';
import { asksWhyAtAll, isQuestion } from '../../talk/takenAsSaid';
import type { Turn } from '../../talk/turn';
import { namesForPromise } from '../money/promise/hearInPromise';
import { isReadInto } from '../protect/mentioned';
import { nearReadings } from './followUp';
import { followUpWords } from './followUpWords';
import { questionOf } from './questionAsked';

/** Confidence (0-1) below which the answers know better; for what is taken to lie outside, even where that is likelier. */
const hardlyHeard = 0.5;
const outsideFor = 0.7;
/** Confidence (0-1) from which a question is what it was heard as, whatever the answers speak of. */
const sureAlone = 0.9;

/** Probability (0-1) from which a question asks for answers of an intent; and a statement, or what was heard as another question. */
const askedFrom = 0.4;
const askedSurelyFrom = 0.7;
/** Probability (0-1) below which a question is hardly what it was heard as. */
const hardlyAsked = 0.1;

/** A figure said of paying belongs to the bargaining. */
const figures: readonly SlotName[] = ['monthlyAmount', 'lumpSum', 'amount', 'offerNumber', 'lumpSumShare'];

function isHardlyHeard({ intent, ambiguity, confidence }: CustomerTurn): boolean {
  if (ambiguity !== null) return ambiguity.kind === 'intent';
  return confidence < (intent === 'outOfScope' ? outsideFor : hardlyHeard);
}

/** Confidence (0-1) below which danger, a scam or another person was only guessed at, where no word signalled it. */
const guessed = 0.3;

/** What protects is never heard away, but for what was read into the message or only guessed at. */
function protectsHere(turn: Turn): boolean {
  const { signals, confidence } = turn.heard;
  if (signals.includes('vulnerable')) return true;
  const isGuess = (intent: Intent) => intent !== 'contactPreference' && intent !== 'human' && confidence < guessed;
  return nearReadings(turn.heard).some(
    (intent) => isProtective(intent) && !isReadInto(turn, intent) && !isGuess(intent),
  );
}

/** What is said to a promise that was read back, however unsurely it was heard. */
const mayAnswerPromise: readonly Intent[] = ['undo', 'negotiate.reject', 'promiseToPay', 'affirm', 'deny', 'cancel'];

export function hearByKnowledge(turn: Turn): void {
  const { heard, services, state, typed } = turn;
  const { locale } = state;
  if (heard.acts.length > 1 || turn.isTap || protectsHere(turn)) return;
  // A card of theirs is named: it is about that card.
  if (heard.slots.cardTail !== undefined) return;
  if (heard.intent !== 'outOfScope' && figures.some((slot) => heard.slots[slot] !== undefined)) return;
  // Why the digits are wanted, the check says.
  if (state.stage === 'verifying' && asksWhyAtAll(typed)) return;
  if (namesForPromise(turn)) return;
  if (state.negotiation?.stage === 'promising' && nearReadings(heard).some((one) => mayAnswerPromise.includes(one)))
    return;
  const isUnsure = isHardlyHeard(heard);
  if (!isUnsure && !(heard.intent.startsWith('ask.') && heard.confidence < sureAlone)) return;
  const asked = intentsAsked(services.knowledge, questionOf(turn, nothingKnown));
  if (!isUnsure && (asked.get(heard.intent) ?? 0) >= hardlyAsked) return;
  const asks = isQuestion(typed) || followUpWords[locale].asks.test(typed);
  // With offers on the table, or right after a case was spoken of, what is only named is likelier a question about them.
  const isOfCase = turn.wasJustSpokenOf(/^(?:case|complaint)\./);
  const isOpen = asks && isUnsure && !isOfCase && (state.negotiation?.table.length ?? 0) === 0;
  const [intent, probability] = [...asked]
    .filter(([one]) => one.startsWith('ask.'))
    .reduce((best, one) => (one[1] > best[1] ? one : best), [heard.intent, 0] as const);
  if (probability < (isOpen ? askedFrom : askedSurelyFrom)) return;
  turn.heard = { ...certainTurn(intent), language: heard.language };
}
