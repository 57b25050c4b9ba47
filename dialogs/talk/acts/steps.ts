// Everything that one message does, in the order in which it is served: what protects, what changes facts, questions, the
// next step of what is under way. What belongs to one flow is one step, so that a bargainer hears all figures at once.
import type { Act, CustomerTurn, Intent, Slots, Undone } from '../../../data/domain/customer/customerTurn';

/** A message does a handful of things; what is beyond is asked again by the customer. */
const stepsMax = 5;

/** Served before everything else, whatever else the message says (R1). */
const protects: readonly Intent[] = ['vulnerable', 'thirdParty', 'scam', 'contactPreference', 'human'];

/** What changes what is known: served before questions, so that they are answered from it. */
const changesFacts: readonly Intent[] = [
  'authority',
  'undo',
  'dispute',
  'alreadyPaid',
  'complaint',
  'verifyCollector',
  'evidence',
];

/** Steps of a bargaining: heard by the engine as one turn. The first that a message holds names it. */
const bargains: readonly Intent[] = [
  'negotiate.terms',
  'negotiate.accept',
  'promiseToPay',
  'hardship',
  'budget',
  'negotiate.priceRelief',
  'negotiate.reject',
  'negotiate.start',
  'affirm',
  'deny',
];

/** Said in passing: answered only where the message does nothing else. */
const inPassing: readonly Intent[] = [
  'greeting',
  'thanks',
  'goodbye',
  'help',
  'abuse',
  'outOfScope',
  'cancel',
  'repeat',
];

const isBargain = (intent: Intent): boolean => bargains.includes(intent);

function rank(intent: Intent): number {
  const at = protects.indexOf(intent);
  if (at >= 0) return at;
  const fact = changesFacts.indexOf(intent);
  if (fact >= 0) return 100 + fact;
  if (intent === 'changeLanguage') return 150;
  return isBargain(intent) ? 300 : 200;
}

/** The acts of a turn; one that was made without any does the one thing that it says. */
export const actsOf = ({ intent, slots, acts, confidence }: CustomerTurn): readonly Act[] =>
  acts.length > 1 ? acts : [{ intent, slots, span: [0, 0], confidence }];

/** A turn that does one thing of a message, with what is true of the whole message. */
export const turnOfAct = (heard: CustomerTurn, act: Act): CustomerTurn => ({
  ...heard,
  intent: act.intent,
  slots: act.slots,
  confidence: act.confidence,
  acts: [act],
  ambiguity: heard.acts.length > 1 ? null : heard.ambiguity,
});

/**
 * The message without what was wrongly heard in it; what is left leads it. Undefined where nothing would be left, the message
 * itself where nothing was dropped.
 */
export function withoutActs(heard: CustomerTurn, isDropped: (act: Act) => boolean): CustomerTurn | undefined {
  const all = actsOf(heard);
  const kept = all.filter((act) => !isDropped(act));
  const [first] = kept;
  if (kept.length === all.length || first === undefined) return first === undefined ? undefined : heard;
  if (kept.length === 1) return turnOfAct(heard, first);
  const leads = kept.some(({ intent }) => intent === heard.intent);
  return leads ? { ...heard, acts: kept } : { ...heard, intent: first.intent, slots: first.slots, acts: kept };
}

/** All that a message says at the bargaining table, as one turn: its gravest intent, and every figure. */
function bargainOf(heard: CustomerTurn, acts: readonly Act[]): CustomerTurn | undefined {
  const own = acts.filter(({ intent }) => isBargain(intent));
  const [only] = own;
  if (only === undefined) return undefined;
  if (own.length === 1) return turnOfAct(heard, only);
  const main = isBargain(heard.intent) ? heard.intent : bargains.find((one) => own.some((act) => act.intent === one));
  // "Too much: less at first and more later" refuses, and says what is wished instead: the wish told last counts.
  const wished = own.findLast((act) => act.intent === 'negotiate.terms' && act.slots.wish !== undefined);
  const intent = main === 'negotiate.reject' && wished !== undefined ? wished.intent : main;
  const wish = wished?.slots.wish;
  const slots: Slots = Object.assign(
    {},
    ...own.map((act) => act.slots),
    isBargain(heard.intent) ? heard.slots : {},
    wish === undefined ? {} : { wish },
  );
  const confidence = Math.max(...own.map((act) => act.confidence));
  const act: Act = { intent: intent ?? only.intent, slots, span: only.span, confidence };
  return { ...turnOfAct(heard, act), acts: own };
}

/** "Get in touch again, by text only": the stop that is taken back and what is wished instead are one wish. */
function asOneContactWish(acts: readonly Act[]): readonly Act[] {
  const undone = acts.find(({ intent, slots }) => intent === 'undo' && slots.what === 'contactStop');
  const wish = acts.find(({ intent }) => intent === 'contactPreference');
  if (undone === undefined || wish === undefined) return acts;
  const joined: Act = { ...wish, slots: { ...wish.slots, what: 'contactStop' } };
  return acts.flatMap((act) => (act === undone ? [] : [act === wish ? joined : act]));
}

/** What each thing that can be taken back was heard as. */
const undoneIntent: Partial<Record<Undone, Intent>> = {
  dispute: 'dispute',
  alreadyPaid: 'alreadyPaid',
  hardship: 'hardship',
  thirdParty: 'thirdParty',
};

/** "That charge was my daughter's, drop the investigation": what is taken back is not begun anew in the same breath. */
function withoutUndone(acts: readonly Act[]): readonly Act[] {
  const undone: (Intent | undefined)[] = acts.flatMap(({ intent, slots: { what } }) =>
    intent === 'undo' && what !== undefined ? [undoneIntent[what]] : [],
  );
  // "I withdraw the complaint, he said sorry": nothing else is named as taken back.
  const isComplaint = acts.some(({ intent, slots: { what } }) => intent === 'undo' && what === undefined);
  const begunAnew = isComplaint ? [...undone, 'complaint'] : undone;
  return acts.filter(({ intent }) => !begunAnew.includes(intent));
}

/** "I lost my job, I've got the letter": what happened comes first, and the way in for the paper is told with it (R11). */
const withoutPaperOfHardship = (acts: readonly Act[]): readonly Act[] =>
  acts.some(({ intent }) => intent === 'hardship') ? acts.filter(({ intent }) => intent !== 'evidence') : acts;

/** Asked twice in one message, answered once. */
const sameStep = (a: CustomerTurn, b: CustomerTurn): boolean =>
  a.intent === b.intent && JSON.stringify(a.slots) === JSON.stringify(b.slots);

/** What the message does, each thing as a turn of its own, in the order in which it is served. */
export function stepsOf(heard: CustomerTurn): readonly CustomerTurn[] {
  const acts = withoutPaperOfHardship(withoutUndone(asOneContactWish(actsOf(heard))));
  const [only] = acts;
  if (acts.length === 1 && only !== undefined) return [heard.acts.length > 1 ? turnOfAct(heard, only) : heard];
  const weighty = acts.filter(({ intent }) => !inPassing.includes(intent));
  // "Ok ok. What can you actually do?" asks for help; the yes may be an idle one.
  const isYesAlone = weighty.every(({ intent }) => intent === 'affirm' || intent === 'deny');
  const counted = isYesAlone ? acts.filter((act) => weighty.includes(act) || act.intent === 'help') : weighty;
  const kept = counted.length > 0 ? counted : acts.slice(0, 1);
  const bargain = bargainOf(heard, kept);
  const others = kept.filter(({ intent }) => !isBargain(intent)).map((act) => turnOfAct(heard, act));
  // People tell first and ask last: of several questions the last is answered first, and in full.
  const main = others.findLast(({ intent }) => intent.startsWith('ask.'));
  const isMain = (step: CustomerTurn) => Number(step === main);
  const steps = [...others, ...(bargain === undefined ? [] : [bargain])]
    .map((step, index) => ({ step, index }))
    .sort((a, b) => rank(a.step.intent) - rank(b.step.intent) || isMain(b.step) - isMain(a.step) || a.index - b.index)
    .map(({ step }) => step);
  return steps
    .filter((step, index) => !steps.slice(0, index).some((other) => sameStep(other, step)))
    .slice(0, stepsMax);
}

/** A wish for a plan that names nothing, or a budget: it would be answered by asking how much. */
export const asksForFigure = ({ intent, slots }: CustomerTurn): boolean =>
  intent === 'negotiate.start' ||
  intent === 'budget' ||
  (intent === 'negotiate.terms' && Object.keys(slots).length === 0);

/** True for what protects the customer: after it, nothing is asked for in the same reply. */
export const isProtective = (intent: Intent): boolean => protects.includes(intent);

/** True for what is said in passing, beside the matter: a hello, thanks, a bare yes or no. */
export const isSaidInPassing = (intent: Intent): boolean =>
  inPassing.includes(intent) || intent === 'affirm' || intent === 'deny';

/** Whatever the message may be as a whole: its intent, and both readings where two are near. */
export const readingsOf = ({ intent, ambiguity }: CustomerTurn): readonly Intent[] =>
  ambiguity?.kind === 'intent' ? [intent, ambiguity.first, ambiguity.second] : [intent];
