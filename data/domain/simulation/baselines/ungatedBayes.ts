// A Bayesian menu that knows the population's own parameters and has no evidence gate: a ceiling for comparison, which
// offers what pays best on average however unsure it is of the person.
import { roundFigure } from '../customer/customerFigures';
import { planWorth, worthWithoutAgreement } from '../planWorth';
import type { Population } from '../population/population';
import { type Script, scripted } from './script';
import { planOf, type ScriptView } from './scriptView';
import { rowsByLength } from './simple';

/** One way the person may be: what they can pay, what they will take, and how likely that is. */
interface Guess {
  readonly capacityFen: number;
  readonly willingFen: number;
  readonly weight: number;
}

const steps = [0.1, 0.3, 0.5, 0.7, 0.9] as const;

/** Guesses from the statement alone, by behaviour; weights as in the population. */
function fromStatement(statedFen: number, { behaviours: by }: Population): Guess[] {
  const honest = by.truthful.share + by.haggler.share + by.irate.share + by.vague.share;
  const spread = (
    share: number,
    { min, max }: { min: number; max: number },
    willing: (capacityFen: number) => number,
  ) =>
    steps.map((step) => {
      const capacityFen = statedFen / (min + step * (max - min));
      return { capacityFen, willingFen: willing(capacityFen), weight: share / steps.length };
    });
  const rise = 1 + by.lowBaller.risePerTurn;
  return [
    { capacityFen: statedFen, willingFen: statedFen, weight: honest / 2 },
    { capacityFen: statedFen * 1.04, willingFen: statedFen * 1.04, weight: honest / 2 },
    ...spread(by.overPromiser.share, by.overPromiser.stated, () => statedFen),
    ...spread(by.lowBaller.share, by.lowBaller.stated, (fen) => Math.min(fen, statedFen * rise)),
  ];
}

/** No statement: evidence with its error, or the balance by the population's median. */
function fromNothing({ evidence, facts }: ScriptView, { person }: Population): Guess[] {
  const middle = evidence?.fen ?? facts.account.balanceFen * person.capacityShare.median;
  return [0.6, 0.8, 1, 1.25, 1.6].map((multiple) => {
    const capacityFen = middle * multiple;
    return { capacityFen, willingFen: capacityFen, weight: 0.2 };
  });
}

function guesses(view: ScriptView, population: Population): Guess[] {
  if (view.statedFen === null) return fromNothing(view, population);
  const all = fromStatement(view.statedFen, population);
  const { evidence } = view;
  if (evidence === null) return all;
  const sigma = Math.max(
    0.05,
    evidence.kind === 'documented' ? population.evidence.documentedSigma : population.evidence.salarySigma,
  );
  return all.map((guess) => {
    const z = Math.log(evidence.fen / (guess.capacityFen * population.evidence.bias)) / sigma;
    return { ...guess, weight: guess.weight * (Math.exp(-0.5 * z * z) + 1e-3) };
  });
}

/** What showing this row is worth on average above no agreement. */
function expectedGain(view: ScriptView, population: Population, row: number, people: readonly Guess[]): number {
  const plan = planOf(view, row);
  const { person, value } = population;
  const volatility = (person.volatility.min + person.volatility.max) / 2;
  const { balanceFen, daysPastDue } = view.facts.account;
  const silent = worthWithoutAgreement(balanceFen, daysPastDue, value);
  const instalment = view.grid.instalmentFen[row] ?? 0;
  return people.reduce((sum, { capacityFen, willingFen, weight }) => {
    if (instalment > willingFen) return sum;
    return sum + weight * (planWorth(plan, { capacityFen, volatility }, value).worthFen - silent);
  }, 0);
}

function menu(view: ScriptView, population: Population): number[] {
  const { grid, statedFen } = view;
  const people = guesses(view, population);
  const willing = people.reduce((most, guess) => Math.max(most, guess.willingFen), 0);
  const instalment = (row: number) => grid.instalmentFen[row] ?? 0;
  const rows = Array.from({ length: grid.size }, (_, row) => row).filter(
    (row) => (grid.downPaymentFen[row] ?? 0) <= (view.lumpSumFen ?? 0) && instalment(row) <= willing,
  );
  const gains = new Map(rows.map((row) => [row, expectedGain(view, population, row, people)]));
  const best = (fits: (row: number) => boolean) =>
    rows.filter(fits).reduce((a, b) => (a < 0 || (gains.get(b) ?? 0) > (gains.get(a) ?? 0) ? b : a), -1);
  const first = best(() => true);
  // Asked again, it makes room for who could not bear the first.
  const roomier = view.round === 0 ? -1 : best((row) => instalment(row) < instalment(first) * 0.9);
  const within = statedFen === null ? -1 : best((row) => instalment(row) <= roundFigure(statedFen) * 100);
  const shown = [...new Set([first, roomier, within])].filter((row) => row >= 0);
  const longest = rowsByLength(grid).at(-1);
  return shown.length > 0 ? shown : longest === undefined ? [] : [longest];
}

const script =
  (population: Population): Script =>
  (view) => {
    if (view.statedFen === null && view.asked.monthlyAmount < 2) return { kind: 'ask', slot: 'monthlyAmount' };
    if (view.lumpSumFen === null && view.asked.lumpSum < 1) return { kind: 'ask', slot: 'lumpSum' };
    return { kind: 'offer', rows: menu(view, population) };
  };

export const ungatedBayes = (population: Population) => scripted('ungatedBayes', script(population), false);
