// What the bank's book shows of a simulated customer: drawn from the population, or taken from a real book.
import type { NegotiableAccount } from '../../account/account';
import type { Fen } from '../../money/money';
import { type ReliefReason, reliefReasonSchema } from '../../offer/reliefReason';
import type { Population } from './population';
import { between, chance, lognormal, pickWeighted, randomFrom, wholeBetween } from './random';

/** Numbers of the streams; a stress set that changes one group leaves the others as they were. */
export const streams = { account: 1, person: 2, evidence: 3, behaviour: 4, speech: 5, fate: 6, traits: 7 } as const;

/** The bank's side of an account without evidence, drawn or taken from a book. */
export type BookFacts = Pick<
  NegotiableAccount,
  'balanceFen' | 'principalFen' | 'interestFen' | 'feesFen' | 'daysPastDue' | 'product' | 'brokenArrangements'
> & {
  readonly documentedReasons: readonly ReliefReason[];
  /** What the book knows of this person's means; null leaves it to chance. */
  readonly known: {
    readonly documentedMonthlyCapacityFen: Fen | null;
    readonly salaryCreditsFen: readonly Fen[];
    /** Average of recent payments a month, in fen; 0 without any. */
    readonly paidMonthlyFen: Fen;
  } | null;
};

export function drawBookFacts(population: Population, seed: number, index: number): BookFacts {
  const { account } = population;
  const random = randomFrom(seed, index, streams.account);
  const { medianFen, sigma, minFen, maxFen } = account.balance;
  const balanceFen = Math.round(Math.min(maxFen, Math.max(minFen, lognormal(random, medianFen, sigma))));
  const interestFen = Math.round(balanceFen * between(random, account.interestShare.min, account.interestShare.max));
  const feesFen = Math.round(balanceFen * between(random, account.feeShare.min, account.feeShare.max));
  const band = pickWeighted(
    random,
    account.daysPastDue.map((one) => [one, one.share] as const),
  );
  const daysPastDue = wholeBetween(random, band.min, band.max);
  const brokenArrangements = chance(random, account.brokenOnceShare) ? 1 : 0;
  const proved = chance(random, account.documentedReasonShare);
  const reasons = reliefReasonSchema.options;
  const documentedReason = reasons[Math.floor(random() * reasons.length)];
  return {
    balanceFen,
    principalFen: balanceFen - interestFen - feesFen,
    interestFen,
    feesFen,
    daysPastDue,
    product: account.product,
    brokenArrangements,
    documentedReasons: proved && documentedReason !== undefined ? [documentedReason] : [],
    known: null,
  };
}
