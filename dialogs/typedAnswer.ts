// Which part of a message answers what the place had asked for (endings, a code, a name, a story), and what is served beside it.
import type { CustomerTurn, Intent } from '../data/domain/customer/customerTurn';
import { needsRightParty } from './detours/detours';
import { isCodeAlone, typedCode } from './stages/sign/oneTimeCode';
import { completesHalf } from './stages/verify/verifyIdentityDialog';
import { isProtective, isSaidInPassing } from './talk/acts/steps';
import { addToWaiting } from './talk/acts/waiting';
import type { Turn } from './talk/turn';

/** One thing that a message does, and whether it is the answer that the place had asked for. */
export interface Step {
  readonly heard: CustomerTurn;
  readonly isAnswer: boolean;
}

const asStep = (heard: CustomerTurn): Step => ({ heard, isAnswer: false });

const isWish = ({ intent }: CustomerTurn): boolean => !isProtective(intent) && !isSaidInPassing(intent);

/** "8801 310X, please stop": whoever breaks off beside the endings is not checked. */
const breaksOff = (heard: readonly CustomerTurn[]): boolean => heard.some(({ intent }) => intent === 'cancel');

/** Confidence (0-1) from which what stands beside a single ending is a wish: "one at a time, my hands are full" is none. */
const sureBesideHalf = 0.8;

/** Endings were typed, by somebody who does not speak for another: both, or one with nothing else said. */
function isCheckAnswered({ customerId, state, input: { identity } }: Turn, heard: readonly CustomerTurn[]): boolean {
  if (customerId !== null || identity === null) return false;
  // Digits in a command to the machine are nobody's answer to the check.
  if (heard.some(({ signals }) => signals.includes('promptInjection'))) return false;
  const isHalfBesideWish = identity.kind === 'half' && identity.rest !== '' && identity.of !== null;
  if (isHalfBesideWish && !completesHalf(state.typedHalf, identity)) return false;
  return identity.rest === '' || !heard.some(({ intent }) => intent === 'authority' || intent === 'thirdParty');
}

/** The steps of a message: what protects is heard before the answer, questions after it. `isTyped`: the place takes it for its answer. */
export function withAnswer(turn: Turn, heard: readonly CustomerTurn[], isTyped: boolean): readonly Step[] {
  const { identity } = turn.input;
  const protects = heard.filter(({ intent }) => isProtective(intent));
  const answer: Step = { heard: { ...turn.heard, acts: [] }, isAnswer: true };
  if (isCheckAnswered(turn, heard)) {
    if (identity?.rest === '') return [answer];
    if (breaksOff(heard)) return heard.map(asStep);
    // What was said beside the endings is served once they are right.
    const isSaid = (one: CustomerTurn) =>
      isWish(one) && (identity?.kind === 'both' || one.confidence >= sureBesideHalf);
    for (const one of heard) if (isSaid(one)) addToWaiting(turn, one);
    return [...protects.map(asStep), answer];
  }
  if (!isTyped) return heard.map(asStep);
  // A question beside a code is answered after it; other answers are a name or a story, which no question stands beside alone.
  const besideCode = turn.state.stage === 'negotiating' && !isCodeAlone(turn.input.text) && typedCode(turn.input.text);
  if (heard.length < 2 && !besideCode) return [answer];
  // What waits for the check is answered after it; whoever is known is answered now.
  const waits = (intent: Intent) => turn.state.stage === 'verifying' && needsRightParty(intent);
  for (const one of heard) if (waits(one.intent)) addToWaiting(turn, one);
  const questions = heard.filter(({ intent }) => intent.startsWith('ask.') && !waits(intent));
  return [...protects.map(asStep), answer, ...questions.map(asStep)];
}
