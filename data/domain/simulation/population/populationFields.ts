// The fields of a population file: every parameter of the simulated customers and of what a plan is worth.
import { z } from 'zod';
import { fenSchema } from '../../money/money';

const share = z.number().min(0).max(1);
const spread = z.number().min(0).max(3);
const factor = z.number().positive().max(10);
const months = z.number().int().min(0).max(60);
const turns = z.number().int().min(0).max(20);

/** A span of which the low end must not lie above the high one. */
const span = (item: z.ZodNumber) =>
  z.strictObject({ min: item, max: item }).refine(({ min, max }) => min <= max, 'min is above max');

const daysBandSchema = z.strictObject({
  share,
  min: z.number().int().min(0).max(36500),
  max: z.number().int().min(0).max(36500),
});

const accountSchema = z.strictObject({
  /** Lognormal, cut off at both ends; fen. */
  balance: z.strictObject({ medianFen: fenSchema.min(1), sigma: spread, minFen: fenSchema.min(1), maxFen: fenSchema }),
  /** Parts of the balance that are interest and fees. */
  interestShare: span(share),
  feeShare: span(share),
  daysPastDue: z.array(daysBandSchema).min(1),
  product: z.string().min(1),
  /** Share of customers with one broken arrangement behind them. */
  brokenOnceShare: share,
  /** Share of customers for whom accepted documents prove a reason for relief. */
  documentedReasonShare: share,
});

const personSchema = z.strictObject({
  /** True monthly capacity as a share of the balance, lognormal. */
  capacityShare: z.strictObject({ median: factor, sigma: spread }),
  /** Money for a first payment: who has some, up to which share of the balance, and who names it unasked. */
  lumpSum: z.strictObject({ share, shareOfBalanceMax: share, namedUnasked: share, namedWhenStuck: share }),
  /** Swing of monthly income, share. */
  volatility: span(z.number().min(0).max(2)),
  /** Menus that a customer answers with a figure before leaving. */
  patience: span(turns),
  /** 1 looks at the instalment alone, 0 at the total alone. */
  lambda: span(share),
  /** How much a total dearer by the whole balance weighs against an instalment of the whole capacity. */
  totalWeight: z.number().min(0).max(100),
  /** Who opens with a figure, who says "at most", who names a range (and how far below the figure it starts). */
  opensWithFigure: share,
  saysAtMost: share,
  namesRange: z.strictObject({ share, below: share }),
  /** Error of an honest statement: spread of the logarithm. */
  statementNoise: spread,
  namesPayday: share,
});

const evidenceSchema = z.strictObject({
  /** Who has any, and which part of them documents; the others have salary credits. */
  share,
  documentedShare: share,
  /** Evidence = capacity × bias × lognormal error. */
  bias: factor,
  documentedSigma: spread,
  salarySigma: spread,
  salaryCredits: z.number().int().min(0).max(60),
  /** Share of salary that is capacity, by which capacity is turned into salary credits. */
  capacityShareOfSalary: share.min(0.01),
});

const plain = z.strictObject({ share });
const behavioursSchema = z.strictObject({
  truthful: plain,
  /** States and accepts up to this multiple of capacity. */
  overPromiser: z.strictObject({ share, stated: span(factor) }),
  /** States and accepts this part of capacity, and a little more each turn. */
  lowBaller: z.strictObject({ share, stated: span(factor), risePerTurn: share }),
  haggler: z.strictObject({ share, refusals: turns }),
  vague: z.strictObject({ share, namesFigureWhenAskedAgain: share }),
  irate: z.strictObject({ share, refusals: turns }),
  willNotPay: plain,
  hardship: z.strictObject({ share, namesFigure: share }),
  /** Documents show this part of capacity, and so does the statement. */
  forgedEvidence: z.strictObject({ share, shown: span(factor) }),
  jobLossMidChat: z.strictObject({ share, afterMessages: z.number().int().min(1).max(2) }),
  alreadyPaid: plain,
  disputer: plain,
  wrongPerson: plain,
  /** Rich in cash and poor in income: a month's capacity and the cash at hand, as shares of the balance. */
  cashRich: z
    .strictObject({ share, capacityShare: span(factor), cashShare: span(share) })
    .default({ share: 0, capacityShare: { min: 0.006, max: 0.016 }, cashShare: { min: 0.3, max: 0.7 } }),
  /** Has money once a year: states a year's sum, and asks for so many months before the first instalment. */
  yearEnd: z
    .strictObject({ share, waitsMonths: span(z.number().int().min(1).max(12)) })
    .default({ share: 0, waitsMonths: { min: 1, max: 3 } }),
  /** Offers a month's interest at first, this share of the balance; what there is after the first counter. */
  interestOnly: z
    .strictObject({ share, offered: span(share) })
    .default({ share: 0, offered: { min: 0.003, max: 0.01 } }),
  /** The first figure is this multiple of capacity; the next one is right. */
  changesMind: z.strictObject({ share, stated: span(factor) }).default({ share: 0, stated: { min: 0.5, max: 1.8 } }),
  /** Figures that contradict each other: as far below capacity as the next one is above it. */
  contradicts: z.strictObject({ share, stated: span(share) }).default({ share: 0, stated: { min: 0.5, max: 0.8 } }),
  /** Irate, and gone at the first thing that does not fit. */
  irateLeaver: plain.default({ share: 0 }),
  /** Speaks of numbers of months alone, or of days alone. */
  countsOnly: plain.default({ share: 0 }),
  datesOnly: plain.default({ share: 0 }),
  /** Names what there is, and accepts no instalment above this share of it. */
  leavesRoom: z.strictObject({ share, accepts: span(share) }).default({ share: 0, accepts: { min: 0.4, max: 0.8 } }),
  /** Looks at the total and hardly at the instalment. */
  totalMinded: plain.default({ share: 0 }),
  /** Leaves after two counters. */
  twoCounters: plain.default({ share: 0 }),
  /** Is wrong about what there is by this share of it, below or above, and signs by what there is. */
  misjudges: z.strictObject({ share, off: span(share) }).default({ share: 0, off: { min: 0.3, max: 0.5 } }),
  /** Speaks the truth, and documents show this multiple of it. */
  otherPapers: z.strictObject({ share, shown: span(factor) }).default({ share: 0, shown: { min: 0.5, max: 1.6 } }),
  /** Asks for so many months before the first instalment, whatever is offered first. */
  delays: z
    .strictObject({ share, waitsMonths: span(z.number().int().min(1).max(12)) })
    .default({ share: 0, waitsMonths: { min: 1, max: 3 } }),
  /** Names a range that begins so far below its upper end. */
  wideRange: z.strictObject({ share, below: span(share) }).default({ share: 0, below: { min: 0.2, max: 0.5 } }),
  /** Wants to pay a token and never more; fen a month. */
  tokenPayer: z
    .strictObject({ share, token: span(fenSchema.min(100)) })
    .default({ share: 0, token: { min: 2000, max: 20000 } }),
});

const valueSchema = z.strictObject({
  /** Bank's discount a month (δ). */
  discountPerMonth: z.number().min(0).max(0.1),
  /** Chance a month that a plan breaks: base + strain / (1 + exp(−(a/c·(1 + σ·volatilityWeight) − strainAt) / width)). */
  hazard: z.strictObject({
    base: share,
    strain: share,
    strainAt: factor,
    width: z.number().positive().max(2),
    volatilityWeight: z.number().min(0).max(2),
  }),
  /** φ and its lag: what comes back of the principal outstanding when a plan breaks. */
  recovery: share,
  lagMonths: months,
  /** γ: what comes back with no agreement, by days past due; the last band has no end. */
  withoutAgreement: z
    .array(z.strictObject({ daysPastDueMax: z.number().int().min(0).max(36500), recovery: share }))
    .min(1),
});

export const populationFieldsSchema = z.strictObject({
  account: accountSchema,
  person: personSchema,
  evidence: evidenceSchema,
  behaviours: behavioursSchema,
  value: valueSchema,
});
export type PopulationFields = z.infer<typeof populationFieldsSchema>;
