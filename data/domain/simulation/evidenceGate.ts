// The evidence gate as a sum of its own: the most a month that a bot of the bank may propose on what it knows.
import type { NegotiableAccount } from '../account/account';
import type { PolicyLimits } from '../limits/policyLimits';

/** The most that documents support a month, in fen; Infinity without documents. */
export const documentsGateFen = (account: NegotiableAccount, { evidence }: PolicyLimits): number =>
  account.documentedMonthlyCapacityFen === null
    ? Number.POSITIVE_INFINITY
    : account.documentedMonthlyCapacityFen * evidence.documentedShareMax;

/** The same with what was said, in fen a month; null for nothing said. */
export const evidenceGateFen = (account: NegotiableAccount, limits: PolicyLimits, saidFen: number | null): number =>
  Math.min(
    documentsGateFen(account, limits),
    saidFen === null ? Number.POSITIVE_INFINITY : saidFen * limits.evidence.statedShareMax,
  );
