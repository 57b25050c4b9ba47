// A signed arrangement for a persona, priced and scheduled by the same rules as any other.
import { type Account, negotiableAccount } from '../domain/account/account';
import { type ArrangementRecord, newArrangement } from '../domain/arrangement/arrangement';
import { replayArrangement } from '../domain/arrangement/replayArrangement';
import { addDays, type CalendarDate, dayOfMonth } from '../domain/calendar/calendar';
import { type PolicyLimits, segmentFor } from '../domain/limits/policyLimits';
import type { ContractTerms } from '../domain/money/contractTerms';
import { priceOffer } from '../domain/negotiation/offers/priceOffer';
import { costTableOf } from '../domain/offer/costTable';
import { chainHash } from '../store/hashChain';
import type { Persona } from './persona';
import { morningOf } from './personaRecords';

export interface SeededArrangement {
  readonly record: ArrangementRecord;
  /** The accounts as they are now, with the instalments that were paid. */
  readonly accounts: readonly Account[];
}

/** The offer as it was signed some days ago, on the balances that the persona gives for that day. */
function signedOffer(
  accounts: [Account, ...Account[]],
  plan: NonNullable<Persona['arrangement']>,
  limits: PolicyLimits,
  today: CalendarDate,
) {
  const signedOn = addDays(today, -plan.signedDaysAgo);
  const account = negotiableAccount(accounts, signedOn);
  const segment = segmentFor(limits, account);
  if (segment === null) throw new Error(`${plan.agreementNumber}: no segment of the shipped limits fits the account`);
  return priceOffer({
    terms: {
      downPaymentFen: 0,
      instalmentCount: plan.instalmentCount,
      method: 'annuity',
      monthlyRate: segment.monthlyRateList,
      deferMonths: 0,
      feeWaiverFen: 0,
      interestWaiverFen: 0,
      reliefRuleId: null,
    },
    account,
    limits,
    segment,
    today: signedOn,
    dueDay: Math.min(28, dayOfMonth(addDays(today, -plan.lastDueDaysAgo))),
    number: 1,
    shape: 'recommended',
  });
}

export function seededArrangement(
  persona: Persona,
  accounts: readonly Account[],
  limits: PolicyLimits,
  contract: ContractTerms,
  today: CalendarDate,
): SeededArrangement | null {
  const { arrangement: plan, customer } = persona;
  const [first, ...others] = accounts;
  if (!plan || !first) return null;
  const signedOn = addDays(today, -plan.signedDaysAgo);
  const offer = signedOffer([first, ...others], plan, limits, today);
  const costTable = costTableOf({ offer, accounts: [first, ...others], contract, today: signedOn });
  if (costTable === null) throw new Error(`${plan.agreementNumber}: the offer takes more than was owed`);
  const givenAt = morningOf(signedOn);
  const signed = newArrangement({
    agreementNumber: plan.agreementNumber,
    customerId: customer.customerId,
    conversationId: 'seed',
    offer,
    costTable,
    offerHash: chainHash('', { offer, policyVersion: limits.version }),
    policyVersion: limits.version,
    locale: customer.locale,
    signedAt: givenAt,
    signedOn,
    consents: [
      { kind: 'terms', givenAt },
      { kind: 'oneTimeCode', givenAt },
      { kind: 'noOtherCards', givenAt },
    ],
    balances: accounts.map(({ accountId, cardTail, currency, principalFen, interestFen, feesFen }) => {
      const totalFen = principalFen + interestFen + feesFen;
      return { accountId, cardTail, currency, principalFen, interestFen, feesFen, totalFen };
    }),
  });
  const payments = signed.schedule.slice(0, plan.paidInstalments).map((row) => ({
    paymentId: `${plan.agreementNumber}-${row.number}`,
    paidOn: row.dueDate,
    amountFen: row.paymentFen,
    channel: 'directDebit',
  }));
  const paidFen = payments.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const { accountId } = first;
  const paidTo = payments.map((payment) => ({ ...payment, accountId }));
  return {
    record: replayArrangement(signed, paidTo, today).record,
    // Past day 90 what is paid lowers the principal first.
    accounts: [
      { ...first, principalFen: first.principalFen - paidFen, payments: [...first.payments, ...payments] },
      ...others,
    ],
  };
}
