// The minimum payment due of a statement: a tenth of the principal, and interest, fees and what was unpaid before in full.
import { type ContractTerms, commonContractTerms } from './contractTerms';
import { type Fen, shareOf } from './money';

export interface MinimumDueInput {
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly feesFen: Fen;
  /** Unpaid part of earlier minimums, apart from their interest and fees, which are counted above. */
  readonly earlierUnpaidFen?: Fen;
}

/** Never more than everything that is owed, and never less than the contract's floor while that much is owed. */
export function minimumDue(input: MinimumDueInput, terms: ContractTerms = commonContractTerms): Fen {
  const { principalFen, interestFen, feesFen, earlierUnpaidFen = 0 } = input;
  const byContract = shareOf(principalFen, terms.minimumPrincipalShare) + interestFen + feesFen + earlierUnpaidFen;
  return Math.min(Math.max(byContract, terms.minimumDueFloorFen), principalFen + interestFen + feesFen);
}
