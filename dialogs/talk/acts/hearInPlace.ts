// A message is read where the conversation stands: what cannot be meant there, or was hardly understood, is read again as an
// answer to what this assistant always wants to know, how much a month.
import type { CustomerTurn, Expects, Intent, SlotName } from '../../../data/domain/customer/customerTurn';
import type { ConversationState, Stage } from '../conversationState';
import type { UnderstandContext } from '../services';
import { offeringClause, saysAble } from './offerWords';
import { readingsOf } from './steps';

/** Reads the message, or a part of it, in a context. */
type Read = (context: Partial<UnderstandContext>, part?: string) => CustomerTurn;

/** Confidence (0-1) below which a reading is doubtful enough to be read again. */
const doubtful = 0.6;

/** Where plans are spoken of, or may be next. */
const talksOfPlans: readonly Stage[] = ['open', 'verifying', 'negotiating', 'describingHardship'];
const mayStandFor: readonly (Expects | null)[] = [null, 'monthlyAmount'];
/** Parts of a budget that are asked for one by one. */
const budgetParts: readonly (Expects | null)[] = ['income', 'expenses', 'otherDebts'];

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

function mayBeMisread(heard: CustomerTurn): 'cannotBe' | 'doubtful' | 'no' {
  if (heard.acts.length > 1 || readingsOf(heard).some((intent) => protective.includes(intent))) return 'no';
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

/** Told of one's life, or hardly understood: beside it the clause that says what can be paid is an offer all the same. */
const mayHideOffer = (heard: CustomerTurn): boolean =>
  heard.acts.length < 2 &&
  !states(heard, paying) &&
  !readingsOf(heard).some((intent) => protective.includes(intent) && intent !== 'human') &&
  (heard.intent === 'hardship' || heard.ambiguity !== null || heard.confidence < doubtful);

/** "Since the divorce it's been a mess … 900 is what's left": the story is told, and the figure is offered. */
function offerInStory(heard: CustomerTurn, text: string, state: ConversationState, read: Read): CustomerTurn {
  const offer = mayHideOffer(heard) ? offerInBudget(heard, text, state, read) : heard;
  const isHardship = readingsOf(heard).includes('hardship');
  if (offer === heard || !isHardship) return offer;
  const signals = heard.signals.includes('hardship') ? heard.signals : [...heard.signals, 'hardship' as const];
  return { ...offer, signals };
}

/** Parts that are easily taken for something else where they offer: "and 350 is what's left over". */
const mayOffer: readonly Intent[] = ['negotiate.terms', 'budget', 'account.balance', 'ask.offer', 'outOfScope'];

/** "I earn 4,800, and about 700 would be ok": a part that offers is read again as what can be paid a month. */
function offersInParts(heard: CustomerTurn, text: string, { locale }: ConversationState, read: Read): CustomerTurn {
  const acts = heard.acts.map((act) => {
    if (!mayOffer.includes(act.intent) || paying.some((slot) => act.slots[slot] !== undefined)) return act;
    const part = text.slice(...act.span);
    const isBareTerms = act.intent === 'negotiate.terms' && Object.keys(act.slots).length === 0;
    const clause = offeringClause(part, locale) ?? (isBareTerms ? part : undefined);
    const offer = clause === undefined ? undefined : offerIn(clause, read);
    return offer === undefined ? act : { ...act, intent: offer.intent, slots: offer.slots };
  });
  const changed = acts.find((act, index) => act !== heard.acts[index]);
  if (changed === undefined) return heard;
  const wasIt = heard.acts[acts.indexOf(changed)]?.intent === heard.intent;
  return wasIt ? { ...heard, intent: changed.intent, slots: changed.slots, acts } : { ...heard, acts };
}

/** What the clause offers to pay; undefined where it offers nothing. */
function offerIn(clause: string, read: Read): CustomerTurn | undefined {
  const heard = read({ expects: 'monthlyAmount', cannotBe: ['budget', ...needsOffers] }, clause);
  const isOffer = heard.intent === 'negotiate.terms' && states(heard, paying);
  if (isOffer) return heard.ambiguity === null ? heard : undefined;
  const { slots } = heard.acts.find(({ intent }) => intent === 'negotiate.terms') ?? {};
  const offer: CustomerTurn = { ...heard, intent: 'negotiate.terms', slots: slots ?? {}, ambiguity: null };
  return states(offer, paying) ? offer : undefined;
}

/** "The stall's takings go up and down, 800 is my limit": the clause that offers is no part of the budget told beside it. */
function offerInBudget(heard: CustomerTurn, text: string, state: ConversationState, read: Read): CustomerTurn {
  const clause = offeringClause(text, state.locale);
  if (clause === undefined) return heard;
  const offer = offerIn(clause, read);
  return offer === undefined ? heard : { ...offer, signals: heard.signals, acts: [] };
}

/** The reading where the conversation stands; the first one where it can be meant, or nothing better is found. */
export function readInPlace(heard: CustomerTurn, text: string, state: ConversationState, read: Read): CustomerTurn {
  const offers = (state.negotiation ?? state.resting?.negotiation)?.table ?? [];
  const expects = state.expects ?? state.resting?.expects ?? null;
  // Asked what goes to other lenders, somebody may say what they can pay here instead.
  if (budgetParts.includes(expects)) return (saysAble(text, state.locale) ? offerIn(text, read) : undefined) ?? heard;
  if (offers.length > 0 || !mayStandFor.includes(expects) || !talksOfPlans.includes(state.stage)) return heard;
  // The clause that says what can be paid outweighs any other figure of a story.
  const offered = heard.acts.length > 1 ? heard : offerInStory(heard, text, state, read);
  if (offered !== heard) return offered;
  const again = readAgain(heard, read);
  if (again !== undefined) return again;
  if (isBudget(heard)) return offerInBudget(heard, text, state, read);
  return heard.acts.length > 1 ? offersInParts(heard, text, state, read) : heard;
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
