// What each cell of the table promises: who speaks, by families of message ids, and where the talk stands afterwards.
import type { Intent } from '../../../data/domain/customer/customerTurn';
import { type Place, serviceOf } from '../../../dialogs/table';

/** Who serves an intent where the place does not hear it itself. */
export const families: Readonly<Record<Intent, RegExp>> = {
  greeting: /^opening\./,
  thanks: /^chat\.thanks/,
  goodbye: /^(?:chat\.goodbye|negotiation\.quoteSaved)/,
  help: /^help\./,
  repeat: /^chat\.(?:repeat|nothingToRepeat)/,
  cancel: /^chat\.cancelled/,
  affirm: /^chat\.affirmWhat/,
  deny: /^(?:chat\.affirmWhat|meant\.no)/,
  human: /^handoff\./,
  changeLanguage: /^language\.changed/,
  'ask.consequences': /^question\./,
  'ask.creditReport': /^question\./,
  'ask.interestAndFees': /^question\./,
  'ask.legalAction': /^question\./,
  'ask.collectionContact': /^question\./,
  'ask.outsourcing': /^question\./,
  'ask.howToRepay': /^repay\./,
  'ask.minimumPayment': /^question\./,
  'ask.partialPayment': /^question\./,
  'ask.installmentPolicy': /^question\./,
  'ask.privacy': /^question\./,
  'ask.debtAgents': /^question\./,
  'ask.cardStatus': /^question\./,
  'ask.offer': /^(?:offer|arrangement|negotiation)\./,
  'ask.case': /^case\./,
  'ask.queue': /^(?:queue|handoff)\./,
  'account.balance': /^account\./,
  'account.dueDate': /^account\./,
  'account.payments': /^account\./,
  'account.arrangement': /^arrangement\./,
  'negotiate.start': /^negotiation\./,
  'negotiate.terms': /^negotiation\./,
  'negotiate.accept': /^negotiation\./,
  'negotiate.reject': /^(?:negotiation|chat\.cancelled)/,
  'negotiate.priceRelief': /^negotiation\./,
  promiseToPay: /^negotiation\.promise\./,
  alreadyPaid: /^(?:alreadyPaid|meant|case)\./,
  hardship: /^hardship\./,
  budget: /^(?:budget|hardship|negotiation)\./,
  vulnerable: /^vulnerable\./,
  dispute: /^(?:dispute|meant|case)\./,
  complaint: /^(?:complaint|case)\./,
  verifyCollector: /^collector\./,
  scam: /^scam\./,
  contactPreference: /^contact\./,
  evidence: /^evidence\./,
  undo: /^undo\./,
  thirdParty: /^(?:thirdParty|meant)\./,
  authority: /^authority\./,
  abuse: /^chat\.abuse/,
  outOfScope: /^outOfScope\./,
};

/** Who speaks where the place hears it itself. */
const own: Readonly<Record<Place, RegExp>> = {
  open: /^$/,
  verifying: /^verify\./,
  negotiating: /^(?:negotiation|why|hardship)\./,
  signing: /^(?:agreement|negotiation|hardship)\./,
  describingHardship: /^hardship\./,
  namingCollector: /^collector\./,
  locked: /^verify\.locked/,
  someoneElse: /^(?:thirdParty|authority|handoff)\./,
  atRisk: /^(?:vulnerable|handoff)\./,
};

/** What cannot be served before it is known who asks. */
const needsHolder: readonly Intent[] = [
  ...(['account.balance', 'account.dueDate', 'account.payments', 'account.arrangement', 'ask.offer'] as const),
  ...(['negotiate.start', 'negotiate.terms', 'negotiate.accept', 'negotiate.priceRelief'] as const),
  ...(['promiseToPay', 'alreadyPaid', 'hardship', 'budget', 'dispute'] as const),
];
const unverified: readonly Place[] = ['verifying', 'namingCollector', 'locked'];

const waitsForCheck = (place: Place, intent: Intent): boolean =>
  unverified.includes(place) && needsHolder.includes(intent) && serviceOf(place, intent) !== 'own';

/** Someone else has nothing of the holder's to take back. */
const notTheirs = (place: Place, intent: Intent): boolean => place === 'someoneElse' && intent === 'undo';

/** One of the messages of the reply is of this family. */
export function familyOf(place: Place, intent: Intent): RegExp {
  if (waitsForCheck(place, intent)) return /^verify\./;
  if (intent === 'negotiate.reject' && unverified.includes(place)) return /^(?:verify|chat\.cancelled)/;
  // What somebody takes back is theirs once it is known who they are.
  if (intent === 'undo' && unverified.includes(place)) return /^(?:undo|verify)\./;
  if (notTheirs(place, intent)) return own.someoneElse;
  return serviceOf(place, intent) === 'own' ? own[place] : families[intent];
}

const leadsTo: Partial<Record<Intent, Place>> = {
  'negotiate.start': 'negotiating',
  'negotiate.terms': 'negotiating',
  'negotiate.accept': 'negotiating',
  'negotiate.reject': 'negotiating',
  'negotiate.priceRelief': 'negotiating',
  promiseToPay: 'negotiating',
  hardship: 'describingHardship',
  budget: 'negotiating',
  vulnerable: 'atRisk',
  thirdParty: 'someoneElse',
  authority: 'someoneElse',
};

/** What is not signed leaves the offers on the table, or aside for another time. */
const refused: readonly Place[] = ['negotiating', 'open'];

/** Where the dialog of a place may end by itself, besides staying; the endings are those of the dialog. */
const endings: Readonly<Record<Place, Partial<Record<Intent, readonly Place[]>>>> = {
  open: {},
  verifying: { cancel: ['open'], deny: ['open'], 'negotiate.reject': ['open'] },
  negotiating: {
    goodbye: ['open'],
    cancel: ['open'],
    hardship: ['describingHardship'],
    'negotiate.accept': ['signing'],
  },
  signing: {
    ...{
      goodbye: ['open'],
      hardship: ['describingHardship'],
      cancel: refused,
      deny: refused,
      'negotiate.reject': refused,
    },
    ...{
      'negotiate.start': ['negotiating'],
      'negotiate.terms': ['negotiating'],
      'negotiate.priceRelief': ['negotiating'],
    },
    promiseToPay: ['negotiating'],
  },
  describingHardship: {
    hardship: ['open'],
    budget: ['open'],
    outOfScope: ['open'],
    affirm: ['open'],
    deny: ['open'],
    'negotiate.reject': ['open'],
  },
  namingCollector: { verifyCollector: ['open'], outOfScope: ['open'], affirm: ['open'], deny: ['open'] },
  locked: {},
  someoneElse: {},
  atRisk: {},
};

/** The places in which the talk may stand after the intent was served. */
export function placesAfter(place: Place, intent: Intent): readonly Place[] {
  if (waitsForCheck(place, intent)) return [place === 'locked' ? 'locked' : 'verifying'];
  const service = serviceOf(place, intent);
  if (service === 'own') return [place, ...(endings[place][intent] ?? [])];
  if (intent === 'undo' && unverified.includes(place)) return [place, 'verifying'];
  // Offers that nobody sees are turned down by somebody who is not known: there is nothing to check, or it is checked first.
  if (intent === 'negotiate.reject' && unverified.includes(place)) return [place, 'verifying', 'open'];
  if (service === 'leaves') return [leadsTo[intent] ?? 'open'];
  // Who asks whether a collector is real is asked for the name before anybody is verified.
  if (intent === 'verifyCollector' && unverified.includes(place)) return [place, 'namingCollector'];
  return [place];
}

/** The question of a place, put again once a detour was served; a place that asks nothing has none. */
export const questions: Partial<Record<Place, RegExp>> = {
  verifying: /^verify\.(?:ask|why|resume)/,
  negotiating: /^negotiation\.(?:resume|ask|offer|nearest|promise)/,
  signing: /^(?:agreement\.(?:resume|codeFirst)|negotiation\.readBack)/,
  describingHardship: /^hardship\.ask/,
  namingCollector: /^collector\.ask/,
};

/** After these nothing is asked: protection comes first, and a person is on the way. */
export const askedNothingAfter: readonly Intent[] = [
  'human',
  'contactPreference',
  'scam',
  'vulnerable',
  'verifyCollector',
];
