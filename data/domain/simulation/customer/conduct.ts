// How a policy behaved in one conversation: limits kept, lowest instalment never raised, nothing shown taken back.
import { certainTurn } from '../../customer/customerTurn';
import { yuanToFen } from '../../money/money';
import { offersOf } from '../../negotiation/move';
import type { Offer } from '../../offer/offer';
import type { CaseFacts } from '../bargainer';
import type { Conversation } from '../conversation';
import { violations } from '../result/violations';

export interface Conduct {
  /** Offers that broke a limit. */
  readonly violations: number;
  /** Menus whose lowest instalment is above one shown before. */
  readonly raised: number;
  /** Offers shown that could no longer be taken as they were. */
  readonly withdrawn: number;
  readonly rulesBroken: readonly string[];
}

const sameTerms = (a: Offer, b: Offer): boolean =>
  a.downPaymentFen === b.downPaymentFen &&
  a.instalmentFen === b.instalmentFen &&
  a.instalmentCount === b.instalmentCount &&
  a.totalFen === b.totalFen &&
  a.firstDueDate === b.firstDueDate &&
  a.validUntil >= b.validUntil;

export function conduct({ steps, agreement }: Conversation, facts: CaseFacts): Conduct {
  const shown = new Map<number, Offer>();
  const rulesBroken: string[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  let raised = 0;
  let saidFen: number | null = null;
  for (const { turn, move, account = facts.account } of steps) {
    const { monthlyAmount } = turn.slots;
    if (monthlyAmount !== undefined) saidFen = yuanToFen(monthlyAmount.max ?? monthlyAmount.min ?? 0);
    const offers = offersOf(move);
    if (offers.length === 0) continue;
    const low = Math.min(...offers.map((offer) => offer.instalmentFen));
    if (low > lowest) raised += 1;
    lowest = Math.min(lowest, low);
    for (const offer of offers) {
      if (!shown.has(offer.number)) rulesBroken.push(...violations(offer, { ...facts, account, saidFen }));
      shown.set(offer.number, offer);
    }
  }
  if (agreement !== null && shown.get(agreement.number) === undefined) rulesBroken.push('signedUnseen');
  // Everything shown is tried once more where the bargaining ended, before anything was signed.
  const atTable = steps.findLast(({ move }) => offersOf(move).length > 0);
  let withdrawn = 0;
  for (const offer of shown.values()) {
    const tried = atTable?.next(certainTurn('negotiate.accept', { offerNumber: offer.number })).move;
    if (tried?.kind !== 'readBack' || !sameTerms(tried.offer, offer)) withdrawn += 1;
  }
  return { violations: rulesBroken.length, raised, withdrawn, rulesBroken };
}
