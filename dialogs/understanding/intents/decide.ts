// From likelihoods to one intent: the rules of precedence that understanding.md states, as a thin layer over the model.
import type { Ambiguity, Intent, Signal, SlotName, Slots } from '../../../data/domain/customerTurn';
import type { Extraction } from '../slots/extractSlots';
import { answeredIntent } from './answers';
import type { Ranking } from './classifier';
import type { DecisionInput } from './decisionInput';
import settings from './settings.json';
import { ridingAlong } from './signals';

export interface Decision {
  readonly intent: Intent;
  readonly confidence: number;
  readonly signals: Signal[];
  readonly ambiguity: Ambiguity | null;
}

const certain = 0.99;
/** A figure that offers or asks for terms. */
const termSlots: readonly SlotName[] = [
  'monthlyAmount',
  'lumpSum',
  'lumpSumShare',
  'instalmentCount',
  'amount',
  'deferMonths',
  'dueDay',
];
/** Intents that a figure turns into terms: "每月还500行吗" is a proposal, not a question. */
const becomesTerms: ReadonlySet<Intent> = new Set([
  'ask.partialPayment',
  'negotiate.start',
  'hardship',
  'negotiate.accept',
  'affirm',
  'deny',
]);
/** What the safety words may overrule only when the model finds them at least this likely. */
const probabilityOf = (ranking: Ranking, intent: Intent) =>
  ranking.find((item) => item.intent === intent)?.probability ?? 0;

const statesTerms = (slots: Slots) => termSlots.some((slot) => slots[slot] !== undefined);

function safetyIntent({ signals, ranking }: DecisionInput): Intent | null {
  if (signals.vulnerable && !signals.promptInjection) return 'vulnerable';
  const [first] = ranking;
  if (first?.intent === 'vulnerable') return null;
  if (signals.promptInjection) return 'outOfScope';
  return signals.thirdParty && probabilityOf(ranking, 'thirdParty') >= settings.thirdPartyFloor ? 'thirdParty' : null;
}

function withFigure(intent: Intent, { extraction, context }: DecisionInput): Intent {
  const { slots } = extraction;
  if (
    slots.offerNumber !== undefined &&
    (intent === 'affirm' || intent === 'negotiate.start' || intent === 'negotiate.terms')
  )
    return 'negotiate.accept';
  if (!becomesTerms.has(intent) || !statesTerms(slots)) return intent;
  if (intent === 'negotiate.accept' && (slots.offerNumber !== undefined || slots.instalmentCount !== undefined)) {
    const more = slots.monthlyAmount !== undefined || slots.lumpSum !== undefined || slots.amount !== undefined;
    return more && context.offers === undefined ? intent : more ? 'negotiate.terms' : intent;
  }
  return 'negotiate.terms';
}

/** Two near readings make an either-or question; figures that allow two readings come first. */
function ambiguityOf(ranking: Ranking, intent: Intent, extraction: Extraction): Ambiguity | null {
  if (extraction.ambiguity !== null) return extraction.ambiguity;
  const [first, second] = ranking;
  if (first === undefined || second === undefined || intent !== first.intent) return null;
  const unsure = first.probability < settings.sureEnough && first.probability - second.probability < settings.margin;
  const pointless = intent === 'outOfScope' || second.intent === 'outOfScope';
  return unsure && !pointless ? { kind: 'intent', first: first.intent, second: second.intent } : null;
}

export function decide(input: DecisionInput): Decision {
  const { ranking, extraction, signals } = input;
  const riding = ridingAlong(signals);
  const answered = answeredIntent(input);
  const safety = safetyIntent(input);
  if (safety !== null) return { intent: safety, confidence: certain, signals: riding, ambiguity: null };
  if (answered !== null)
    return { intent: answered, confidence: certain, signals: riding, ambiguity: extraction.ambiguity };
  const [top] = ranking;
  const likeliest = top?.intent ?? 'outOfScope';
  const confidence = top?.probability ?? 0;
  const refused = confidence < settings.refuseBelow;
  const intent = refused ? 'outOfScope' : withFigure(likeliest, input);
  if (likeliest === 'hardship' && intent !== 'hardship' && !refused && !riding.includes('hardship'))
    riding.unshift('hardship');
  return { intent, confidence, signals: riding, ambiguity: refused ? null : ambiguityOf(ranking, intent, extraction) };
}
