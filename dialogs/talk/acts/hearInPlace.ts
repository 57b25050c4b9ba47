// A message is read where the conversation stands: what cannot be meant there, or was hardly understood, is read again as an
// answer to what this assistant always wants to know, how much a month.
import type { CustomerTurn, Expects, Intent, SlotName } from '../../../data/domain/customer/customerTurn';
import type { ConversationState, Stage } from '../conversationState';
import type { UnderstandContext } from '../services';
import { offeringClause } from './offerWords';

/** Reads the message, or a part of it, in a context. */
type Read = (context: Partial<UnderstandContext>, part?: string) => CustomerTurn;

/** Confidence (0-1) below which a reading is doubtful enough to be read again. */
const doubtful = 0.6;

/** Where plans are spoken of, or may be next. */
const talksOfPlans: readonly Stage[] = ['open', 'verifying', 'negotiating', 'describingHardship'];
const mayStandFor: readonly (Expects | null)[] = [null, 'monthlyAmount'];

/** Offers are taken, refused and asked about only where there are some. */
const needsOffers: readonly Intent[] = ['negotiate.accept', 'negotiate.reject'];

/** Never read as something else, however unsurely they were heard: what protects. */
const protective: readonly Intent[] = ['vulnerable', 'thirdParty', 'scam', 'human', 'contactPreference', 'complaint'];
/** Says something of paying already: nothing is gained by reading it again. */
const saysOfPaying: readonly Intent[] = ['promiseToPay', 'negotiate.terms', 'alreadyPaid'];
/** What is told of one's life or one's debt is read as a plan only where that is likelier than not. */
const weighty: readonly Intent[] = ['hardship', 'dispute'];

const paying: readonly SlotName[] = ['monthlyAmount', 'lumpSum', 'instalmentCount'];
const states = ({ slots }: CustomerTurn, names: readonly SlotName[]): boolean =>
  names.some((name) => slots[name] !== undefined);

/** A budget that names no figure of anybody's life. */
const isEmptyBudget = (heard: CustomerTurn): boolean =>
  heard.intent === 'budget' && !states(heard, ['income', 'expenses', 'otherDebts']);

const readings = ({ intent, ambiguity }: CustomerTurn): readonly Intent[] =>
  ambiguity?.kind === 'intent' ? [intent, ambiguity.first, ambiguity.second] : [intent];

function mayBeMisread(heard: CustomerTurn): 'cannotBe' | 'doubtful' | 'no' {
  if (heard.acts.length > 1 || readings(heard).some((intent) => protective.includes(intent))) return 'no';
  if (needsOffers.includes(heard.intent) || isEmptyBudget(heard)) return 'cannotBe';
  if (heard.ambiguity !== null) return 'doubtful';
  return heard.confidence < doubtful && !saysOfPaying.includes(heard.intent) ? 'doubtful' : 'no';
}

/** A budget, or terms whose only figure was read as one of somebody's life: "if I'm careful, 1,200 is doable". */
const isBudget = (heard: CustomerTurn): boolean =>
  heard.intent === 'budget' ||
  (heard.intent === 'negotiate.terms' &&
    !states(heard, [...paying, 'amount']) &&
    heard.acts.length === 2 &&
    heard.acts.some(({ intent }) => intent === 'budget'));

/** "The stall's takings go up and down, 800 is my limit": the clause that offers is no part of the budget told beside it. */
function offerInBudget(heard: CustomerTurn, text: string, state: ConversationState, read: Read): CustomerTurn {
  const clause = offeringClause(text, state.locale);
  if (clause === undefined) return heard;
  const offer = read({ expects: 'monthlyAmount', cannotBe: ['budget', ...needsOffers] }, clause);
  return offer.intent === 'negotiate.terms' && states(offer, paying) && offer.ambiguity === null
    ? { ...offer, signals: heard.signals, acts: [] }
    : heard;
}

/** The reading where the conversation stands; the first one where it can be meant, or nothing better is found. */
export function readInPlace(heard: CustomerTurn, text: string, state: ConversationState, read: Read): CustomerTurn {
  const offers = (state.negotiation ?? state.resting?.negotiation)?.table ?? [];
  const expects = state.expects ?? state.resting?.expects ?? null;
  if (offers.length > 0 || !mayStandFor.includes(expects) || !talksOfPlans.includes(state.stage)) return heard;
  const again = readAgain(heard, read);
  if (again !== undefined) return again;
  return isBudget(heard) ? offerInBudget(heard, text, state, read) : heard;
}

/** The same words as an answer to how much a month; undefined where they are none, or were plainly something else. */
function readAgain(heard: CustomerTurn, read: Read): CustomerTurn | undefined {
  const misread = mayBeMisread(heard);
  if (misread === 'no') return undefined;
  const cannotBe = misread === 'cannotBe' ? [...needsOffers, heard.intent] : needsOffers;
  const again = read({ expects: 'monthlyAmount', cannotBe });
  const isFigure = again.intent === 'negotiate.terms' && states(again, paying) && again.ambiguity?.kind !== 'figure';
  const isWeightier = weighty.includes(heard.intent) && again.confidence < 0.5;
  return isFigure && !isWeightier ? { ...again, ambiguity: null } : undefined;
}
