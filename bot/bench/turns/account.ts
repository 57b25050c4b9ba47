// The account that benchmarks bargain over: the first of the demo people's, 15 months past due.
import type { NegotiableAccount } from '../../../data/domain/account/account';

export const account: NegotiableAccount = {
  balanceFen: 2_643_120,
  principalFen: 2_000_000,
  interestFen: 493_120,
  feesFen: 150_000,
  daysPastDue: 457,
  product: 'standard',
  documentedMonthlyCapacityFen: null,
  salaryCreditsFen: [],
  brokenArrangements: 0,
};
