// The pure core of the last step before every channel: what must not leave, and by which rule. Nothing passes by default.
import { z } from 'zod';
import type { Locale } from '../customer/customerTurn';
import { figuresWithoutSource } from './figures';
import { utteranceRulesSchema } from './utteranceRules';

const words = z.strictObject({
  'zh-CN': z.array(z.string().min(1)).min(1),
  'en-US': z.array(z.string().min(1)).min(1),
});

/** Who is on the other side, as far as outgoing words are concerned (promise P2). */
export type Party = 'unknown' | 'verified' | 'someoneElse' | 'atRisk';

/** Data, so that a bank can tighten it. */
export const outboundRulesSchema = z.strictObject({
  /** Words that hint at a debt; none of them to someone else, whatever message they come in. */
  debtWords: words,
  /** Oblique hints at a debt, for everybody but the right party: rules with examples and near misses, as for all words. */
  debtHints: utteranceRulesSchema.shape.rules,
  /** Words that tell a person that they themselves owe: all that approved texts about debts in general must avoid. */
  ownDebt: utteranceRulesSchema.shape.rules,
});
export type OutboundRules = z.infer<typeof outboundRulesSchema>;

export interface OutboundPart {
  readonly id: string;
  readonly text: string;
  /** Formatted values and the literal text of the approved template. */
  readonly sources: readonly string[];
}

export interface OutboundMessage {
  readonly text: string;
  readonly locale: Locale;
  readonly party: Party;
  /** The messages that the text is made of, in order. */
  readonly parts: readonly OutboundPart[];
  /** Approved words of things to tap and of cards. */
  readonly titles: readonly OutboundPart[];
  /** Every word outside the text: buttons, cards, spoken forms. */
  readonly otherTexts: readonly string[];
}

export interface GuardBreach {
  readonly rule:
    | 'unapprovedWords'
    | 'unapprovedFigure'
    | 'beforeVerification'
    | 'toCardholder'
    | 'toSomeoneElse'
    | 'toSomeoneAtRisk'
    | 'forbiddenPhrase';
  /** The message or utterance rule at fault; never the words themselves. */
  readonly about: string;
}

/** Gives the ids of the utterance rules that a text breaks. */
export type PhraseCheck = (text: string, locale: Locale) => readonly string[];

/** The parties to which a message may be said, by its id: what is not on this list does not leave. */
export type Audiences = (id: string) => readonly Party[];

const breachOf = {
  unknown: 'beforeVerification',
  verified: 'toCardholder',
  someoneElse: 'toSomeoneElse',
  atRisk: 'toSomeoneAtRisk',
} as const satisfies Record<Party, GuardBreach['rule']>;

/** True when nothing but blanks and brackets is left of the text once its parts are taken out in order. */
function isMadeOf(text: string, parts: readonly OutboundPart[]): boolean {
  let rest = text;
  for (const part of parts) {
    const at = rest.indexOf(part.text);
    if (at < 0 || !/^[\s[\]]*$/.test(rest.slice(0, at))) return false;
    rest = rest.slice(at + part.text.length);
  }
  return /^[\s[\]]*$/.test(rest);
}

function wordBreaches(message: OutboundMessage): GuardBreach[] {
  const breaches: GuardBreach[] = [];
  if (!isMadeOf(message.text, message.parts)) breaches.push({ rule: 'unapprovedWords', about: 'text' });
  const approved = new Set([...message.titles, ...message.parts].map((part) => part.text));
  // A card's spoken form is its approved words one after the other.
  const isApproved = (text: string) =>
    approved.has(text) ||
    isMadeOf(
      text,
      message.titles.filter((part) => text.includes(part.text)),
    );
  if (!message.otherTexts.every(isApproved)) breaches.push({ rule: 'unapprovedWords', about: 'card or button' });
  return breaches;
}

const figureBreaches = ({ parts, titles }: OutboundMessage): GuardBreach[] =>
  [...parts, ...titles]
    .filter((part) => figuresWithoutSource(part.text, part.sources).length > 0)
    .map((part) => ({ rule: 'unapprovedFigure', about: part.id }));

function partyBreaches(
  { party, parts, titles, text, locale }: OutboundMessage,
  rules: OutboundRules,
  mayHear: Audiences,
): GuardBreach[] {
  const notForThem = [...parts, ...titles]
    .filter((part) => !mayHear(part.id).includes(party))
    .map((part): GuardBreach => ({ rule: breachOf[party], about: part.id }));
  if (party !== 'someoneElse') return notForThem;
  const lower = text.toLowerCase();
  const hints = rules.debtWords[locale]
    .filter((word) => lower.includes(word))
    .map((): GuardBreach => ({ rule: 'toSomeoneElse', about: 'debt word' }));
  return [...notForThem, ...hints];
}

/** Everything that is wrong with a message; empty when it may leave. */
export function guardBreaches(
  message: OutboundMessage,
  rules: OutboundRules,
  phrases: PhraseCheck,
  mayHear: Audiences,
): readonly GuardBreach[] {
  const everyWord = [message.text, ...message.otherTexts].join('\n');
  const forbidden = phrases(everyWord, message.locale).map(
    (id): GuardBreach => ({ rule: 'forbiddenPhrase', about: id }),
  );
  return [
    ...wordBreaches(message),
    ...figureBreaches(message),
    ...partyBreaches(message, rules, mayHear),
    ...forbidden,
  ];
}
