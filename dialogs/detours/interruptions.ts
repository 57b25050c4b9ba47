// What a customer may say at any moment, handled once: questions, people, complaints, languages. Then back to the thread.
import type { Intent } from '../../data/domain/customer/customerTurn';
import { verifyCollector } from '../stages/collectorDialog';
import type { After, Turn } from '../talk/turn';
import { account } from './accountDialog';
import { arrangement } from './arrangementDialog';
import { complaint } from './complaintDialog';
import { contactPreference } from './contactDialog';
import { alreadyPaid, dispute } from './disputeDialog';
import { person } from './handoffDialog';
import { greet, help } from './openingDialog';
import { ask } from './questionDialog';
import { changeLanguage, insulted, outOfScope, repeat, thanks } from './smallTalkDialog';
import { someoneElse } from './someoneElseDialog';

type Detour = (turn: Turn) => Promise<After>;

/** Detours by intent; an intent that is missing here belongs to the dialog under way. */
export const interruptions: Partial<Record<Intent, Detour>> = {
  thirdParty: someoneElse,
  complaint,
  dispute,
  human: person,
  contactPreference,
  alreadyPaid,
  verifyCollector,
  changeLanguage,
  repeat,
  help,
  greeting: greet,
  thanks,
  abuse: insulted,
  outOfScope,
  'ask.consequences': ask,
  'ask.creditReport': ask,
  'ask.interestAndFees': ask,
  'ask.legalAction': ask,
  'ask.collectionContact': ask,
  'ask.outsourcing': ask,
  'ask.howToRepay': ask,
  'ask.minimumPayment': ask,
  'ask.partialPayment': ask,
  'ask.installmentPolicy': ask,
  'ask.privacy': ask,
  'ask.debtAgents': ask,
  'ask.cardStatus': ask,
  'account.balance': account,
  'account.dueDate': account,
  'account.payments': account,
  'account.arrangement': arrangement,
};

const rightPartyOnly: ReadonlySet<Intent> = new Set<Intent>([
  'account.balance',
  'account.dueDate',
  'account.payments',
  'account.arrangement',
  'negotiate.start',
  'negotiate.terms',
  'negotiate.accept',
  'negotiate.reject',
  'negotiate.priceRelief',
  'promiseToPay',
  'hardship',
  'alreadyPaid',
  'dispute',
]);

/** True for wishes that touch an account: nothing of them is answered before verification (promise P2). */
export const needsRightParty = (intent: Intent): boolean => rightPartyOnly.has(intent);
