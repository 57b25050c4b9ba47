// What a simulated customer can pay, and what the bank gets to see of it.
import type { Fen } from '../../money/money';
import { type BookFacts, streams } from '../population/bookFacts';
import type { Population } from '../population/population';
import { between, chance, lognormal, randomFrom } from '../population/random';

interface Evidence {
  readonly documentedMonthlyCapacityFen: Fen | null;
  readonly salaryCreditsFen: Fen[];
}

/** Evidence for a capacity: documents or salary credits with their error, or none. */
export function drawEvidence(
  population: Population,
  seed: number,
  index: number,
  shownFen: number,
  forged: boolean,
): Evidence {
  const { evidence } = population;
  const random = randomFrom(seed, index, streams.evidence);
  const has = chance(random, evidence.share) || forged;
  const documents = chance(random, evidence.documentedShare) || forged;
  const sigma = documents ? evidence.documentedSigma : evidence.salarySigma;
  // Who forges a document shows exactly what it should show.
  const figure = forged ? shownFen : lognormal(random, shownFen * evidence.bias, sigma);
  if (!has) return { documentedMonthlyCapacityFen: null, salaryCreditsFen: [] };
  if (documents) return { documentedMonthlyCapacityFen: Math.max(1, Math.round(figure)), salaryCreditsFen: [] };
  const salaryFen = figure / evidence.capacityShareOfSalary;
  const salaryCreditsFen = Array.from({ length: evidence.salaryCredits }, () =>
    Math.round(salaryFen * between(random, 0.9, 1.1)),
  );
  return { documentedMonthlyCapacityFen: null, salaryCreditsFen };
}

/** What the bank knows decides what is likely: capacity is the known figure with the error taken the other way round. */
export function drawCapacity(population: Population, facts: BookFacts, seed: number, index: number): number {
  const { person, evidence } = population;
  const random = randomFrom(seed, index, streams.person);
  const drawn = facts.balanceFen * lognormal(random, person.capacityShare.median, person.capacityShare.sigma);
  if (facts.known === null) return drawn;
  const { documentedMonthlyCapacityFen: documented, salaryCreditsFen: credits, paidMonthlyFen } = facts.known;
  const spreadBy = (fen: number, sigma: number) => lognormal(random, fen / evidence.bias, sigma);
  if (documented !== null && documented > 0) return spreadBy(documented, evidence.documentedSigma);
  if (credits.length > 0) {
    const mean = credits.reduce((sum, fen) => sum + fen, 0) / credits.length;
    return spreadBy(mean * evidence.capacityShareOfSalary, evidence.salarySigma);
  }
  // What was paid lately could be paid: never less than that.
  return Math.max(drawn, paidMonthlyFen);
}
