// Danger that the words tell plainly, whatever was read into them.
import { type Act, type CustomerTurn, certainTurn, type Intent } from '../../../../data/domain/customer/customerTurn';
import { withoutActs } from '../../../talk/acts/steps';
import type { Turn } from '../../../talk/turn';
import { isUnmentioned } from '../mentioned';
import { plainDangerIn } from './dangerKind';

/** Served with the loss, or the illness, in mind already. */
const knowsOfLoss: readonly Intent[] = ['authority', 'hardship', 'thirdParty', 'evidence'];
/** Confidence (0-1) below which a loss that is told outweighs what was read beside it. */
const unsureBelow = 0.9;
/** Confidence (0-1) below which words of despair outweigh any other reading. */
const hardlyHeard = 0.7;

/** Confidence (0-1) from which danger is heard whatever the words. */
const plainFrom = 0.9;
/** Longer parts of a message say something of their own. */
const fragmentMax = 12;

/**
 * Danger that was read into a message without one word of it: hardly heard in the whole, or in a scrap such as "thinking of". It
 * gives way to what else was heard; where nothing was, it stays, and is asked about.
 */
function withoutReadIn(turn: Turn): CustomerTurn {
  const { heard, typed } = turn;
  if (!isUnmentioned('vulnerable', typed)) return heard;
  const signals = heard.signals.filter((signal) => signal !== 'vulnerable');
  const { ambiguity } = heard;
  if (heard.intent === 'vulnerable' && heard.acts.length < 2 && ambiguity?.kind === 'intent') {
    const other = ambiguity.first === 'vulnerable' ? ambiguity.second : ambiguity.first;
    return { ...heard, intent: other, acts: [], signals, ambiguity: null };
  }
  const isGuess = heard.intent === 'vulnerable' && heard.acts.length < 2 && heard.confidence < plainFrom;
  if (isGuess) return { ...heard, intent: 'outOfScope', acts: [], signals, ambiguity: null };
  const isScrap = ({ intent, span: [from, to] }: Act) => intent === 'vulnerable' && to - from <= fragmentMax;
  const others = withoutActs(heard, isScrap);
  return others === undefined || others === heard ? heard : { ...others, signals };
}

export function hearDanger(turn: Turn): void {
  turn.heard = withoutReadIn(turn);
  const { heard, typed } = turn;
  const kind = plainDangerIn(typed);
  if (kind === null) return;
  // Borne out by its words, it is no mere guess: no story of hardship takes it in.
  if (heard.intent === 'vulnerable') {
    turn.heard = { ...certainTurn('vulnerable'), language: heard.language, signals: heard.signals };
    return;
  }
  if (kind === 'bereaved' && heard.intent === 'hardship' && turn.customerId !== null) {
    turn.heard = { ...heard, confidence: 1 };
    turn.state.hardshipReason = 'bereaved';
    return;
  }
  // Words of despair are also figures of speech: they count alone where nothing else was heard for sure.
  if (kind === 'despair' && heard.confidence >= hardlyHeard) return;
  // Whoever looks after somebody so tells of hardship, or speaks for them.
  if (kind === 'confused' && (knowsOfLoss.includes(heard.intent) || heard.signals.includes('hardship'))) return;
  if (kind === 'bereaved' && (knowsOfLoss.includes(heard.intent) || heard.confidence >= unsureBelow)) return;
  turn.heard = { ...certainTurn('vulnerable'), language: heard.language, signals: ['vulnerable'] };
}
