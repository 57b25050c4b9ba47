// From where the parameters of a drawn population come: one range for each. All of them are invented, and wide on purpose:
// they were set down before any bargaining was measured in them, from orders of magnitude that are public (cash rates and
// card interest, recoveries that fall with age, households that can spare a few percent of a debt a month), and they stay.

/** Lowest and highest value of a parameter. */
export type Range = readonly [low: number, high: number];

/** What the households and the bank's money are like; drawn populations take the five in turn. */
export const worldKinds = ['middle', 'fragile', 'calm', 'lowRecovery', 'highBaseline'] as const;
export type WorldKind = (typeof worldKinds)[number];

export const accountRanges = {
  /** Typical balance in yuan, drawn evenly on a logarithmic scale. */
  balanceMedianYuan: [6_000, 60_000],
  balanceSigma: [0.5, 1.1],
  interestShareMin: [0.01, 0.05],
  interestShareMax: [0.1, 0.4],
  feeShareMax: [0, 0.15],
  /** Weights of 3–30, 31–90, 91–180 and 181–900 days past due. */
  daysBandWeight: [0.1, 1],
  brokenOnceShare: [0, 0.25],
  documentedReasonShare: [0, 0.12],
} as const satisfies Record<string, Range>;

export const personRanges = {
  /** A month's capacity over the balance, its median drawn evenly on a logarithmic scale. */
  capacityMedian: [0.025, 0.12],
  capacitySigma: [0.3, 0.8],
  lumpShare: [0.1, 0.7],
  lumpOfBalanceMax: [0.1, 0.6],
  lumpNamedUnasked: [0, 0.5],
  lumpNamedWhenStuck: [0, 0.5],
  volatilityMin: [0, 0.2],
  volatilityMax: [0.3, 0.8],
  patienceMin: [1, 2],
  patienceMax: [3, 6],
  lambdaMin: [0, 0.4],
  lambdaMax: [0.6, 1],
  totalWeight: [1, 10],
  opensWithFigure: [0.1, 0.6],
  saysAtMost: [0, 0.5],
  rangeShare: [0, 0.3],
  rangeBelow: [0.05, 0.35],
  statementNoise: [0.02, 0.2],
  namesPayday: [0, 0.6],
} as const satisfies Record<string, Range>;

export const evidenceRanges = {
  share: [0, 0.9],
  documentedShare: [0.2, 0.8],
  /** Evidence over capacity: documents that understate, or that flatter. */
  bias: [0.75, 1.35],
  documentedSigma: [0.1, 0.4],
  salarySigma: [0.15, 0.5],
  salaryCredits: [3, 12],
  capacityShareOfSalary: [0.2, 0.45],
} as const satisfies Record<string, Range>;

/** Weight of each behaviour before the weights are made to sum to 1. */
export const behaviourWeights = {
  truthful: [0.15, 0.5],
  overPromiser: [0.03, 0.3],
  lowBaller: [0.03, 0.3],
  haggler: [0.02, 0.2],
  vague: [0.01, 0.12],
  irate: [0.01, 0.08],
  willNotPay: [0.02, 0.1],
  hardship: [0.02, 0.12],
  forgedEvidence: [0, 0.05],
  jobLossMidChat: [0.005, 0.04],
  alreadyPaid: [0.005, 0.03],
  disputer: [0.005, 0.03],
  wrongPerson: [0.005, 0.02],
  cashRich: [0.01, 0.1],
  yearEnd: [0.005, 0.05],
  interestOnly: [0.01, 0.08],
  changesMind: [0.01, 0.08],
  contradicts: [0.01, 0.06],
  irateLeaver: [0.005, 0.04],
  countsOnly: [0.01, 0.1],
  datesOnly: [0.005, 0.05],
  tokenPayer: [0.005, 0.04],
} as const satisfies Record<string, Range>;

/** The same of behaviours that were added later; drawn by themselves, so that the others stayed as they were to one another. */
export const laterBehaviourWeights = {
  leavesRoom: [0.02, 0.12],
  totalMinded: [0.01, 0.08],
  twoCounters: [0.01, 0.1],
  misjudges: [0.02, 0.12],
  otherPapers: [0.01, 0.06],
  delays: [0.01, 0.06],
  wideRange: [0.01, 0.06],
} as const satisfies Record<string, Range>;

export const behaviourRanges = {
  overPromiserMax: [1.2, 2],
  lowBallerMin: [0.3, 0.6],
  lowBallerMax: [0.6, 0.85],
  lowBallerRise: [0.03, 0.2],
  hagglerRefusals: [1, 4],
  irateRefusals: [0, 2],
  vagueNamesFigure: [0.2, 0.8],
  hardshipNamesFigure: [0.2, 0.8],
  forgedMin: [0.3, 0.5],
  forgedMax: [0.5, 0.8],
  jobLossAfter: [1, 2],
  cashRichCapacityMax: [0.01, 0.02],
  cashRichCashMax: [0.4, 0.85],
  changesMindMin: [0.4, 0.9],
  changesMindMax: [1.1, 2],
  contradictsMin: [0.4, 0.7],
} as const satisfies Record<string, Range>;

/** Value to the bank; `middle` holds for every kind of world but for what the kind itself changes. */
export const valueRanges = {
  middle: {
    /** 3.6 % to 20 % a year. */
    discountPerMonth: [0.003, 0.015],
    hazardBase: [0.003, 0.01],
    strain: [0.1, 0.4],
    strainAt: [0.95, 1.15],
    width: [0.04, 0.15],
    volatilityWeight: [0.2, 0.8],
    recovery: [0.12, 0.4],
    lagMonths: [3, 12],
    /** With no agreement: what comes back of a debt of a month, and how much of that is left from one band to the next. */
    withoutAgreement: [0.3, 0.55],
    withoutAgreementFalls: [0.5, 0.85],
  },
  fragile: { hazardBase: [0.008, 0.018], strainAt: [0.8, 0.95] },
  calm: { hazardBase: [0.001, 0.004], strainAt: [1.05, 1.3] },
  lowRecovery: { recovery: [0.02, 0.1] },
  highBaseline: { withoutAgreement: [0.55, 0.75], withoutAgreementFalls: [0.75, 0.92] },
} as const satisfies Record<WorldKind, Record<string, Range>>;
