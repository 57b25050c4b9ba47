// From likelihoods to one intent: the rules of precedence that understanding.md states, as a thin layer over the model.
import type { Ambiguity, Intent, Signal, SlotName, Slots } from '../../../data/domain/customer/customerTurn';
import type { Extraction } from '../slots/extractSlots';
import { slotsFor } from '../slots/slotsByIntent';
import { answeredIntent } from './answers';
import type { Ranking } from './classifier';
import type { DecisionInput } from './decisionInput';
import { ridingAlong } from './signals';
import { thresholds } from './thresholds';

/** What is decided, and how likely the model alone found the text to be what it found likeliest, and to be a stranger's. */
export interface Decision extends Decided {
  readonly likelihood: number;
  readonly strangerLikelihood: number;
}

interface Decided {
  readonly intent: Intent;
  /** Whether it is a bare answer to what was just asked. */
  readonly answered: boolean;
  readonly confidence: number;
  readonly signals: Signal[];
  readonly ambiguity: Ambiguity | null;
}

const certain = 0.99;
/** Slots whose figure offers or asks for terms. */
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

const probabilityOf = (ranking: Ranking, intent: Intent) =>
  ranking.find((item) => item.intent === intent)?.probability ?? 0;
const statesTerms = (slots: Slots) => termSlots.some((slot) => slots[slot] !== undefined);

/**
 * The model's order of intents. What lies outside weighs more than in the training lines, which hold little of the world outside;
 * danger is left out where only a figure of speech sounded like it, unless the model is sure of it.
 */
function plausible({ ranking: all, signals, context: { cannotBe = [] } }: DecisionInput): Ranking {
  const ranking = all.filter(({ intent }) => !cannotBe.includes(intent));
  const spoken = signals.figureOfSpeech && !signals.vulnerable;
  const kept =
    spoken && probabilityOf(ranking, 'vulnerable') < thresholds.dangerDespiteFigure
      ? ranking.filter(({ intent }) => intent !== 'vulnerable')
      : ranking;
  const weighed = kept.map(({ intent, probability }) => ({
    intent,
    probability: intent === 'outOfScope' ? probability * thresholds.outOfScopeWeight : probability,
  }));
  const sum = weighed.reduce((total, { probability }) => total + probability, 0);
  return weighed
    .map(({ intent, probability }) => ({ intent, probability: probability / sum }))
    .sort((first, second) => second.probability - first.probability);
}

function safetyIntent(input: DecisionInput, likeliest: Intent): Intent | null {
  const { signals, ranking } = input;
  // An heir or executor tells of a death, too: they are helped with the estate.
  const settlesEstate = signals.onlyBereaved && ['authority', 'evidence'].includes(likeliest);
  if (signals.vulnerable && !signals.promptInjection && !settlesEstate) return 'vulnerable';
  if (likeliest === 'vulnerable') return null;
  // A miss costs more here than a needless question whether someone is safe.
  if (probabilityOf(plausible(input), 'vulnerable') >= thresholds.vulnerableFloor) return 'vulnerable';
  if (signals.promptInjection) return 'outOfScope';
  // Somebody who speaks for the holder says so in the same words; they are asked who they are, not sent away.
  const sure = likeliest !== 'authority' && probabilityOf(ranking, 'thirdParty') >= thresholds.thirdPartyFloor;
  return signals.thirdParty && sure ? 'thirdParty' : null;
}

/** An offer is chosen; more figures beside it make it a counter-offer. */
const choosesOffer = ({ slots }: Extraction) => slots.offerNumber !== undefined || slots.instalmentCount !== undefined;

/** "15号发工资，先还三千": one payment on one day is a promise, unless terms stand beside it. */
const isOnePayment = (slots: Slots) =>
  slots.payDate !== undefined &&
  slots.lumpSum !== undefined &&
  [slots.monthlyAmount, slots.instalmentCount, slots.deferMonths, slots.dueDay].every((slot) => slot === undefined);

/** "那我凑一万先交上": where a plan is being worked out, a sum without a day is paid first, and promised for no day. */
const isFirstPayment = ({ extraction: { slots }, context }: DecisionInput) =>
  (context.offers !== undefined || context.expects === 'offer' || context.expects === 'monthlyAmount') &&
  slots.lumpSum !== undefined &&
  slots.payDate === undefined &&
  slots.payday === undefined;

/** "1000太多，700差不多": one figure is refused, another is offered in its place. */
const countersRefusal = ({ figures, slots }: Extraction) =>
  statesTerms(slots) && figures.some(({ role, quantity }) => role === 'none' && quantity.kind !== 'date');

/** "My cut-off is 720": hardly a budget, for it states terms, and nothing that comes in, goes out or is owed elsewhere. */
const statesNoBudget = ({ extraction, context, ranking }: DecisionInput) =>
  probabilityOf(ranking, 'budget') < thresholds.sureEnough &&
  statesTerms(extraction.slots) &&
  Object.keys(slotsFor('budget', extraction, context.refDate)).length === 0;

/** Questions about an account that are about an offer when they name one: "第二个方案一共要还多少". */
const aboutOffer: ReadonlySet<Intent> = new Set([
  'account.balance',
  'account.dueDate',
  'account.arrangement',
  'ask.interestAndFees',
]);

function withFigure(intent: Intent, input: DecisionInput): Intent {
  const { extraction, context } = input;
  const { slots } = extraction;
  if (slots.offerNumber !== undefined && aboutOffer.has(intent)) return 'ask.offer';
  const counters = slots.monthlyAmount !== undefined || slots.lumpSum !== undefined || slots.amount !== undefined;
  if (intent === 'account.dueDate' && slots.dueDay !== undefined && slots.payday !== undefined)
    return 'negotiate.terms';
  if (
    intent === 'negotiate.terms' &&
    isOnePayment(slots) &&
    probabilityOf(input.ranking, 'promiseToPay') >= thresholds.promiseFloor
  )
    return 'promiseToPay';
  if (intent === 'promiseToPay' && isFirstPayment(input)) return 'negotiate.terms';
  if (slots.offerNumber !== undefined && ['affirm', 'negotiate.start', 'thanks'].includes(intent))
    return 'negotiate.accept';
  if (intent === 'negotiate.reject' && countersRefusal(extraction)) return 'negotiate.terms';
  // "2,100 goes on rent, you'd get 450" tells of a budget and offers.
  if (intent === 'budget' && (extraction.figures.some(({ offered }) => offered === true) || statesNoBudget(input)))
    return 'negotiate.terms';
  if (!becomesTerms.has(intent) || !statesTerms(slots)) return intent;
  if (intent !== 'negotiate.accept') return 'negotiate.terms';
  // "每月900那个" takes an offer by its figure; with offers on the table such a figure would have found its offer.
  const byFigure = context.offers === undefined || !counters;
  return choosesOffer(extraction) && !(counters && context.offers !== undefined)
    ? intent
    : byFigure
      ? intent
      : 'negotiate.terms';
}

/** Readings that nobody wants to be asked about; where all is unlikely, the question is between wishes. */
const saysLittle: ReadonlySet<Intent> = new Set([
  'greeting',
  'thanks',
  'goodbye',
  'abuse',
  'affirm',
  'deny',
  'outOfScope',
]);

/** Two near readings, or a likeliest one that is still unlikely, make an either-or question; a figure with two readings comes first. */
function ambiguityOf(ranking: Ranking, intent: Intent, extraction: Extraction): Ambiguity | null {
  if (extraction.ambiguity !== null) return extraction.ambiguity;
  const [likeliest, next] = ranking;
  if (likeliest === undefined || next === undefined || intent !== likeliest.intent) return null;
  const unlikely = likeliest.probability < thresholds.askBelow;
  const near = likeliest.probability - next.probability < thresholds.margin;
  if (likeliest.probability >= thresholds.sureEnough || !(unlikely || near)) return null;
  const [first, second] = unlikely ? ranking.filter((one) => !saysLittle.has(one.intent)) : ranking;
  if (first === undefined || second === undefined) return null;
  const pointless = intent === 'outOfScope' || intent === 'help' || second.intent === 'outOfScope';
  return pointless ? null : { kind: 'intent', first: first.intent, second: second.intent };
}

const withSignal = (signals: Signal[], signal: Signal) => (signals.includes(signal) ? signals : [signal, ...signals]);

export function decide(input: DecisionInput): Decision {
  return {
    ...decided(input),
    likelihood: input.ranking[0]?.probability ?? 0,
    strangerLikelihood: probabilityOf(input.ranking, 'thirdParty'),
  };
}

function decided(input: DecisionInput): Decided {
  const { extraction, signals } = input;
  const ranking = plausible(input);
  const [top] = ranking;
  const likeliest = top?.intent ?? 'outOfScope';
  const confidence = top?.probability ?? 0;
  const riding = ridingAlong(signals);
  const safety = safetyIntent(input, likeliest);
  if (safety !== null)
    return { intent: safety, answered: false, confidence: certain, signals: riding, ambiguity: null };
  const answered = answeredIntent(input);
  if (answered !== null)
    return { intent: answered, answered: true, confidence: certain, signals: riding, ambiguity: extraction.ambiguity };
  if (confidence < thresholds.refuseBelow)
    return { intent: 'outOfScope', answered: false, confidence, signals: riding, ambiguity: null };
  const intent = withFigure(likeliest, input);
  const rides =
    likeliest === 'hardship' && intent !== 'hardship' ? 'hardship' : intent === 'vulnerable' ? intent : null;
  return {
    intent,
    answered: false,
    confidence,
    signals: rides === null ? riding : withSignal(riding, rides),
    ambiguity: ambiguityOf(ranking, intent, extraction),
  };
}
