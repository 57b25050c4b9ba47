// From what was typed or tapped to a CustomerTurn, or to the reason why it cannot be read.

import { maskDigits, maskPersonal } from '../../data/domain/conduct/masking/masking';
import { type CustomerTurn, certainTurn, type Intent, type Locale } from '../../data/domain/customer/customerTurn';
import { speaksForAnother } from '../detours/people/whoWrites';
import { readIdentity, type TypedIdentity } from '../stages/verify/typedIdentity';
import { readInPlace } from './acts/hearInPlace';
import { termsByWords } from './acts/offerWords';
import { ownQuestionIn } from './acts/ownQuestion';
import type { ConversationState, Stage } from './conversationState';
import type { DialogServices, UnderstandContext } from './services';
import { signingOf } from './signingOf';
import { cannotTell, hasNothingAtHand, isUnsure, saysChasedAgain, saysDoubt, saysNotPaying } from './takenAsSaid';

/** Longer messages are not read at all. */
export const textLengthMax = 4000;

export type Heard =
  | { readonly kind: 'heard'; readonly turn: CustomerTurn }
  | { readonly kind: 'unreadable'; readonly why: 'empty' | 'tooLong' | 'attachment' | 'onlySymbols' };

// Tabs and line breaks become spaces; other control characters and lone surrogates are dropped.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The typed text without control characters, invisible marks or half characters. */
export const cleanText = (text: string): string =>
  text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(controls, '')
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .trim();

const hasWordOrFigure = /[\p{L}\p{N}]/u;

const storedMax = 500;

/**
 * Answers that may hold identity digits or codes lose every digit; other messages lose only what is personal. Masked before
 * it is cut, so that no half of a number stays. `names` are those on file for whoever was verified.
 */
export const maskedWords = (text: string, state: ConversationState, names: readonly string[]): string =>
  (['verifying', 'someoneElse', 'locked'].includes(state.stage) || signingOf(state) !== null
    ? maskDigits(text, names)
    : maskPersonal(text, names)
  ).slice(0, storedMax);

export interface Incoming {
  readonly text: string;
  readonly attachmentCount: number;
  readonly today: string;
  /** The endings of card and ID in it: what else was said is read without them. */
  readonly identity: TypedIdentity | null;
}

/** No year and no round sum. */
const bareEnding = /^(?!19|20)\d{3}[\dXx]$(?<!00)/;
/** Where bare figures may be an answer to the check, or have nothing else to be. */
const asksForEndings: readonly Stage[] = ['verifying', 'namingCollector'];
const checkedIn: readonly Stage[] = ['open', 'verifying', 'locked'];

/**
 * The endings of card and ID in a message of somebody who may still be checked; of somebody who was, only where the message
 * is nothing else. Null where there are none.
 */
export function identityIn(text: string, state: ConversationState): TypedIdentity | null {
  if (text.length > textLengthMax || state.taps.some((tap) => tap.title === text)) return null;
  // Four digits and nothing else, where nothing was asked, are an ending that came of itself.
  const isBare = state.stage === 'open' && state.expects === null && bareEnding.test(text.trim());
  const typed = readIdentity(text, asksForEndings.includes(state.stage) || isBare) ?? null;
  if (state.verified === null && checkedIn.includes(state.stage)) return typed;
  // A single number may be the one that called.
  if (state.verified === null) return state.stage === 'namingCollector' && typed?.kind === 'both' ? typed : null;
  return typed?.kind === 'both' && typed.rest === '' ? typed : null;
}

/** Both endings, or the one that was asked for, with something said beside them. */
const isBesideEndings = (identity: TypedIdentity): boolean =>
  identity.rest !== '' && (identity.kind === 'both' || identity.of === null);

/** Reads one message in its context: a tap means what it says, everything else goes through understanding. */
export function hear(incoming: Incoming, state: ConversationState, services: DialogServices): Heard {
  const { attachmentCount, today, identity } = incoming;
  const text = identity !== null && isBesideEndings(identity) ? identity.rest : incoming.text;
  if (text === '') return { kind: 'unreadable', why: attachmentCount > 0 ? 'attachment' : 'empty' };
  if (text.length > textLengthMax) return { kind: 'unreadable', why: 'tooLong' };
  const tapped = state.taps.find((tap) => tap.title === text);
  if (tapped !== undefined) return { kind: 'heard', turn: tapped.turn };
  const explicit = explicitTurn(text, state);
  if (explicit !== undefined) return { kind: 'heard', turn: explicit };
  // What was under way when the verification ran out is still what an answer is about.
  const expects = state.expects ?? state.resting?.expects ?? null;
  const negotiation = state.negotiation ?? state.resting?.negotiation ?? null;
  const words = withoutPronoun(besideCode(text, state), expects);
  const read = (context: Partial<UnderstandContext>, part = words) =>
    services.understand(part, state.locale, { refDate: today, ...context });
  const place = {
    ...(expects === null ? {} : { expects }),
    ...(negotiation === null ? {} : { offers: negotiation.table }),
  };
  const guessed = askedInStory(words, state, read(place), (part) => read(place, part));
  const first = isGuessedAuthority(guessed, words) ? read({ ...place, cannotBe: guessedOfOthers }) : guessed;
  const isOpen = (negotiation?.table ?? []).length === 0;
  const wantsMonthly = isOpen && expects !== 'lumpSum';
  const turn = termsByWords(readInPlace(first, words, state, read), words, {
    locale: state.locale,
    today,
    wantsMonthly,
  });
  if (takesPlanUnseen(turn, expects, isOpen)) return { kind: 'heard', turn: certainTurn('deny') };
  const dayMeant = dayAskedOf(turn, state);
  if (dayMeant !== undefined) return { kind: 'heard', turn: dayMeant };
  const plainWords = state.expects === 'monthlyAmount' ? insteadOfFigure(text, turn) : undefined;
  if (plainWords !== undefined) return { kind: 'heard', turn: plainWords };
  const meansNothing = !hasWordOrFigure.test(text) && turn.intent === 'outOfScope';
  return meansNothing ? { kind: 'unreadable', why: 'onlySymbols' } : { kind: 'heard', turn };
}

/** Heard wherever in a story it is told. */
const alwaysHeard: readonly Intent[] = ['vulnerable', 'scam', 'human', 'contactPreference'];

/** The question that the customer marks as theirs at the end of a story, each word where it was typed; the whole where there is none. */
function askedInStory(
  words: string,
  { locale }: ConversationState,
  whole: CustomerTurn,
  read: (part: string) => CustomerTurn,
): CustomerTurn {
  const question = ownQuestionIn(words, locale);
  const all = [whole.intent, ...whole.acts.map(({ intent }) => intent), ...whole.signals];
  if (question === undefined || all.some((one) => alwaysHeard.some((kept) => kept === one))) return whole;
  return { ...read(question.padStart(words.trimEnd().length)), signals: whole.signals };
}

/** What the classifier guesses in its place of somebody who tells of their own work; a word of danger is heard all the same. */
const guessedOfOthers: readonly Intent[] = ['authority', 'thirdParty', 'vulnerable'];

/** Whoever speaks for a holder names somebody; without one word of it, authority was read into the message. */
const isGuessedAuthority = ({ intent, acts }: CustomerTurn, text: string): boolean =>
  [intent, ...acts.map((act) => act.intent)].includes('authority') && !speaksForAnother(text);

const sixDigits = /(?<![0-9０-９])[0-9０-９]{6}(?![0-9０-９])/;
/** A code that is waited for is no figure: what stands beside it is read, each word where it was typed. */
function besideCode(text: string, state: ConversationState): string {
  if (signingOf(state)?.step !== 'read') return text;
  const beside = text.replace(sixDigits, ' '.repeat(6));
  return hasWordOrFigure.test(beside) ? beside : text;
}

/** "The longest one, please", where a first payment was asked for and no plan is out yet: there is none, and the plan is wished. */
const takesPlanUnseen = (
  { intent, slots }: CustomerTurn,
  expects: ConversationState['expects'],
  isOpen: boolean,
): boolean =>
  intent === 'negotiate.accept' &&
  expects === 'lumpSum' &&
  isOpen &&
  slots.lumpSum === undefined &&
  slots.amount === undefined;

/** "The longer one", where a sum was asked for, names no sum of one. */
const pronounOne = /\b(the|that|this|which|other|first|second|third|last|\w{3,}(?:er|est)) one\b/gi;
const withoutPronoun = (text: string, expects: ConversationState['expects']): string =>
  expects === 'lumpSum' || expects === 'monthlyAmount' ? text.replace(pronounOne, '$1    ') : text;

/** Which of two days was meant, typed instead of tapped: with all else that had been said. */
function dayAskedOf({ slots }: CustomerTurn, state: ConversationState): CustomerTurn | undefined {
  const named = slots.payDate ?? slots.startDate;
  if (named === undefined) return undefined;
  const asked = state.taps.filter(({ id }) => id === 'button.day').map(({ turn }) => turn);
  return asked.find(({ slots: meant }) => (meant.payDate ?? meant.startDate) === named);
}

const weakReadings: readonly CustomerTurn['intent'][] = [
  'outOfScope',
  'deny',
  'cancel',
  'goodbye',
  'help',
  'negotiate.reject',
  'negotiate.terms',
  'ask.consequences',
  'account.balance',
];
/**
 * Asked for a figure, somebody doubts or refuses instead. These words explain a message only where nothing weightier was
 * heard in it: no figure, no signal of hardship or danger, no wish of another kind.
 */
function insteadOfFigure(text: string, { intent, slots, signals }: CustomerTurn): CustomerTurn | undefined {
  if (Object.keys(slots).length > 0 || signals.length > 0) return undefined;
  const weak = weakReadings.includes(intent);
  if (weak && saysDoubt(text)) return certainTurn('negotiate.start');
  const taken = intent === 'hardship' || intent === 'promiseToPay' || intent === 'negotiate.start';
  return (weak || taken) && saysNotPaying(text) ? certainTurn('deny') : undefined;
}

const isChoosing = ({ stage, expects, negotiation }: ConversationState): boolean =>
  stage === 'negotiating' && expects === 'offer' && (negotiation?.shownNumbers.length ?? 0) > 1;

const pickedUnseen = /^\s*[1-6１-６]\s*$/;

/** Words that we have asked for ourselves mean what we said they mean. */
function explicitTurn(text: string, state: ConversationState): CustomerTurn | undefined {
  if (state.expects === 'monthlyAmount' && isUnsure(text)) return certainTurn('negotiate.start');
  // Asked for money at hand, "1" picks a plan that was expected; whoever has a sum says more than one digit.
  if (state.expects === 'lumpSum' && pickedUnseen.test(text))
    return certainTurn('negotiate.accept', { offerNumber: Number(text.normalize('NFKC').trim()) });
  if (state.expects === 'lumpSum' && state.negotiation?.stage !== 'promising' && hasNothingAtHand(text))
    return certainTurn('deny');
  // Who cannot choose between plans is told how they differ, and asked nothing that was not known a moment ago.
  if (isChoosing(state) && cannotTell(text)) return certainTurn('ask.offer', { aspect: 'difference' });
  return saysChasedAgain(text) ? certainTurn('complaint') : undefined;
}

/** A wish about the language sets it itself, however unsurely it was heard: "switch back please". */
const asksForLanguage = ({ intent, ambiguity }: CustomerTurn): boolean =>
  intent === 'changeLanguage' ||
  (ambiguity?.kind === 'intent' && [ambiguity.first, ambiguity.second].includes('changeLanguage'));

/** The language to answer in: that of the message when it clearly has one, else the conversation's. */
export function languageToAnswerIn(text: string, turn: CustomerTurn, current: Locale): Locale {
  if (turn.language === null || turn.language === current || asksForLanguage(turn)) return current;
  // "ok" or "hi" in a Chinese conversation is no wish for English: it takes a sentence.
  const words = text.match(/[A-Za-z']{2,}/g) ?? [];
  return turn.language === 'en-US' && words.length < 3 ? current : turn.language;
}

/** What nobody has to understand: the turn of a customer who has just come in. */
export const arrivalTurn = certainTurn('greeting');
