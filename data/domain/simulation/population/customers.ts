// One simulated customer: what the bank's book shows, and what only the customer knows. Drawn from numbered streams, so
// that the same customer meets every policy and every stress set.
import type { NegotiableAccount } from '../../account/account';
import type { Fen } from '../../money/money';
import { drawCapacity, drawEvidence } from '../result/means';
import { type BookFacts, streams } from './bookFacts';
import { type Behaviour, behaviours, type Population } from './population';
import { between, chance, lognormal, pickWeighted, randomFrom, wholeBetween } from './random';

export interface SimulatedCustomer {
  readonly index: number;
  readonly account: NegotiableAccount;
  readonly behaviour: Behaviour;
  /** True monthly capacity and money at hand, in fen. */
  readonly capacityFen: number;
  readonly lumpSumFen: Fen;
  readonly payday: number;
  readonly volatility: number;
  readonly patience: number;
  readonly lambda: number;
  readonly totalWeight: number;
  /** First figure stated over capacity: 1 for the honest, error included. */
  readonly statedShare: number;
  /** How it speaks. */
  readonly opensWithFigure: boolean;
  readonly figureForm: 'plain' | 'atMost' | 'range';
  readonly rangeBelow: number;
  readonly namesPayday: boolean;
  readonly namesLumpSum: 'unasked' | 'whenStuck' | 'whenAsked';
  readonly namesFigureInTrouble: boolean;
  /** Refusals on principle before a fair offer is looked at, and how a low figure rises. */
  readonly refusals: number;
  readonly risePerTurn: number;
  readonly troubleAfterMessages: number;
  /** One number from 0 to 1 that decides when any plan of this customer breaks; the same for every policy. */
  readonly fate: number;
}

/** First figure over capacity, by behaviour; the draw is the same whatever the behaviour. */
function drawStatedShare(population: Population, behaviour: Behaviour, seed: number, index: number): number {
  const random = randomFrom(seed, index, streams.speech, 1);
  const place = random();
  const honest = lognormal(random, 1, population.person.statementNoise);
  const within = ({ min, max }: { min: number; max: number }) => min + place * (max - min);
  if (behaviour === 'overPromiser') return within(population.behaviours.overPromiser.stated);
  if (behaviour === 'lowBaller') return within(population.behaviours.lowBaller.stated);
  if (behaviour === 'forgedEvidence') return within(population.behaviours.forgedEvidence.shown);
  return honest;
}

function drawPerson(population: Population, facts: BookFacts, seed: number, index: number) {
  const { person } = population;
  const random = randomFrom(seed, index, streams.person, 1);
  const hasLump = chance(random, person.lumpSum.share);
  // Money at hand is named in whole hundreds of yuan.
  const most = facts.balanceFen * person.lumpSum.shareOfBalanceMax * random();
  return {
    lumpSumFen: hasLump ? Math.floor(most / 10000) * 10000 : 0,
    payday: wholeBetween(random, 1, 28),
    volatility: between(random, person.volatility.min, person.volatility.max),
    patience: wholeBetween(random, person.patience.min, person.patience.max),
    lambda: between(random, person.lambda.min, person.lambda.max),
    totalWeight: person.totalWeight,
  };
}

function drawSpeech(population: Population, behaviour: Behaviour, seed: number, index: number) {
  const { person, behaviours: by } = population;
  const random = randomFrom(seed, index, streams.speech);
  const opensWithFigure = chance(random, person.opensWithFigure);
  const form = random();
  const range = person.namesRange.share;
  const lump = random();
  const { namedUnasked, namedWhenStuck } = person.lumpSum;
  const namesPayday = chance(random, person.namesPayday);
  const inTrouble = random();
  const vague = behaviour === 'vague';
  return {
    opensWithFigure: opensWithFigure && !vague && behaviour !== 'irate',
    figureForm: form < range ? 'range' : form < range + person.saysAtMost ? 'atMost' : 'plain',
    rangeBelow: person.namesRange.below,
    namesPayday,
    namesLumpSum: lump < namedUnasked ? 'unasked' : lump < namedUnasked + namedWhenStuck ? 'whenStuck' : 'whenAsked',
    namesFigureInTrouble: inTrouble < (vague ? by.vague.namesFigureWhenAskedAgain : by.hardship.namesFigure),
    refusals: behaviour === 'haggler' ? by.haggler.refusals : behaviour === 'irate' ? by.irate.refusals : 0,
    risePerTurn: behaviour === 'lowBaller' ? by.lowBaller.risePerTurn : 0,
    troubleAfterMessages: by.jobLossMidChat.afterMessages,
  } as const;
}

/** A customer for these facts of the book; everything else is drawn. `behaviour` is drawn too unless it is given. */
export function drawCustomer(
  population: Population,
  facts: BookFacts,
  seed: number,
  index: number,
  given?: Behaviour,
): SimulatedCustomer {
  const shares = behaviours.map((name) => [name, population.behaviours[name].share] as const);
  const behaviour = given ?? pickWeighted(randomFrom(seed, index, streams.behaviour), shares);
  const capacityFen = drawCapacity(population, facts, seed, index);
  const statedShare = drawStatedShare(population, behaviour, seed, index);
  const forged = behaviour === 'forgedEvidence';
  const { known, documentedReasons, ...balances } = facts;
  const evidence =
    known === null || forged
      ? drawEvidence(population, seed, index, forged ? capacityFen * statedShare : capacityFen, forged)
      : {
          documentedMonthlyCapacityFen: known.documentedMonthlyCapacityFen,
          salaryCreditsFen: [...known.salaryCreditsFen],
        };
  const proved = documentedReasons.length > 0 ? { documentedReasons: [...documentedReasons] } : {};
  return {
    index,
    account: { ...balances, ...evidence, ...proved },
    behaviour,
    capacityFen,
    statedShare,
    ...drawPerson(population, facts, seed, index),
    ...drawSpeech(population, behaviour, seed, index),
    fate: randomFrom(seed, index, streams.fate)(),
  };
}
