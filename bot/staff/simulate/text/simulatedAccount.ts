// A simulated customer as the bank's own records: an account and its holder, made so that the dialogs see the same facts.
import { type Account, negotiableAccount } from '../../../../data/domain/account/account';
import { addDays, type CalendarDate } from '../../../../data/domain/calendar/calendar';
import type { Customer } from '../../../../data/domain/customer/customer';
import type { Locale } from '../../../../data/domain/customer/customerTurn';
import type { SimulatedCustomer } from '../../../../data/domain/simulation/population/customers';

export const customerId = 'simulated';

/** The account from which the dialogs make the same view; proofs of a reason do not lie on accounts and are left out. */
export function accountOf({ account }: SimulatedCustomer, today: CalendarDate): Account {
  return {
    accountId: 'simulated-1',
    customerId,
    product: account.product,
    cardTail: '0000',
    currency: 'CNY',
    asOf: today,
    principalFen: account.principalFen,
    interestFen: account.interestFen,
    feesFen: account.feesFen,
    minimumDueFen: 0,
    statementDay: 1,
    dueDay: 20,
    pastDueSince: addDays(today, -account.daysPastDue),
    dailyInterestRate: 0,
    payments: [],
    salaryCreditsFen: account.salaryCreditsFen,
    documentedMonthlyCapacityFen: account.documentedMonthlyCapacityFen,
    brokenArrangements: account.brokenArrangements,
    agencyId: null,
    flags: [],
  };
}

export const holder = (locale: Locale): Customer => ({
  customerId,
  idTail: '0000',
  locale,
  accountIds: ['simulated-1'],
  phone: '13800000000',
  displayName: '',
});

/** The same customer with exactly the facts that the dialogs will see: what both channels are compared on. */
export const asTheDialogsSee = (customer: SimulatedCustomer, today: CalendarDate): SimulatedCustomer => ({
  ...customer,
  account: negotiableAccount([accountOf(customer, today)], today),
});
