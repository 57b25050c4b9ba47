// The late-payment charge (违约金): a share of the unpaid part of the minimum due, never of the whole balance.

import { countsAsPaid } from '../account/delinquency';
import { type ContractTerms, commonContractTerms } from './contractTerms';
import { type Fen, shareOf } from './money';

/** By contract, commonly 5 % (PBoC 银发〔2016〕111号); nothing when grace counts the minimum as paid. */
export function lateCharge(
  bill: { readonly minimumDueFen: Fen; readonly paidFen: Fen },
  terms: ContractTerms = commonContractTerms,
): Fen {
  return countsAsPaid(bill, terms) ? 0 : shareOf(bill.minimumDueFen - bill.paidFen, terms.lateChargeShare);
}
