// What a plan finances: the balance less what the bank gives up and what is paid at once, and which part bears no interest.
import type { NegotiableAccount } from '../account/account';
import type { legalCeilings } from '../money/legalCeilings';
import type { Fen } from '../money/money';
import { allocatePayment, type Balances } from '../money/paymentAllocation';

/** A part of a balance that a plan may charge interest on; the law leaves fees and late charges out. */
export type InterestBearing = (typeof legalCeilings.interestBearing)[number];

export interface Reductions {
  readonly downPaymentFen: Fen;
  readonly feeWaiverFen: Fen;
  readonly interestWaiverFen: Fen;
}

/** What the instalments pay off, by the part of the balance it came from, in fen. */
export interface Financed extends Balances {
  readonly totalFen: Fen;
  /** The part of the total that bears no interest. */
  readonly interestFreeFen: Fen;
}

type Owing = Pick<NegotiableAccount, 'principalFen' | 'interestFen' | 'feesFen' | 'daysPastDue'>;

/**
 * What is left to finance. Waivers come off their own part first: what is given up is no longer owed. The first payment is
 * then applied as any payment is (办法 Art. 57): interest and fees first up to day 90, the principal first from day 91; for
 * several accounts in one plan the oldest delinquency decides. Of the rest, only the parts named bear interest.
 */
export function financed(owing: Owing, reductions: Reductions, interestBearing: readonly InterestBearing[]): Financed {
  const owed = {
    principalFen: owing.principalFen,
    interestFen: Math.max(0, owing.interestFen - reductions.interestWaiverFen),
    feesFen: Math.max(0, owing.feesFen - reductions.feeWaiverFen),
  };
  const { left } = allocatePayment(owed, reductions.downPaymentFen, owing.daysPastDue);
  return {
    ...left,
    totalFen: left.principalFen + left.interestFen + left.feesFen,
    interestFreeFen:
      left.feesFen +
      (interestBearing.includes('interest') ? 0 : left.interestFen) +
      (interestBearing.includes('principal') ? 0 : left.principalFen),
  };
}
