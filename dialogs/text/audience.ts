// Who may hear each message: an allow-list, complete by compilation. What is not opened here to somebody is for the verified
// cardholder alone, and a message that nobody has classified does not compile (promise P2).
import type { Party } from '../../data/domain/conduct/outboundGuard';
import { isMessageId, type MessageId } from './messages';

/** Kinds of hearers, each with the parties that it takes in. */
const hearers = {
  /** Anybody at all: whoever picked up the phone, and somebody who may be in danger. */
  everybody: ['unknown', 'verified', 'someoneElse', 'atRisk'],
  /** Whoever came to talk about a card of their own, verified or not: no fact of an account, no hint that it owes. */
  visitor: ['unknown', 'verified'],
  holder: ['verified'],
  someoneElse: ['someoneElse'],
  atRisk: ['atRisk'],
} as const satisfies Readonly<Record<string, readonly Party[]>>;
export type Audience = keyof typeof hearers;

type Family = MessageId extends infer Id ? (Id extends `${infer First}.${string}` ? First : never) : never;
type MemberOf<F extends Family> = Extract<MessageId, `${F}.${string}`> extends `${F}.${infer Rest}` ? Rest : never;

/** Only for the cardholder can a family be classified as a whole: to open a message to others, it is named. */
type Classified = { readonly [F in Family]: 'holder' | Readonly<Record<MemberOf<F>, Audience>> };

const audiences: Classified = {
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
    alsoAsked: 'visitor',
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
  },
  verify: {
    ask: 'visitor',
    why: 'visitor',
    needBoth: 'visitor',
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
  costTable: 'holder',
  hardship: 'holder',
  vulnerable: {
    first: 'atRisk',
    person: 'atRisk',
    stay: 'atRisk',
    bereaved: 'atRisk',
  },
  group: {
    private: 'everybody',
  },
  thirdParty: {
    noted: 'someoneElse',
    still: 'someoneElse',
  },
  dispute: 'holder',
  alreadyPaid: 'holder',
  complaint: {
    opened: 'visitor',
    lines: 'visitor',
    danger: 'visitor',
  },
  collector: {
    ask: 'visitor',
    listed: 'visitor',
    authorised: 'holder',
    notAuthorised: 'visitor',
    noOther: 'holder',
    neverPrivate: 'visitor',
  },
  contact: {
    stopped: 'visitor',
    noted: 'visitor',
    stillStopped: 'visitor',
    times: 'visitor',
  },
  handoff: {
    waiting: 'everybody',
    closed: 'everybody',
    already: 'everybody',
    meanwhile: 'everybody',
    returned: 'everybody',
    agentJoined: 'everybody',
    agentLost: 'everybody',
    callback: 'everybody',
    urgent: 'everybody',
    moved: 'everybody',
    movedUrgent: 'everybody',
    stillComing: 'everybody',
    callUs: 'everybody',
    orVerify: 'visitor',
  },
  case: {
    underWay: 'visitor',
  },
  guard: {
    safe: 'everybody',
  },
  button: {
    verify: 'visitor',
    human: 'everybody',
    consequences: 'visitor',
    balance: 'visitor',
    plan: 'visitor',
    repay: 'visitor',
    collectorReal: 'visitor',
    otherLanguage: 'everybody',
    unsure: 'holder',
    noIncome: 'holder',
    choose: 'holder',
    negotiate: 'holder',
    firstPayment: 'holder',
    hardshipReview: 'holder',
    confirm: 'holder',
    notSign: 'holder',
    yes: 'visitor',
    no: 'visitor',
    promise: 'holder',
    arrangement: 'holder',
    resendCode: 'holder',
    backToAssistant: 'visitor',
    why: 'holder',
    figure: 'visitor',
    count: 'visitor',
  },
  reading: {
    greeting: 'visitor',
    help: 'visitor',
    human: 'visitor',
    consequences: 'visitor',
    creditReport: 'visitor',
    interestAndFees: 'visitor',
    legalAction: 'visitor',
    collectionContact: 'visitor',
    outsourcing: 'visitor',
    minimumPayment: 'visitor',
    partialPayment: 'visitor',
    installmentPolicy: 'visitor',
    privacy: 'visitor',
    debtAgents: 'visitor',
    cardStatus: 'visitor',
    dueDate: 'visitor',
    payments: 'visitor',
    arrangement: 'visitor',
    account: 'visitor',
    repay: 'visitor',
    plan: 'visitor',
    terms: 'visitor',
    accept: 'visitor',
    reject: 'visitor',
    relief: 'visitor',
    promise: 'visitor',
    paid: 'visitor',
    hardship: 'visitor',
    dispute: 'visitor',
    complaint: 'visitor',
    collector: 'visitor',
    contact: 'visitor',
    thirdParty: 'visitor',
    offer: 'visitor',
    undo: 'visitor',
    scam: 'visitor',
    evidence: 'visitor',
    authority: 'visitor',
    case: 'visitor',
    queue: 'visitor',
    budget: 'visitor',
    other: 'visitor',
  },
  card: 'holder',
};

/** The parties to which a message may be said; nobody for an id that is no message. */
export function mayHear(id: string): readonly Party[] {
  if (!isMessageId(id)) return [];
  const dot = id.indexOf('.');
  const family: 'holder' | Readonly<Record<string, Audience>> = audiences[id.slice(0, dot) as Family];
  const audience = family === 'holder' ? family : family[id.slice(dot + 1)];
  return audience === undefined ? [] : hearers[audience];
}
