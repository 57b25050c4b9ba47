// Who may hear each message, family by family. A message that nobody has classified does not compile (promise P2).

import type { MessageId } from '../messages';
import type { Audience } from './hearers';
import { peopleAudiences } from './peopleAudiences';
import { tapAudiences } from './tapAudiences';

export type Family = MessageId extends infer Id ? (Id extends `${infer First}.${string}` ? First : never) : never;
type MemberOf<F extends Family> = Extract<MessageId, `${F}.${string}`> extends `${F}.${infer Rest}` ? Rest : never;

/** Only for the cardholder can a family be classified as a whole: to open a message to others, it is named. */
type Classified = { readonly [F in Family]: 'holder' | Readonly<Record<MemberOf<F>, Audience>> };

export const audiences: Classified = {
  opening: {
    hello: 'visitor',
    again: 'visitor',
    machine: 'visitor',
  },
  help: {
    what: 'visitor',
  },
  chat: {
    thanks: 'everybody',
    goodbye: 'everybody',
    abuse: 'visitor',
    affirmWhat: 'visitor',
    cancelled: 'visitor',
    nothingToRepeat: 'visitor',
    repeat: 'visitor',
    sameAgain: 'everybody',
  },
  language: {
    changed: 'everybody',
    offered: 'everybody',
  },
  input: {
    empty: 'everybody',
    tooLong: 'everybody',
    attachment: 'everybody',
    onlySymbols: 'everybody',
    lost: 'everybody',
    failed: 'everybody',
  },
  outOfScope: {
    first: 'visitor',
    second: 'visitor',
    third: 'visitor',
  },
  clarify: {
    either: 'visitor',
    figure: 'visitor',
    count: 'visitor',
    day: 'visitor',
  },
  verify: {
    ask: 'visitor',
    why: 'visitor',
    already: 'holder',
    needId: 'visitor',
    needCard: 'visitor',
    wrong: 'visitor',
    again: 'visitor',
    codeAsked: 'visitor',
    codeWrong: 'visitor',
    codeExpired: 'visitor',
    sms: 'visitor',
    locked: 'visitor',
    unlocked: 'visitor',
    lockedByPhone: 'visitor',
    lockedUntil: 'visitor',
    lockedUntilDay: 'visitor',
    lockedStill: 'visitor',
    done: 'visitor',
    resume: 'visitor',
    resumeCode: 'visitor',
    cancelled: 'visitor',
  },
  account: 'holder',
  question: {
    answer: 'visitor',
    gist: 'visitor',
    term: 'visitor',
    toConfirm: 'visitor',
    personal: 'holder',
    personalFrom91: 'holder',
    personalUntil90: 'holder',
    personalPrincipalBelow: 'holder',
    offerVerify: 'visitor',
    noAnswer: 'visitor',
  },
  repay: {
    channels: 'visitor',
    reference: 'holder',
    neverPrivate: 'visitor',
    partFirstToPrincipal: 'holder',
    partFirstToInterest: 'holder',
  },
  negotiation: 'holder',
  why: 'holder',
  agreement: 'holder',
  arrangement: 'holder',
  promise: 'holder',
  costTable: 'holder',
  hardship: 'holder',
  budget: 'holder',
  group: {
    private: 'everybody',
  },
  dispute: 'holder',
  alreadyPaid: 'holder',
  complaint: {
    opened: 'visitor',
    lines: 'visitor',
    danger: 'visitor',
    askWhen: 'visitor',
    askWho: 'visitor',
    kept: 'visitor',
  },
  collector: {
    ask: 'visitor',
    listed: 'visitor',
    authorised: 'holder',
    notAuthorised: 'visitor',
    noOther: 'holder',
    neverPrivate: 'visitor',
    howToCheck: 'visitor',
    notListed: 'visitor',
  },
  guard: {
    safe: 'everybody',
  },
  ...tapAudiences,
  ...peopleAudiences,
  meant: {
    thirdParty: 'visitor',
    dispute: 'visitor',
    alreadyPaid: 'visitor',
    hardship: 'visitor',
    no: 'visitor',
  },
  offer: 'holder',
  bestFor: 'holder',
  card: 'holder',
};
