// What serves each intent wherever the table says so: total by compilation, so that nothing a customer does falls through.
import type { Ambiguity, Intent } from '../../data/domain/customer/customerTurn';
import { verifyCollector } from '../stages/collectorDialog';
import { startOrGoOn, tellHardship } from '../stages/negotiate/negotiationDialog';
import type { Detour } from '../talk/turn';
import { cancelled, greet, help, noToNothing, yesToNothing } from './chat/openingDialog';
import { ask } from './chat/questionDialog';
import { changeLanguage, goodbye, insulted, outOfScope, repeat, thanks } from './chat/smallTalkDialog';
import { askCase } from './matters/caseDialog';
import { complaint } from './matters/complaintDialog';
import { dataRight } from './matters/dataRights/dataRightDialog';
import { dispute } from './matters/disputeDialog';
import { evidence } from './matters/evidenceDialog';
import { alreadyPaid } from './matters/paidDialog';
import { undo } from './matters/undoDialog';
import { account } from './money/accountDialog';
import { arrangement } from './money/arrangementDialog';
import { tellBudget } from './money/budgetDialog';
import { askOffer } from './money/table/offerQuestionDialog';
import { authority } from './people/authorityDialog';
import { person } from './people/handoffDialog';
import { askQueue } from './people/queueDialog';
import { someoneElse } from './people/someoneElseDialog';
import { contactPreference } from './protect/contactDialog';
import { atRisk } from './protect/danger/safetyDialog';
import { scam } from './protect/scamDialog';

/** A right over one's own data that is wished for is taken up; a question about privacy is answered. */
const askOfOwnData: Detour = (turn) => {
  const { right } = turn.heard.slots;
  return right === undefined ? ask(turn) : dataRight(turn, right);
};

export const detours: Readonly<Record<Intent, Detour>> = {
  greeting: greet,
  thanks,
  goodbye,
  help,
  repeat,
  cancel: cancelled,
  affirm: yesToNothing,
  deny: noToNothing,
  human: person,
  changeLanguage,
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
  'ask.privacy': askOfOwnData,
  'ask.debtAgents': ask,
  'ask.cardStatus': ask,
  'ask.offer': askOffer,
  'ask.case': askCase,
  'ask.queue': askQueue,
  'account.balance': account,
  'account.dueDate': account,
  'account.payments': account,
  'account.arrangement': arrangement,
  'negotiate.start': startOrGoOn,
  'negotiate.terms': startOrGoOn,
  'negotiate.accept': startOrGoOn,
  'negotiate.reject': startOrGoOn,
  'negotiate.priceRelief': startOrGoOn,
  promiseToPay: startOrGoOn,
  alreadyPaid,
  hardship: tellHardship,
  budget: tellBudget,
  vulnerable: atRisk,
  dispute,
  complaint,
  verifyCollector,
  scam,
  contactPreference,
  evidence,
  undo,
  thirdParty: someoneElse,
  authority,
  abuse: insulted,
  outOfScope,
};

const rightPartyOnly: ReadonlySet<Intent> = new Set<Intent>([
  'account.balance',
  'account.dueDate',
  'account.payments',
  'account.arrangement',
  'ask.offer',
  'negotiate.start',
  'negotiate.terms',
  'negotiate.accept',
  'negotiate.reject',
  'negotiate.priceRelief',
  'promiseToPay',
  'hardship',
  'budget',
  'alreadyPaid',
  'dispute',
]);

/** True for wishes that touch an account: nothing of them is answered before verification (promise P2). */
export const needsRightParty = (intent: Intent): boolean => rightPartyOnly.has(intent);

/** True where both readings of an either-or touch an account; a refusal touches none before there is a plan. */
export const bothNeedRightParty = (ambiguity: Ambiguity): boolean =>
  ambiguity.kind === 'intent' &&
  [ambiguity.first, ambiguity.second].every((intent) => intent !== 'negotiate.reject' && needsRightParty(intent));
