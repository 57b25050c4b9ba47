// What is wrong with a set of limits beyond the shape of each field: contradictions, and anything above the law.

import { namesProduct } from '../account/account';
import { withinYearlyCost } from '../money/legalCeilings';
import { yearlyRate } from '../offer/yearlyRate';
import type { PolicyFields, ReliefRule, Segment } from './policyFields';

export interface PolicyProblem {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}
interface Ceilings {
  readonly instalmentCountMax: number;
  readonly yearlyCostMax: number;
}
type Path = readonly (string | number)[];

/** A pair of fields of which the first must not exceed the second. */
function outOfOrder<T extends object>(
  owner: T,
  low: keyof T & string,
  high: keyof T & string,
  path: Path,
): PolicyProblem[] {
  return Number(owner[low]) > Number(owner[high])
    ? [{ path: [...path, low], reason: `${low} is above ${high}: nothing could fit between them` }]
    : [];
}

/** Effective yearly cost of a plan that bears interest in full, before anything is rounded: no plan at this rate costs more. */
export function effectiveYearlyCost(
  method: Segment['methods'][number],
  monthlyRate: number,
  instalmentCount: number,
): number {
  if (method !== 'flatFee') return (1 + monthlyRate) ** 12 - 1;
  const paymentOfOne = 1 / instalmentCount + monthlyRate;
  return yearlyRate({ financedFen: 1, paymentsFen: Array<number>(instalmentCount).fill(paymentOfOne) }).effective;
}

function yearlyCostProblems(segment: Segment, path: Path, ceilings: Ceilings): PolicyProblem[] {
  for (const method of segment.methods)
    for (const instalmentCount of segment.instalmentCounts) {
      const cost = effectiveYearlyCost(method, segment.monthlyRateList, instalmentCount);
      if (!withinYearlyCost(cost, ceilings.yearlyCostMax))
        return [
          {
            path: [...path, 'monthlyRateList'],
            reason: `${method} over ${instalmentCount} months costs ${(cost * 100).toFixed(2)} % a year, above the legal ceiling of ${ceilings.yearlyCostMax * 100} %`,
          },
        ];
    }
  return [];
}

function segmentProblems(limits: PolicyFields, segment: Segment, index: number, ceilings: Ceilings): PolicyProblem[] {
  const path: Path = ['segments', index];
  const problems = [
    ...outOfOrder(segment, 'daysPastDueMin', 'daysPastDueMax', path),
    ...outOfOrder(segment, 'balanceFenMin', 'balanceFenMax', path),
    ...outOfOrder(segment, 'monthlyRateFloor', 'monthlyRateList', path),
    ...outOfOrder(segment, 'downPaymentShareMin', 'downPaymentShareMax', path),
    ...yearlyCostProblems(segment, path, ceilings),
  ];
  const say = (field: string, reason: string) => problems.push({ path: [...path, field], reason });
  if (segment.downPaymentShares.some((one) => one < segment.downPaymentShareMin || one > segment.downPaymentShareMax))
    say('downPaymentShares', 'every share must lie between downPaymentShareMin and downPaymentShareMax');
  if (segment.downPaymentShareMax >= 1) say('downPaymentShareMax', 'a first payment of everything leaves no plan');
  if (segment.firstPaymentDaysMin < limits.quoteValidDays)
    say('firstPaymentDaysMin', 'the first instalment could fall due before the offer expires (quoteValidDays)');
  if (!segment.instalmentCounts.some((months) => months <= limits.authority.assistant.instalmentCountMax))
    say('instalmentCounts', 'all are longer than authority.assistant.instalmentCountMax: nothing could be offered');
  if (segment.monthlyRateList < limits.authority.assistant.monthlyRateMin)
    say('monthlyRateList', 'is below authority.assistant.monthlyRateMin: nothing could be offered');
  if (new Set(segment.instalmentCounts).size < segment.instalmentCounts.length)
    say('instalmentCounts', 'a count stands twice');
  for (const id of segment.reliefRuleIds)
    if (!limits.reliefRules.some((rule) => rule.reliefRuleId === id))
      say('reliefRuleIds', `there is no relief rule named "${id}"`);
  if (limits.segments.slice(0, index).some((earlier) => covers(earlier, segment)))
    say('segmentId', 'an earlier segment takes every account of this one');
  return problems;
}

const covers = (outer: Segment, inner: Segment): boolean =>
  outer.daysPastDueMin <= inner.daysPastDueMin &&
  outer.daysPastDueMax >= inner.daysPastDueMax &&
  outer.balanceFenMin <= inner.balanceFenMin &&
  outer.balanceFenMax >= inner.balanceFenMax &&
  (outer.products.length === 0 ||
    (inner.products.length > 0 && inner.products.every((one) => namesProduct(outer.products, one))));

function reliefProblems(limits: PolicyFields, rule: ReliefRule, index: number): PolicyProblem[] {
  const path: Path = ['reliefRules', index];
  const problems: PolicyProblem[] = [];
  const same = limits.reliefRules.findIndex((one) => one.reliefRuleId === rule.reliefRuleId);
  if (same < index) problems.push({ path: [...path, 'reliefRuleId'], reason: 'another rule has the same name' });
  if (rule.feeWaiverShare === 0 && rule.interestWaiverShare === 0 && rule.monthlyRate === null)
    problems.push({ path, reason: 'the rule gives nothing' });
  const { supervisor } = limits.authority;
  if (rule.feeWaiverShare > supervisor.feeWaiverShareMax)
    problems.push({ path: [...path, 'feeWaiverShare'], reason: 'is above what even a supervisor may give' });
  if (rule.interestWaiverShare > supervisor.interestWaiverShareMax)
    problems.push({ path: [...path, 'interestWaiverShare'], reason: 'is above what even a supervisor may give' });
  for (const segment of limits.segments) {
    if (!segment.reliefRuleIds.includes(rule.reliefRuleId) || rule.monthlyRate === null) continue;
    if (rule.monthlyRate < segment.monthlyRateFloor || rule.monthlyRate > segment.monthlyRateList)
      problems.push({
        path: [...path, 'monthlyRate'],
        reason: `lies outside the floor and the listed rate of segment "${segment.segmentId}"`,
      });
  }
  return problems;
}

/** Every contradiction, and everything above a legal ceiling, with the field that holds it. */
export function policyProblems(limits: PolicyFields, ceilings: Ceilings): PolicyProblem[] {
  const { assistant, supervisor } = limits.authority;
  const tiers: PolicyProblem[] = [];
  const tooMuch = (name: 'instalmentCountMax' | 'balanceFenMax' | 'feeWaiverShareMax' | 'interestWaiverShareMax') => {
    if (assistant[name] > supervisor[name])
      tiers.push({ path: ['authority', 'assistant', name], reason: 'the assistant may do more than a supervisor' });
  };
  tooMuch('instalmentCountMax');
  tooMuch('balanceFenMax');
  tooMuch('feeWaiverShareMax');
  tooMuch('interestWaiverShareMax');
  if (assistant.monthlyRateMin < supervisor.monthlyRateMin)
    tiers.push({
      path: ['authority', 'assistant', 'monthlyRateMin'],
      reason: 'the assistant may do more than a supervisor',
    });
  if (limits.dueDayDefault > limits.dueDayMax)
    tiers.push({ path: ['dueDayDefault'], reason: 'is later than dueDayMax' });
  return [
    ...outOfOrder(limits, 'balanceFenMin', 'balanceFenMax', []),
    ...tiers,
    ...limits.segments.flatMap((segment, index) => segmentProblems(limits, segment, index, ceilings)),
    ...limits.reliefRules.flatMap((rule, index) => reliefProblems(limits, rule, index)),
  ];
}
