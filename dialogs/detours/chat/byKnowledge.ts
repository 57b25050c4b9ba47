// A question that was hardly understood, heard by what the approved answers speak of: "which goes down first?" is answered by
// the answer about the order of payments, whatever it was taken for.
import { type CustomerTurn, certainTurn, type Intent, type SlotName } from '../../../data/domain/customer/customerTurn';
import { intentExplaining } from '../../../data/knowledge/knowledge';
import { isProtective } from '../../talk/acts/steps';
import { isQuestion } from '../../talk/takenAsSaid';
import type { Turn } from '../../talk/turn';
import { isReadInto } from '../protect/mentioned';
import words from './followUpWords.json';

/** Confidence (0-1) below which the answers know better; for what is taken to lie outside, even where that is likelier. */
const hardlyHeard = 0.5;
const outsideFor = 0.7;

/** Characters that the keywords of an answer must explain. */
const explainedLeast = { 'zh-CN': 3, 'en-US': 8 } as const;

/** A figure said of paying belongs to the bargaining. */
const figures: readonly SlotName[] = ['monthlyAmount', 'lumpSum', 'amount', 'offerNumber', 'lumpSumShare'];

function isHardlyHeard({ intent, ambiguity, confidence }: CustomerTurn): boolean {
  if (ambiguity !== null) return ambiguity.kind === 'intent';
  return confidence < (intent === 'outOfScope' ? outsideFor : hardlyHeard);
}

const readingsOf = ({ ambiguity, intent }: CustomerTurn): readonly Intent[] =>
  ambiguity?.kind === 'intent' ? [ambiguity.first, ambiguity.second] : [intent];

/** Confidence (0-1) below which danger, a scam or another person was only guessed at, where no word signalled it. */
const guessed = 0.3;

/** What protects is never heard away, but for what was read into the message or only guessed at. */
function protectsHere(turn: Turn): boolean {
  const { signals, confidence } = turn.heard;
  if (signals.includes('vulnerable')) return true;
  const isGuess = (intent: Intent) => intent !== 'contactPreference' && intent !== 'human' && confidence < guessed;
  return readingsOf(turn.heard).some((intent) => isProtective(intent) && !isReadInto(turn, intent) && !isGuess(intent));
}

export function hearByKnowledge(turn: Turn): void {
  const { heard, services, state, input, today } = turn;
  const { locale } = state;
  if (heard.acts.length > 1 || state.taps.some(({ title }) => title === input.text)) return;
  if (!isHardlyHeard(heard) || protectsHere(turn) || figures.some((slot) => heard.slots[slot] !== undefined)) return;
  if (!isQuestion(input.text) && !new RegExp(words[locale].asks, 'i').test(input.text)) return;
  const intent = intentExplaining(services.knowledge, input.text, locale, today, explainedLeast[locale]);
  if (intent !== undefined) turn.heard = { ...certainTurn(intent), language: heard.language };
}
