// What may be said where: for every place in a conversation and every intent, who serves it and what becomes of the place.
// The table is total by compilation: a new place or intent does not compile before each of its cells is decided. `npm run table` prints it.
import type { Intent } from '../data/domain/customer/customerTurn';
import type { ConversationState, Stage } from './talk/conversationState';
import { signingOf } from './talk/signingOf';

/** Where a conversation stands: its stage, and at the bargaining table whether a signature is under way. */
export type Place = Stage | 'signing';

export const placeOf = (state: ConversationState): Place => (signingOf(state) === null ? state.stage : 'signing');

/**
 * - `own`: the dialog of the place hears it.
 * - `thenBack`: the detour of the intent serves it, and the place is taken up where it was.
 * - `leaves`: the detour of the intent serves it, and what was under way ends.
 */
export type Service = 'own' | 'thenBack' | 'leaves';

export type Row = Readonly<Record<Intent, Service>>;

/** How an intent is served where a place says nothing else. */
const usual: Row = {
  greeting: 'thenBack',
  thanks: 'thenBack',
  goodbye: 'leaves',
  help: 'thenBack',
  repeat: 'thenBack',
  cancel: 'leaves',
  affirm: 'thenBack',
  deny: 'thenBack',
  human: 'thenBack',
  changeLanguage: 'thenBack',
  'ask.consequences': 'thenBack',
  'ask.creditReport': 'thenBack',
  'ask.interestAndFees': 'thenBack',
  'ask.legalAction': 'thenBack',
  'ask.collectionContact': 'thenBack',
  'ask.outsourcing': 'thenBack',
  'ask.howToRepay': 'thenBack',
  'ask.minimumPayment': 'thenBack',
  'ask.partialPayment': 'thenBack',
  'ask.installmentPolicy': 'thenBack',
  'ask.privacy': 'thenBack',
  'ask.debtAgents': 'thenBack',
  'ask.cardStatus': 'thenBack',
  'ask.offer': 'thenBack',
  'ask.case': 'thenBack',
  'ask.queue': 'thenBack',
  'account.balance': 'thenBack',
  'account.dueDate': 'thenBack',
  'account.payments': 'thenBack',
  'account.arrangement': 'thenBack',
  'negotiate.start': 'leaves',
  'negotiate.terms': 'leaves',
  'negotiate.accept': 'leaves',
  'negotiate.reject': 'leaves',
  'negotiate.priceRelief': 'leaves',
  promiseToPay: 'leaves',
  alreadyPaid: 'leaves',
  hardship: 'leaves',
  budget: 'leaves',
  vulnerable: 'leaves',
  dispute: 'leaves',
  complaint: 'thenBack',
  verifyCollector: 'thenBack',
  scam: 'thenBack',
  contactPreference: 'thenBack',
  evidence: 'thenBack',
  undo: 'thenBack',
  thirdParty: 'leaves',
  authority: 'leaves',
  abuse: 'thenBack',
  outOfScope: 'thenBack',
};

const row = (own: readonly Intent[], others: Partial<Row> = {}): Row => ({
  ...usual,
  ...Object.fromEntries(own.map((intent) => [intent, 'own'])),
  ...others,
});

const bargaining = [
  'negotiate.start',
  'negotiate.terms',
  'negotiate.accept',
  'negotiate.reject',
  'negotiate.priceRelief',
  'promiseToPay',
  'hardship',
  'affirm',
  'deny',
  'cancel',
  'goodbye',
] as const satisfies readonly Intent[];

/** Places where next to nothing is said, whatever is heard: only what is named here gets an answer of its own. */
const closed = (answered: Partial<Row>): Row => ({
  ...usual,
  ...Object.fromEntries(Object.keys(usual).map((intent) => [intent, 'own'])),
  ...answered,
});

export const table: Readonly<Record<Place, Row>> = {
  open: row([]),
  verifying: row(['affirm', 'deny', 'cancel', 'negotiate.reject', 'outOfScope']),
  negotiating: row(bargaining, { budget: 'thenBack' }),
  signing: row([...bargaining, 'repeat'], { budget: 'thenBack' }),
  describingHardship: row(['hardship', 'budget', 'outOfScope', 'affirm', 'deny', 'negotiate.reject']),
  namingCollector: row(['verifyCollector', 'outOfScope', 'affirm', 'deny']),
  locked: row(['outOfScope', 'affirm', 'deny'], { cancel: 'own', goodbye: 'thenBack' }),
  someoneElse: closed({
    vulnerable: 'leaves',
    scam: 'thenBack',
    authority: 'thenBack',
    undo: 'thenBack',
    goodbye: 'thenBack',
    changeLanguage: 'thenBack',
  }),
  atRisk: closed({ changeLanguage: 'thenBack' }),
};

export const serviceOf = (place: Place, intent: Intent): Service => table[place][intent];
