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
  /** The most of capacity that it takes in an instalment; 1 for most. */
  readonly acceptsShare: number;
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
  /** Months before the first instalment that it asks for; 0 for most. */
  readonly waitsMonths: number;
  /** One number from 0 to 1 that decides when any plan of this customer breaks; the same for every policy. */
  readonly fate: number;
}

interface Span {
  readonly min: number;
  readonly max: number;
}
const within = ({ min, max }: Span, place: number): number => min + place * (max - min);

/** Who is being drawn. */
interface Draw {
  readonly population: Population;
  readonly facts: BookFacts;
  readonly behaviour: Behaviour;
  readonly seed: number;
  readonly index: number;
}

/** First figure over capacity, by behaviour; the draw is the same whatever the behaviour. */
function drawStatedShare({ population, facts, behaviour, seed, index }: Draw, capacityFen: number): number {
  const random = randomFrom(seed, index, streams.speech, 1);
  const place = random();
  const honest = lognormal(random, 1, population.person.statementNoise);
  const by = population.behaviours;
  switch (behaviour) {
    case 'overPromiser':
    case 'lowBaller':
    case 'changesMind':
    case 'contradicts':
      return within(by[behaviour].stated, place);
    case 'forgedEvidence':
      return within(by.forgedEvidence.shown, place);
    case 'misjudges':
      return place < 0.5 ? 1 - within(by.misjudges.off, place * 2) : 1 + within(by.misjudges.off, place * 2 - 1);
    case 'interestOnly':
      return Math.min(1, (within(by.interestOnly.offered, place) * facts.balanceFen) / capacityFen);
    case 'tokenPayer':
      return Math.min(1, within(by.tokenPayer.token, place) / capacityFen);
    default:
      return honest;
  }
}

/** A month's capacity in fen: of most people a share of the balance or of what the book knows; of few a share of their own. */
function capacityOf({ population, facts, behaviour, seed, index }: Draw): number {
  const drawn = drawCapacity(population, facts, seed, index);
  if (behaviour !== 'cashRich') return drawn;
  const place = randomFrom(seed, index, streams.person, 2)();
  return Math.min(drawn, facts.balanceFen * within(population.behaviours.cashRich.capacityShare, place));
}

function drawPerson({ population, facts, behaviour, seed, index }: Draw) {
  const { person, behaviours: by } = population;
  const random = randomFrom(seed, index, streams.person, 1);
  const hasLump = chance(random, person.lumpSum.share);
  const place = random();
  // Money at hand is named in whole hundreds of yuan.
  const ordinary = hasLump ? person.lumpSum.shareOfBalanceMax * place : 0;
  const most = facts.balanceFen * (behaviour === 'cashRich' ? within(by.cashRich.cashShare, place) : ordinary);
  return {
    lumpSumFen: Math.floor(most / 10000) * 10000,
    payday: wholeBetween(random, 1, 28),
    volatility: between(random, person.volatility.min, person.volatility.max),
    patience: patienceOf(behaviour, wholeBetween(random, person.patience.min, person.patience.max)),
    lambda: between(random, person.lambda.min, person.lambda.max) * (behaviour === 'totalMinded' ? 0.1 : 1),
    totalWeight: person.totalWeight,
  };
}

const patienceOf = (behaviour: Behaviour, drawn: number): number =>
  behaviour === 'irateLeaver' ? 0 : behaviour === 'twoCounters' ? 2 : drawn;

function refusalsOf({ behaviours: by }: Population, behaviour: Behaviour): number {
  if (behaviour === 'haggler' || behaviour === 'irate') return by[behaviour].refusals;
  return behaviour === 'yearEnd' || behaviour === 'delays' ? 1 : 0;
}

function drawSpeech({ population, behaviour, seed, index }: Draw) {
  const { person, behaviours: by } = population;
  const random = randomFrom(seed, index, streams.speech);
  const opensWithFigure = chance(random, person.opensWithFigure);
  const form = random();
  const range = person.namesRange.share;
  const lump = random();
  const { namedUnasked, namedWhenStuck } = person.lumpSum;
  const namesPayday = chance(random, person.namesPayday);
  const inTrouble = random();
  const wait = random();
  const vague = behaviour === 'vague';
  const silent = vague || behaviour === 'datesOnly' || behaviour === 'irate' || behaviour === 'irateLeaver';
  return {
    opensWithFigure: opensWithFigure && !silent,
    figureForm:
      behaviour === 'wideRange' || form < range ? 'range' : form < range + person.saysAtMost ? 'atMost' : 'plain',
    rangeBelow: behaviour === 'wideRange' ? within(by.wideRange.below, wait) : person.namesRange.below,
    namesPayday,
    namesLumpSum: lump < namedUnasked ? 'unasked' : lump < namedUnasked + namedWhenStuck ? 'whenStuck' : 'whenAsked',
    namesFigureInTrouble: inTrouble < (vague ? by.vague.namesFigureWhenAskedAgain : by.hardship.namesFigure),
    refusals: refusalsOf(population, behaviour),
    risePerTurn: behaviour === 'lowBaller' ? by.lowBaller.risePerTurn : 0,
    troubleAfterMessages: by.jobLossMidChat.afterMessages,
    waitsMonths:
      behaviour === 'yearEnd' || behaviour === 'delays' ? Math.round(within(by[behaviour].waitsMonths, wait)) : 0,
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
  const draw: Draw = { population, facts, behaviour, seed, index };
  const capacityFen = capacityOf(draw);
  const statedShare = drawStatedShare(draw, capacityFen);
  const trait = randomFrom(seed, index, streams.traits)();
  const { leavesRoom, otherPapers } = population.behaviours;
  const forged = behaviour === 'forgedEvidence' || behaviour === 'otherPapers';
  const shownShare = behaviour === 'otherPapers' ? within(otherPapers.shown, trait) : statedShare;
  const { known, documentedReasons, ...balances } = facts;
  const evidence =
    known === null || forged
      ? drawEvidence(population, seed, index, forged ? capacityFen * shownShare : capacityFen, forged)
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
    acceptsShare: behaviour === 'leavesRoom' ? within(leavesRoom.accepts, trait) : 1,
    ...drawPerson(draw),
    ...drawSpeech(draw),
    fate: randomFrom(seed, index, streams.fate)(),
  };
}
