// A question that was hardly understood, heard by what the approved answers speak of: "which goes down first?" is answered by
// the answer about the order of payments, whatever it was taken for.
import { type CustomerTurn, certainTurn, type Intent, type SlotName } from '../../../data/domain/customer/customerTurn';
import { fitOf, intentExplaining, intentOfSubject } from '../../../data/knowledge/keywords';
import { isProtective } from '../../talk/acts/steps';
import { isQuestion } from '../../talk/takenAsSaid';
import type { Turn } from '../../talk/turn';
import { isReadInto } from '../protect/mentioned';
import { nearReadings } from './followUp';
import { followUpWords } from './followUpWords';

/** Confidence (0-1) below which the answers know better; for what is taken to lie outside, even where that is likelier. */
const hardlyHeard = 0.5;
const outsideFor = 0.7;
/** Confidence (0-1) from which a question is what it was heard as, whatever the answers speak of. */
const sureAlone = 0.9;

/** Characters that the keywords of an answer must explain. */
const explainedLeast = { 'zh-CN': 3, 'en-US': 8 } as const;

/** Characters that a statement, which asks nothing, must share with an answer; and a question that was heard as another. */
const explainedWell = { 'zh-CN': 4, 'en-US': 12 } as const;

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
  const { heard, services, state, today, typed } = turn;
  const { locale } = state;
  if (heard.acts.length > 1 || turn.isTap || protectsHere(turn)) return;
  // A card of theirs is named: it is about that card.
  if (heard.slots.cardTail !== undefined) return;
  const saysFigure = heard.intent !== 'outOfScope' && figures.some((slot) => heard.slots[slot] !== undefined);
  // A question that none of its own answers speaks of may be another's.
  const isUnexplained = heard.intent.startsWith('ask.') && fitOf(services.knowledge, heard.intent, typed, locale) === 0;
  if (saysFigure || !(isHardlyHeard(heard) || (isUnexplained && heard.confidence < sureAlone))) return;
  const asks = isQuestion(typed) || followUpWords[locale].asks.test(typed);
  if (state.negotiation?.stage === 'promising' && nearReadings(heard).some((one) => mayAnswerPromise.includes(one)))
    return;
  // With offers on the table, what is only named is likelier a question about them.
  const isOpen = asks && isHardlyHeard(heard) && (state.negotiation?.table.length ?? 0) === 0;
  const least = (isOpen ? explainedLeast : explainedWell)[locale];
  const intent =
    intentExplaining(services.knowledge, typed, locale, today, least) ??
    (isOpen ? intentOfSubject(typed, locale) : undefined);
  if (!asks && intent === undefined) return;
  if (intent !== undefined) turn.heard = { ...certainTurn(intent), language: heard.language };
}
