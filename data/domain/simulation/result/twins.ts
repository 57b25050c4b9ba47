// Fairness twins: the same person once honest and once a low-baller, everything else alike.
import type { BargainingPolicy } from '../bargainer';
import type { BookFacts } from '../population/bookFacts';
import { drawCustomer } from '../population/customers';
import { playCase, type Setting, type SignedPlan } from './caseResult';

export interface TwinResult {
  readonly balanceFen: number;
  readonly capacityFen: number;
  readonly truthful: SignedPlan | null;
  readonly lowBaller: SignedPlan | null;
}

/** Everything the same but the behaviour, evidence included. */
export function playTwins(
  policy: BargainingPolicy,
  facts: BookFacts,
  setting: Setting,
  seed: number,
  index: number,
): TwinResult {
  const drawn = (behaviour: 'truthful' | 'lowBaller') =>
    drawCustomer(setting.population, facts, seed, index, behaviour);
  const truthful = drawn('truthful');
  const lowBaller = drawn('lowBaller');
  return {
    balanceFen: truthful.account.balanceFen,
    capacityFen: truthful.capacityFen,
    truthful: playCase(policy, truthful, setting, seed, false).plan,
    lowBaller: playCase(policy, lowBaller, setting, seed, false).plan,
  };
}
