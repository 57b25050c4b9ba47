// The pure core of the last step before every channel: what must not leave, and by which rule. Nothing passes by default.
import type { Locale } from '../customer/customerTurn';
import { figuresWithoutSource } from './figures';
import { judgeWords, type WordRules } from './words/judgeWords';
import type { Listener } from './words/speaking';

/** Who is on the other side, as far as outgoing words are concerned (promise P2). */
export type Party = 'unknown' | 'verified' | 'someoneElse' | 'atRisk';

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

/** Who hears it, as rules about words see them: somebody in danger hears nothing of a debt, as a person not known yet. */
export const listenerOf = {
  unknown: 'unverified',
  verified: 'rightParty',
  someoneElse: 'thirdParty',
  atRisk: 'unverified',
} as const satisfies Record<Party, Listener>;

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

const partyBreaches = ({ party, parts, titles }: OutboundMessage, mayHear: Audiences): GuardBreach[] =>
  [...parts, ...titles]
    .filter((part) => !mayHear(part.id).includes(party))
    .map((part) => ({ rule: breachOf[party], about: part.id }));

/** What the rules about words find, the same that judge what a colleague types. */
function spokenBreaches({ text, otherTexts, locale, party }: OutboundMessage, rules: WordRules): GuardBreach[] {
  const words = {
    text: [text, ...otherTexts].join('\n'),
    locale,
    speaker: 'bot',
    audience: listenerOf[party],
  } as const;
  const { findings } = judgeWords({ ...words, figuresAllowed: [], isApproved: true }, rules);
  return findings.map((finding): GuardBreach => {
    if (finding.kind === 'rule') return { rule: 'forbiddenPhrase', about: finding.rule.id };
    return { rule: breachOf[party], about: finding.kind === 'debtHint' ? finding.rule.id : finding.kind };
  });
}

/** Everything that is wrong with a message; empty when it may leave. */
export const guardBreaches = (
  message: OutboundMessage,
  rules: WordRules,
  mayHear: Audiences,
): readonly GuardBreach[] => [
  ...wordBreaches(message),
  ...figureBreaches(message),
  ...partyBreaches(message, mayHear),
  ...spokenBreaches(message, rules),
];
