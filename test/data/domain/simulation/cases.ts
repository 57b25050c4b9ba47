// Single simulated customers for tests, and policies that no bank would run.

import { type PolicyLimits, segmentFor } from '../../../../data/domain/limits/policyLimits';
import type { Move } from '../../../../data/domain/negotiation/move';
import type { PlanTerms } from '../../../../data/domain/negotiation/offers/offerGrid';
import { priceOffer } from '../../../../data/domain/negotiation/offers/priceOffer';
import { rehearseTerms } from '../../../../data/domain/negotiation/signing/signingProof';
import type { Offer } from '../../../../data/domain/offer/offer';
import type { Bargainer, BargainingPolicy } from '../../../../data/domain/simulation/bargainer';
import { oracle } from '../../../../data/domain/simulation/oracle';
import { drawBookFacts } from '../../../../data/domain/simulation/population/bookFacts';
import { drawCustomer, type SimulatedCustomer } from '../../../../data/domain/simulation/population/customers';
import type { Behaviour } from '../../../../data/domain/simulation/population/population';
import type { Setting } from '../../../../data/domain/simulation/result/caseResult';
import { today } from './shipped';

export const customerOf = (setting: Setting, behaviour: Behaviour, index = 0, seed = 1): SimulatedCustomer =>
  drawCustomer(setting.population, drawBookFacts(setting.population, seed, index), seed, index, behaviour);

export function pricedOffer(limits: PolicyLimits, customer: SimulatedCustomer, terms: PlanTerms, number = 1): Offer {
  const segment = segmentFor(limits, customer.account);
  if (segment === null) throw new Error('this customer has no segment');
  return priceOffer({
    terms,
    account: customer.account,
    limits,
    segment,
    today,
    dueDay: 15,
    number,
    shape: 'recommended',
  });
}

const base = { messageId: 'negotiation.offer.one', reasons: [] } as const;

/** Shows one offer for ever, reads it back and signs it. */
function showing(offer: Offer | null, policyVersion: string): Bargainer {
  const bargainer: Bargainer = (turn) => {
    let move: Move = { ...base, kind: 'end' };
    if (offer !== null) {
      move = { ...base, kind: 'offer', offers: [offer] };
      if (turn.intent === 'negotiate.accept') move = { ...base, kind: 'readBack', offer };
      if (turn.intent === 'affirm')
        move = {
          ...base,
          kind: 'agreed',
          agreement: { offer, policyVersion },
          proof: rehearseTerms({ offer, policyVersion }),
        };
    }
    if (turn.intent === 'hardship' || turn.signals.includes('hardship')) move = { ...base, kind: 'hardship' };
    return { move, next: bargainer };
  };
  return bargainer;
}

/** Reads what only the customer knows and offers the oracle's plan. */
export const cheating = (setting: Setting, customers: ReadonlyMap<number, SimulatedCustomer>): BargainingPolicy => ({
  name: 'engine',
  open: ({ account, limits, seed }) => {
    const customer = customers.get(seed);
    if (customer === undefined) throw new Error('unknown customer');
    const { plan } = oracle({ ...customer, account }, limits, setting.population).gated;
    if (plan === null) return showing(null, limits.version);
    const relief = limits.reliefRules.find(({ needs }) =>
      needs.kind === 'evidence'
        ? needs.reasons.some((reason) => account.documentedReasons?.includes(reason))
        : needs.kind === 'downPayment' && plan.downPaymentFen >= needs.downPaymentShareMin * account.balanceFen,
    );
    const interestWaiverFen = Math.round(account.interestFen * (relief?.interestWaiverShare ?? 0));
    const waivedFen = account.balanceFen - plan.downPaymentFen - plan.financedFen;
    const terms = {
      ...plan,
      interestWaiverFen: waivedFen === 0 ? 0 : interestWaiverFen,
      feeWaiverFen: waivedFen === 0 ? 0 : waivedFen - interestWaiverFen,
      reliefRuleId: waivedFen === 0 ? null : (relief?.reliefRuleId ?? null),
    };
    return showing(pricedOffer(limits, customer, terms), limits.version);
  },
});

/** Gives everyone the longest plan at the lowest rate there is, with all fees off, reason or not. */
export const givingFloor: BargainingPolicy = {
  name: 'engine',
  open: ({ account, limits }) => {
    const segment = segmentFor(limits, account);
    if (segment === null) return showing(null, limits.version);
    const terms: PlanTerms = {
      downPaymentFen: 0,
      instalmentCount: Math.max(...segment.instalmentCounts),
      method: segment.methods[0] ?? 'annuity',
      monthlyRate: segment.monthlyRateFloor,
      deferMonths: 0,
      feeWaiverFen: account.feesFen,
      interestWaiverFen: 0,
      reliefRuleId: null,
    };
    const offer = priceOffer({ terms, account, limits, segment, today, dueDay: 15, number: 1, shape: 'recommended' });
    return showing(offer, limits.version);
  },
};
