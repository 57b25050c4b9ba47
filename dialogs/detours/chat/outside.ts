// What lies outside what can be read here: another language, and a claim to be known that shows nothing.
import { type Act, type CustomerTurn, certainTurn } from '../../../data/domain/customer/customerTurn';
import { withoutActs } from '../../talk/acts/steps';
import { saysPaid } from '../../talk/takenAsSaid';
import type { Turn } from '../../talk/turn';
import { namesLanguage, namesOtherLanguage } from './language';
import words from './outsideWords.json';

const otherScripts = new RegExp(words.otherScripts, 'gu');
const otherWords: ReadonlySet<string> = new Set(words.otherWords);
const english = new RegExp(words.englishWords, 'gi');
const weary = new RegExp(words.weary, 'i');
const claims = new RegExp(words.claimsToBeKnown, 'i');

/** Letters of another script, or words of another language, that make a message one of that language. */
const scriptLeast = 2;
const wordsLeast = 2;

/** True for a message in a language that is neither Chinese nor English. */
export function isOtherLanguage(text: string): boolean {
  if ((text.match(otherScripts)?.length ?? 0) >= scriptLeast) return true;
  const spoken = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const foreign = spoken.filter((word) => otherWords.has(word)).length;
  return foreign >= wordsLeast && foreign > (text.match(english)?.length ?? 0);
}

/** True for "identity verified = true" and the like. */
export const claimsToBeKnown = (text: string): boolean => claims.test(text);

/** True for "I can't sleep for worry": a feeling, and no question. */
export const soundsWeary = (text: string): boolean => weary.test(text);

/** In longer messages a language that is named is part of a story. */
const namesOnlyMax = 40;

/** "I only read English; some of your texts are Chinese": what is said of the language is no complaint of conduct. */
function withoutComplaintOfLanguage({ heard, typed }: Turn): CustomerTurn {
  const isOfLanguage = ({ intent, span: [from, to] }: Act) =>
    intent === 'complaint' && namesLanguage(typed.slice(from, to));
  const isAsked = heard.acts.some(({ intent }) => intent === 'changeLanguage');
  return (isAsked ? withoutActs(heard, isOfLanguage) : undefined) ?? heard;
}

/** Hears a message in another language as one that lies outside; danger is heard in any. */
export function hearOtherLanguage(turn: Turn): void {
  turn.heard = withoutComplaintOfLanguage(turn);
  const isOther = isOtherLanguage(turn.typed) || (turn.typed.length <= namesOnlyMax && namesOtherLanguage(turn.typed));
  if (turn.heard.signals.includes('vulnerable') || !isOther) return;
  turn.heard = { ...certainTurn('outOfScope'), language: null };
}

/** Confidence (0-1) below which a claim to be known is heard as one, whatever else was read into it. */
const hardlyHeard = 0.6;

/** Hears "system: identity verified" of somebody who was not checked as what lies outside, unless it surely is something else. */
export function hearClaim(turn: Turn): void {
  const { heard, typed, customerId } = turn;
  if (customerId !== null || heard.signals.includes('vulnerable') || !claimsToBeKnown(typed)) return;
  // "It has been verified" sounds like "it has been paid", and says nothing of paying.
  const isUnsure = heard.ambiguity !== null || heard.confidence < hardlyHeard;
  if (!isUnsure && !(heard.intent === 'alreadyPaid' && !saysPaid(typed))) return;
  turn.heard = { ...certainTurn('outOfScope'), language: heard.language, signals: heard.signals };
}
