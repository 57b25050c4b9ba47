// Runs a stretch of customers against every policy. A stretch knows nothing of its neighbours, so order cannot matter.
import { segmentFor } from '../limits/policyLimits';
import { type BargainingPolicy, enginePolicy } from './bargainer';
import { baselineNames, baselines } from './baselines';
import type { Conduct } from './customer/conduct';
import { belongsToHardship } from './customer/customerTaste';
import { type OracleAnswer, oracle } from './oracle';
import { breaksAt, firstPayment, worthWithoutAgreement } from './planWorth';
import { type BookFacts, drawBookFacts } from './population/bookFacts';
import { drawCustomer, type SimulatedCustomer } from './population/customers';
import type { Behaviour } from './population/population';
import { type PolicyOutcome, playCase, type Setting, type SignedPlan } from './result/caseResult';
import { type Lost, lostBy } from './result/lost';
import { type GambitPair, playGambits } from './result/premium';
import { differingTellings } from './result/tellings';
import { playTwins, type TwinResult } from './result/twins';

export interface Stretch {
  readonly seed: number;
  /** Indices from `from` up to but not including `to`. */
  readonly from: number;
  readonly to: number;
  /** Real accounts instead of drawn ones; taken in turn. */
  readonly book?: readonly BookFacts[];
  /** Every so many customers also meet as twins and tell their facts in several ways; 0 for none. */
  readonly twinEvery: number;
}

/** One customer under every policy. */
export interface CaseRow {
  readonly seed: number;
  readonly index: number;
  readonly behaviour: Behaviour;
  readonly evidence: 'documented' | 'salary' | 'none';
  readonly segmentId: string;
  readonly locale: 'zh-CN' | 'en-US';
  readonly balanceFen: number;
  readonly daysPastDue: number;
  readonly capacityFen: number;
  readonly belongsToHardship: boolean;
  /** Nothing that policy has could be borne: the hardship review is no wrong place for such a person. */
  readonly nothingFits: boolean;
  readonly silentFen: number;
  /** V* inside policy and the evidence gate, and inside policy alone. */
  readonly oracleFen: number;
  readonly policyOracleFen: number;
  /** The plan of the gated oracle; null when it stays silent. */
  readonly oraclePlan: Pick<SignedPlan, 'burden' | 'brokenAt'> | null;
  /** What the policy under test left of V*, by cause. */
  readonly lost: Lost;
  readonly outcomes: readonly PolicyOutcome[];
  readonly conduct: Conduct;
}

export interface StretchResult {
  /** Names of the outcomes of every row, in order; the first is the engine. */
  readonly policies: readonly string[];
  readonly rows: readonly CaseRow[];
  readonly twins: readonly TwinResult[];
  /** The same people again, with each gambit. */
  readonly gambits: readonly GambitPair[];
  /** For each customer whose facts were told in several ways: the tellings that brought other offers. */
  readonly differing: readonly (readonly string[])[];
}

const evidenceOf = ({ account }: SimulatedCustomer): CaseRow['evidence'] =>
  account.documentedMonthlyCapacityFen !== null
    ? 'documented'
    : account.salaryCreditsFen.length > 0
      ? 'salary'
      : 'none';

const noConduct: Conduct = { violations: 0, raised: 0, withdrawn: 0, rulesBroken: [] };

function oraclePlan(
  customer: SimulatedCustomer,
  { plan }: OracleAnswer,
  { population }: Setting,
): CaseRow['oraclePlan'] {
  if (plan === null) return null;
  const brokenAt = breaksAt(plan, customer, population.value, customer.fate);
  return { burden: firstPayment(plan) / customer.capacityFen, brokenAt };
}

function playCustomer(
  customer: SimulatedCustomer,
  policies: readonly BargainingPolicy[],
  setting: Setting,
  seed: number,
): CaseRow {
  const { account, index } = customer;
  let watched = noConduct;
  const outcomes = policies.map((policy, place): PolicyOutcome => {
    const { conduct, ...outcome } = playCase(policy, customer, setting, seed * 1_000_003 + index, place === 0);
    if (conduct !== null) watched = conduct;
    return outcome;
  });
  const best = oracle(customer, setting.limits, setting.population);
  const silentFen = worthWithoutAgreement(account.balanceFen, account.daysPastDue, setting.population.value);
  const [tested] = outcomes;
  return {
    seed,
    index,
    behaviour: customer.behaviour,
    evidence: evidenceOf(customer),
    segmentId: segmentFor(setting.limits, account)?.segmentId ?? 'none',
    locale: index % 2 === 0 ? 'zh-CN' : 'en-US',
    balanceFen: account.balanceFen,
    daysPastDue: account.daysPastDue,
    capacityFen: customer.capacityFen,
    belongsToHardship: belongsToHardship(customer),
    nothingFits: !best.bearable,
    silentFen,
    oracleFen: best.gated.worthFen,
    policyOracleFen: best.policy.worthFen,
    oraclePlan: oraclePlan(customer, best.gated, setting),
    lost: lostBy(tested ?? { ending: 'left', turns: 0, worthFen: silentFen, plan: null }, best),
    outcomes,
    conduct: watched,
  };
}

/** The policy under test first, then the baselines. */
export const policiesOf = (setting: Setting, tested: BargainingPolicy = enginePolicy): BargainingPolicy[] => {
  const others = baselines(setting.population);
  return [tested, ...baselineNames.map((name) => others[name])];
};

export function simulateCases(
  setting: Setting,
  stretch: Stretch,
  policies: readonly BargainingPolicy[] = policiesOf(setting),
): StretchResult {
  const { seed, from, to, book, twinEvery } = stretch;
  const rows: CaseRow[] = [];
  const twins: TwinResult[] = [];
  const gambits: GambitPair[] = [];
  const differing: string[][] = [];
  const [tested] = policies;
  for (let index = from; index < to; index++) {
    const facts = book?.[index % book.length] ?? drawBookFacts(setting.population, seed, index);
    const customer = drawCustomer(setting.population, facts, seed, index);
    rows.push(playCustomer(customer, policies, setting, seed));
    if (twinEvery === 0 || index % twinEvery !== 0 || tested === undefined) continue;
    twins.push(playTwins(tested, facts, setting, seed, index));
    gambits.push(...playGambits(tested, facts, setting, seed, index));
    const { limits, today } = setting;
    differing.push(differingTellings(tested, customer, { account: customer.account, limits, today, seed }));
  }
  return { policies: policies.map((policy) => policy.name), rows, twins, gambits, differing };
}

const placeOf = ({ rows: [first] }: StretchResult): readonly [number, number] => [first?.seed ?? 0, first?.index ?? 0];

/** Stretches put together, in order of seed and index whatever order they came back in: sums come out the same to the last bit. */
export function joinStretches(results: readonly StretchResult[]): StretchResult {
  const inOrder = [...results].sort((a, b) => {
    const [[seedA, indexA], [seedB, indexB]] = [placeOf(a), placeOf(b)];
    return seedA - seedB || indexA - indexB;
  });
  return {
    policies: results[0]?.policies ?? [],
    rows: inOrder.flatMap((result) => result.rows),
    twins: inOrder.flatMap((result) => result.twins),
    gambits: inOrder.flatMap((result) => result.gambits),
    differing: inOrder.flatMap((result) => result.differing),
  };
}
