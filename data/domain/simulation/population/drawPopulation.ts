// A population whose parameters are themselves drawn, so that no bargainer can have been tuned to it.
import {
  accountRanges,
  behaviourRanges,
  behaviourWeights,
  evidenceRanges,
  laterBehaviourWeights,
  personRanges,
  type Range,
  valueRanges,
  type WorldKind,
  worldKinds,
} from './drawnRanges';
import type { Population } from './population';
import { between, type Random, randomFrom } from './random';

/** Keeps these streams apart from those of customers. */
const drawnStream = 40_001;

type Drawn<Names extends string> = Record<Names, number>;

/** One value in each range, in the order in which the ranges stand. */
function drawAll<Names extends string>(random: Random, ranges: Readonly<Record<Names, Range>>): Drawn<Names> {
  const drawn = Object.entries<Range>(ranges).map(([name, [low, high]]) => [name, between(random, low, high)]);
  return Object.fromEntries(drawn) as Drawn<Names>;
}

/** From low to high, each power of ten as likely as the next. */
const onLogScale = (random: Random, [low, high]: Range): number =>
  Math.exp(between(random, Math.log(low), Math.log(high)));

/** Positive weights as shares of 1. */
function shares<Names extends string>(weights: Drawn<Names>): Drawn<Names> {
  const whole = Object.values<number>(weights).reduce((sum, weight) => sum + weight, 0);
  const parts = Object.entries<number>(weights).map(([name, weight]) => [name, weight / whole]);
  return Object.fromEntries(parts) as Drawn<Names>;
}

function drawAccount(random: Random): Population['account'] {
  const drawn = drawAll(random, accountRanges);
  const median = onLogScale(random, accountRanges.balanceMedianYuan);
  const band = () => between(random, ...accountRanges.daysBandWeight);
  const bands = shares({ early: band(), month: band(), quarter: band(), late: band() });
  return {
    balance: { medianFen: Math.round(median) * 100, sigma: drawn.balanceSigma, minFen: 100_000, maxFen: 30_000_000 },
    interestShare: { min: drawn.interestShareMin, max: drawn.interestShareMax },
    feeShare: { min: 0, max: drawn.feeShareMax },
    daysPastDue: [
      { share: bands.early, min: 3, max: 30 },
      { share: bands.month, min: 31, max: 90 },
      { share: bands.quarter, min: 91, max: 180 },
      { share: bands.late, min: 181, max: 900 },
    ],
    product: 'standard',
    brokenOnceShare: drawn.brokenOnceShare,
    documentedReasonShare: drawn.documentedReasonShare,
  };
}

function drawPerson(random: Random): Population['person'] {
  const drawn = drawAll(random, personRanges);
  const median = onLogScale(random, personRanges.capacityMedian);
  return {
    capacityShare: { median, sigma: drawn.capacitySigma },
    lumpSum: {
      share: drawn.lumpShare,
      shareOfBalanceMax: drawn.lumpOfBalanceMax,
      namedUnasked: drawn.lumpNamedUnasked,
      namedWhenStuck: drawn.lumpNamedWhenStuck,
    },
    volatility: { min: drawn.volatilityMin, max: drawn.volatilityMax },
    patience: { min: Math.round(drawn.patienceMin), max: Math.round(drawn.patienceMax) },
    lambda: { min: drawn.lambdaMin, max: drawn.lambdaMax },
    totalWeight: drawn.totalWeight,
    opensWithFigure: drawn.opensWithFigure,
    saysAtMost: drawn.saysAtMost,
    namesRange: { share: drawn.rangeShare, below: drawn.rangeBelow },
    statementNoise: drawn.statementNoise,
    namesPayday: drawn.namesPayday,
  };
}

function drawBehaviours(random: Random, later: Random): Population['behaviours'] {
  const weights = drawAll(random, behaviourWeights);
  const share = shares({ ...weights, ...drawAll(later, laterBehaviourWeights) });
  const drawn = drawAll(random, behaviourRanges);
  const plain = (name: keyof typeof share) => ({ share: share[name] });
  return {
    truthful: plain('truthful'),
    overPromiser: { ...plain('overPromiser'), stated: { min: 1, max: drawn.overPromiserMax } },
    lowBaller: {
      ...plain('lowBaller'),
      stated: { min: drawn.lowBallerMin, max: drawn.lowBallerMax },
      risePerTurn: drawn.lowBallerRise,
    },
    haggler: { ...plain('haggler'), refusals: Math.round(drawn.hagglerRefusals) },
    vague: { ...plain('vague'), namesFigureWhenAskedAgain: drawn.vagueNamesFigure },
    irate: { ...plain('irate'), refusals: Math.round(drawn.irateRefusals) },
    willNotPay: plain('willNotPay'),
    hardship: { ...plain('hardship'), namesFigure: drawn.hardshipNamesFigure },
    forgedEvidence: { ...plain('forgedEvidence'), shown: { min: drawn.forgedMin, max: drawn.forgedMax } },
    jobLossMidChat: { ...plain('jobLossMidChat'), afterMessages: Math.round(drawn.jobLossAfter) },
    alreadyPaid: plain('alreadyPaid'),
    disputer: plain('disputer'),
    wrongPerson: plain('wrongPerson'),
    cashRich: {
      ...plain('cashRich'),
      capacityShare: { min: 0.005, max: drawn.cashRichCapacityMax },
      cashShare: { min: 0.3, max: drawn.cashRichCashMax },
    },
    yearEnd: { ...plain('yearEnd'), waitsMonths: { min: 1, max: 4 } },
    interestOnly: { ...plain('interestOnly'), offered: { min: 0.003, max: 0.01 } },
    changesMind: { ...plain('changesMind'), stated: { min: drawn.changesMindMin, max: drawn.changesMindMax } },
    contradicts: { ...plain('contradicts'), stated: { min: drawn.contradictsMin, max: 0.9 } },
    irateLeaver: plain('irateLeaver'),
    countsOnly: plain('countsOnly'),
    datesOnly: plain('datesOnly'),
    tokenPayer: { ...plain('tokenPayer'), token: { min: 1_000, max: 30_000 } },
    leavesRoom: { ...plain('leavesRoom'), accepts: { min: 0.4, max: 0.8 } },
    totalMinded: plain('totalMinded'),
    twoCounters: plain('twoCounters'),
    misjudges: { ...plain('misjudges'), off: { min: 0.3, max: 0.5 } },
    otherPapers: { ...plain('otherPapers'), shown: { min: 0.5, max: 1.6 } },
    delays: { ...plain('delays'), waitsMonths: { min: 1, max: 3 } },
    wideRange: { ...plain('wideRange'), below: { min: 0.2, max: 0.5 } },
  };
}

function drawEvidence(random: Random): Population['evidence'] {
  const drawn = drawAll(random, evidenceRanges);
  return { ...drawn, salaryCredits: Math.round(drawn.salaryCredits) };
}

function drawValue(random: Random, kind: WorldKind): Population['value'] {
  const drawn = drawAll(random, { ...valueRanges.middle, ...valueRanges[kind] });
  const bandEnds = [30, 90, 180, 360, 36_500];
  return {
    discountPerMonth: drawn.discountPerMonth,
    hazard: {
      base: drawn.hazardBase,
      strain: drawn.strain,
      strainAt: drawn.strainAt,
      width: drawn.width,
      volatilityWeight: drawn.volatilityWeight,
    },
    recovery: drawn.recovery,
    lagMonths: Math.round(drawn.lagMonths),
    withoutAgreement: bandEnds.map((daysPastDueMax, band) => ({
      daysPastDueMax,
      recovery: drawn.withoutAgreement * drawn.withoutAgreementFalls ** band,
    })),
  };
}

/** The kind of world that a seed stands for: 1 to 5 are the five kinds in order, and so on. */
export const worldKindOf = (seed: number): WorldKind =>
  worldKinds[(seed + worldKinds.length - 1) % worldKinds.length] ?? 'middle';

/** The population that this seed stands for; the same seed gives the same one everywhere. `seed` is a whole number from 0. */
export function drawPopulation(seed: number): Population {
  const kind = worldKindOf(seed);
  const part = (number: number) => randomFrom(seed, drawnStream, number);
  return {
    version: `random:${seed} (${kind})`,
    account: drawAccount(part(1)),
    person: drawPerson(part(2)),
    evidence: drawEvidence(part(3)),
    behaviours: drawBehaviours(part(4), part(6)),
    value: drawValue(part(5), kind),
  };
}
