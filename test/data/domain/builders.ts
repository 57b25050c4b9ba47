// Accounts and offers that tests begin from: the case that the project began with, and what a test changes about it.

import type { Account } from '../../../data/domain/account/account';
import type { NewArrangementInput } from '../../../data/domain/arrangement/arrangement';
import { addMonths } from '../../../data/domain/calendar/calendar';
import type { CaseRecord } from '../../../data/domain/case/case';
import { commonContractTerms as contract } from '../../../data/domain/money/contractTerms';
import type { PlanTerms } from '../../../data/domain/negotiation/offers/offerGrid';
import { type CostTable, costTableOf } from '../../../data/domain/offer/costTable';
import {
  type InstalmentTerms,
  instalmentAmounts,
  instalmentDueDate,
} from '../../../data/domain/offer/instalmentSchedule';
import { type AdmittedOffer, admittedOfferSchema, type Offer } from '../../../data/domain/offer/offer';

/** 20,000.00 of principal, 457 days past due on 2026-11-23, 26,431.20 in all. */
export const anAccount = (changes: Partial<Account> = {}): Account => ({
  accountId: 'ACC-1',
  customerId: 'CUST-1',
  product: 'standard',
  cardTail: '6688',
  currency: 'CNY',
  asOf: '2026-11-23',
  principalFen: 2_000_000,
  interestFen: 493_120,
  feesFen: 150_000,
  minimumDueFen: 843_120,
  statementDay: 3,
  dueDay: 23,
  pastDueSince: '2025-08-23',
  dailyInterestRate: 0.0005,
  payments: [],
  salaryCreditsFen: [],
  documentedMonthlyCapacityFen: null,
  brokenArrangements: 0,
  agencyId: null,
  flags: [],
  ...changes,
});

/** 48 × 589.72 from 2026-12-16, unless the test says otherwise. */
export function anOffer(terms: Partial<InstalmentTerms> = {}, changes: Partial<Offer> = {}): Offer {
  const priced = {
    financedFen: 2_643_120,
    interestFreeFen: 150_000,
    instalmentCount: 48,
    monthlyRate: 0.003,
    method: 'annuity',
    ...terms,
  } as const;
  const { totalFen, ...amounts } = instalmentAmounts(priced);
  const [firstDueDate, dueDay] = [changes.firstDueDate ?? '2026-12-16', changes.dueDay ?? 16];
  return {
    number: 1,
    shape: 'recommended',
    downPaymentFen: 0,
    ...priced,
    ...amounts,
    firstDueDate,
    lastDueDate: instalmentDueDate(firstDueDate, dueDay, priced.instalmentCount),
    dueDay,
    deferMonths: 0,
    feeWaiverFen: 0,
    interestWaiverFen: 0,
    reliefRuleId: null,
    totalFen: totalFen + (changes.downPaymentFen ?? 0),
    yearlyRateNominal: 0.034,
    yearlyRateEffective: 0.0345,
    validUntil: addMonths('2026-11-23', 1),
    ...changes,
  };
}

/** The same as it lies on a saved table. */
export const anAdmittedOffer = (...terms: Parameters<typeof anOffer>): AdmittedOffer =>
  admittedOfferSchema.parse(anOffer(...terms));

/** The cost table of an offer, on an account that owes what the offer settles. */
export function aCostTable(offer: Offer): CostTable {
  const { interestFreeFen, interestWaiverFen, feeWaiverFen, financedFen, downPaymentFen } = offer;
  const [feesFen, interestFen] = [interestFreeFen + feeWaiverFen, interestWaiverFen];
  const principalFen = financedFen - interestFreeFen + downPaymentFen;
  const accounts = [anAccount({ principalFen, interestFen, feesFen })] as const;
  const table = costTableOf({ offer, accounts, contract, today: '2026-11-23' });
  if (table === null) throw new Error('an account that owes what the offer settles has its table');
  return table;
}

/** What a customer signs on 2026-11-23 about the account of the first case. */
export const aSigning = (offer: Offer = anOffer()): NewArrangementInput => ({
  agreementNumber: 'AG-1',
  customerId: 'CUST-1',
  conversationId: 'conv-1',
  offer,
  costTable: aCostTable(offer),
  offerHash: 'hash',
  policyVersion: 'v1',
  locale: 'zh-CN',
  signedAt: '2026-11-23T02:00:00Z',
  signedOn: '2026-11-23',
  balances: [
    {
      accountId: 'ACC-1',
      cardTail: '6688',
      currency: 'CNY',
      principalFen: 2_000_000,
      interestFen: 493_120,
      feesFen: 150_000,
      totalFen: 2_643_120,
    },
  ],
});

/** Level payments at 0.3 % a month with nothing paid first, put off or given: what a test changes about a plan. */
export const planOf = (instalmentCount: number, changes: Partial<PlanTerms> = {}): PlanTerms => ({
  downPaymentFen: 0,
  instalmentCount,
  method: 'annuity',
  monthlyRate: 0.003,
  deferMonths: 0,
  feeWaiverFen: 0,
  interestWaiverFen: 0,
  reliefRuleId: null,
  ...changes,
});

/** A complaint that the bank answered on 2026-11-23. */
export const anAnsweredComplaint = (changes: Partial<CaseRecord> = {}): CaseRecord => ({
  caseNumber: 'CS-1',
  kind: 'complaint',
  conversationId: 'conv-1',
  customerId: 'CUST-1',
  openedAt: '2026-11-23T02:00:00.000Z',
  dueOn: '2026-12-08',
  status: 'closed',
  priority: 'normal',
  locale: 'zh-CN',
  lastWords: '',
  agencyId: null,
  closed: { at: '2026-11-23T02:00:00.000Z', by: 'agent-1', outcome: 'answered', decision: 'upheld' },
  ...changes,
});
