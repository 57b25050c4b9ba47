// A modest Bayesian menu, as an engineer would write it in an hour: five guesses at the capacity, what was said and proved as
// evidence for each, and the plans inside policy and the evidence gate that are worth most on average. It knows nothing of
// the population: its value terms are a guess as well.
import { planWorth, worthWithoutAgreement } from '../planWorth';
import type { Population } from '../population/population';
import { type Script, scripted } from './script';
import { planOf, type ScriptView } from './scriptView';

const assumed: Population['value'] = {
  discountPerMonth: 0.008,
  hazard: { base: 0.006, strain: 0.25, strainAt: 1.05, width: 0.08, volatilityWeight: 0.5 },
  recovery: 0.25,
  lagMonths: 6,
  withoutAgreement: [{ daysPastDueMax: 36_500, recovery: 0.25 }],
};

interface Guess {
  readonly capacityFen: number;
  readonly willingFen: number;
  readonly weight: number;
}

/** Capacity over the figure said, and how likely: some promise too much, some say too little. */
const prior = [
  [0.7, 0.12],
  [0.85, 0.13],
  [1, 0.5],
  [1.3, 0.13],
  [1.7, 0.12],
] as const;

function guesses({ statedFen, evidence, facts }: ScriptView): Guess[] {
  const middle = statedFen ?? evidence?.fen ?? facts.account.balanceFen * 0.05;
  return prior.map(([multiple, weight]) => {
    const capacityFen = middle * multiple;
    const z = evidence === null ? 0 : Math.log(evidence.fen / capacityFen) / 0.3;
    const willingFen = statedFen === null ? capacityFen : Math.max(statedFen, Math.min(capacityFen, statedFen * 1.1));
    return { capacityFen, willingFen, weight: weight * (Math.exp(-0.5 * z * z) + 0.01) };
  });
}

function menu(view: ScriptView): number[] {
  const { grid, facts, gateFen, lumpSumFen } = view;
  const people = guesses(view);
  const instalment = (row: number) => grid.instalmentFen[row] ?? 0;
  const silentFen = worthWithoutAgreement(facts.account.balanceFen, facts.account.daysPastDue, assumed);
  const rows = Array.from({ length: grid.size }, (_, row) => row).filter(
    (row) => instalment(row) <= gateFen && (grid.downPaymentFen[row] ?? 0) <= (lumpSumFen ?? 0),
  );
  const gain = (row: number) =>
    people.reduce((sum, { capacityFen, willingFen, weight }) => {
      const { worthFen } = planWorth(planOf(view, row), { capacityFen, volatility: 0.3 }, assumed);
      return instalment(row) <= willingFen ? sum + weight * (worthFen - silentFen) : sum;
    }, 0);
  const inOrder = rows.map((row) => ({ row, gain: gain(row) })).sort((a, b) => b.gain - a.gain);
  const first = inOrder[0]?.row;
  if (first === undefined) return [];
  const lighter = inOrder.find(({ row }) => instalment(row) < instalment(first) * 0.85)?.row;
  const withoutStart = inOrder.find(({ row }) => (grid.downPaymentFen[row] ?? 0) < (grid.downPaymentFen[first] ?? 0));
  return [...new Set([first, lighter, withoutStart?.row])].filter((row) => row !== undefined);
}

const script: Script = (view) => {
  if (view.statedFen === null && view.asked.monthlyAmount < 2) return { kind: 'ask', slot: 'monthlyAmount' };
  if (view.lumpSumFen === null && view.asked.lumpSum < 1) return { kind: 'ask', slot: 'lumpSum' };
  return { kind: 'offer', rows: menu(view) };
};

export const bayesMenu = scripted('bayesMenu', script);
