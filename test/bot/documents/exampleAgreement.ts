// A signed agreement to draw: the 20,000-yuan case.

import type { AgreementFacts } from '../../../bot/documents/agreementFacts';
import { newArrangement } from '../../../data/domain/arrangement/arrangement';
import { bankProfileSchema } from '../../../data/domain/bank/bankProfile';
import { addMonths } from '../../../data/domain/calendar/calendar';
import type { Locale } from '../../../data/domain/customer/customerTurn';
import { commonContractTerms as contract } from '../../../data/domain/money/contractTerms';
import { costTableOf } from '../../../data/domain/offer/costTable';
import { instalmentSchedule } from '../../../data/domain/offer/instalmentSchedule';
import type { Offer } from '../../../data/domain/offer/offer';
import bank from '../../../data/policy/bank.json';
import { anAccount } from '../../data/domain/builders';

export function exampleAgreement(locale: Locale, instalmentCount = 48): AgreementFacts {
  const terms = {
    financedFen: 2643120,
    interestFreeFen: 150000,
    instalmentCount,
    monthlyRate: 0.003,
    method: 'annuity' as const,
  };
  const rows = instalmentSchedule({ ...terms, firstDueDate: '2026-12-16', dueDay: 16 });
  const paid = rows.reduce((sum, row) => sum + row.paymentFen, 0);
  const offer: Offer = {
    ...terms,
    number: 1,
    shape: 'recommended',
    downPaymentFen: 0,
    instalmentFen: rows[0]?.paymentFen ?? 0,
    lastInstalmentFen: rows.at(-1)?.paymentFen ?? 0,
    firstDueDate: '2026-12-16',
    lastDueDate: addMonths('2026-12-16', instalmentCount - 1),
    dueDay: 16,
    deferMonths: 0,
    feeWaiverFen: 0,
    interestWaiverFen: 0,
    reliefRuleId: null,
    totalFen: paid,
    yearlyRateNominal: 0.034,
    yearlyRateEffective: 0.0345,
    validUntil: '2026-11-30',
  };
  const costTable = costTableOf({ offer, accounts: [anAccount()], contract, today: '2026-11-23' });
  if (costTable === null) throw new Error('the offer takes what is owed');
  const record = newArrangement({
    agreementNumber: 'AG-7F3K-20',
    locale,
    signedAt: '2026-11-23T08:30:00.000Z',
    signedOn: '2026-11-23',
    offerHash: 'c0ffee'.repeat(10),
    policyVersion: '2026-11-01.1',
    customerId: 'C-1',
    conversationId: 'conversation-1',
    balances: [
      {
        accountId: 'A-1',
        cardTail: '6688',
        currency: 'CNY',
        principalFen: 2000000,
        interestFen: 493120,
        feesFen: 150000,
        totalFen: 2643120,
      },
    ],
    offer,
    costTable,
  });
  return { record, bank: bankProfileSchema.parse(bank) };
}
