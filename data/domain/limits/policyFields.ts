// The fields of the offer limits, each with its bounds, unit, step and words in both languages beside it: the schema
// that the console's form, the check on load and the documentation are all drawn from.
import { z } from 'zod';
import { legalCeilings } from '../money/legalCeilings';
import { fenSchema } from '../money/money';
import { instalmentMethodSchema } from '../offer/offer';
import { reliefReasonSchema } from '../offer/reliefReason';
import words from './policyWords.json';

type Unit = 'fen' | 'days' | 'seconds' | 'months' | 'share' | 'count' | 'sharePerMonth';
type WordKey = keyof typeof words;

/** Attaches title and description (English, and Chinese under `zh`), unit and step to a field. */
function field<T extends z.ZodType>(schema: T, key: WordKey, unit?: Unit, step?: number): T {
  const { en, zh } = words[key];
  return schema.meta({ title: en.title, description: en.description, zh, unit, step });
}

const share = z.number().min(0).max(1);
const days = z.number().int().min(0).max(36500);
const count = z.number().int().min(0).max(100);
const months = z.number().int().min(1).max(legalCeilings.instalmentCountMax);
const interestBearing = z.enum(legalCeilings.interestBearing, {
  error:
    'only principal and interest may bear interest in a plan: fees and late charges never can (PBoC notice 111 of 2016)',
});
const monthlyRate = z.number().min(0).max(0.05);

const reliefNeedSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('evidence'),
    reasons: field(z.array(reliefReasonSchema).min(1), 'relief.reasons'),
  }),
  z.strictObject({
    kind: z.literal('downPayment'),
    downPaymentShareMin: field(share, 'relief.downPaymentShareMin', 'share', 0.01),
  }),
  z.strictObject({
    kind: z.literal('shorterTerm'),
    instalmentCountMax: field(months, 'relief.instalmentCountMax', 'months', 1),
  }),
]);

export const reliefRuleSchema = z.strictObject({
  reliefRuleId: field(z.string().min(1), 'relief.reliefRuleId'),
  title: field(z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }), 'relief.title'),
  needs: field(reliefNeedSchema, 'relief.needs'),
  feeWaiverShare: field(share, 'relief.feeWaiverShare', 'share', 0.01),
  interestWaiverShare: field(share, 'relief.interestWaiverShare', 'share', 0.01),
  /** Monthly rate instead of the listed one; null leaves the rate. */
  monthlyRate: field(monthlyRate.nullable(), 'relief.monthlyRate', 'sharePerMonth', 0.0001),
});
export type ReliefRule = z.infer<typeof reliefRuleSchema>;

export const segmentSchema = z.strictObject({
  segmentId: field(z.string().min(1), 'segment.segmentId'),
  daysPastDueMin: field(days, 'segment.daysPastDueMin', 'days', 1),
  daysPastDueMax: field(days, 'segment.daysPastDueMax', 'days', 1),
  balanceFenMin: field(fenSchema, 'segment.balanceFenMin', 'fen', 10000),
  balanceFenMax: field(fenSchema, 'segment.balanceFenMax', 'fen', 10000),
  /** Products that this segment is for; empty means all. */
  products: field(z.array(z.string().min(1)), 'segment.products'),
  instalmentCounts: field(z.array(months).min(1).max(60), 'segment.instalmentCounts', 'months', 1),
  methods: field(z.array(instalmentMethodSchema).min(1), 'segment.methods'),
  instalmentFenMin: field(fenSchema, 'segment.instalmentFenMin', 'fen', 100),
  monthlyRateList: field(monthlyRate, 'segment.monthlyRateList', 'sharePerMonth', 0.0001),
  monthlyRateFloor: field(monthlyRate, 'segment.monthlyRateFloor', 'sharePerMonth', 0.0001),
  downPaymentShareMin: field(share, 'segment.downPaymentShareMin', 'share', 0.01),
  downPaymentShareMax: field(share, 'segment.downPaymentShareMax', 'share', 0.01),
  /** Shares tried unasked; a down payment that the customer names may lie between. */
  downPaymentShares: field(z.array(share).min(1), 'segment.downPaymentShares', 'share', 0.01),
  firstPaymentDaysMin: field(days.max(180), 'segment.firstPaymentDaysMin', 'days', 1),
  deferMonthsMax: field(z.number().int().min(0).max(24), 'segment.deferMonthsMax', 'months', 1),
  /** Deferrals tried; each from 0 to deferMonthsMax is allowed when asked for. */
  reliefRuleIds: field(z.array(z.string()), 'segment.reliefRuleIds'),
});
export type Segment = z.infer<typeof segmentSchema>;

const authorityTierSchema = z.strictObject({
  instalmentCountMax: field(months, 'authority.instalmentCountMax', 'months', 1),
  balanceFenMax: field(fenSchema, 'authority.balanceFenMax', 'fen', 10000),
  feeWaiverShareMax: field(share, 'authority.feeWaiverShareMax', 'share', 0.01),
  interestWaiverShareMax: field(share, 'authority.interestWaiverShareMax', 'share', 0.01),
  monthlyRateMin: field(monthlyRate, 'authority.monthlyRateMin', 'sharePerMonth', 0.0001),
});

export const policyFieldsSchema = z.strictObject({
  version: field(z.string().min(1), 'version'),
  effectiveFrom: field(z.iso.date(), 'effectiveFrom'),
  excludedProducts: field(z.array(z.string().min(1)), 'excludedProducts'),
  balanceFenMin: field(fenSchema, 'balanceFenMin', 'fen', 10000),
  balanceFenMax: field(fenSchema, 'balanceFenMax', 'fen', 10000),
  daysPastDueMin: field(days, 'daysPastDueMin', 'days', 1),
  brokenArrangementsMax: field(count, 'brokenArrangementsMax', 'count', 1),
  roundsMax: field(z.number().int().min(1).max(30), 'roundsMax', 'count', 1),
  quoteValidDays: field(z.number().int().min(1).max(60), 'quoteValidDays', 'days', 1),
  dueDayDefault: field(z.number().int().min(1).max(28), 'dueDayDefault', 'count', 1),
  dueDayMax: field(z.number().int().min(1).max(31), 'dueDayMax', 'count', 1),
  downPaymentStepFen: field(fenSchema.min(1), 'downPaymentStepFen', 'fen', 100),
  reliefToClose: field(z.boolean(), 'reliefToClose'),
  /** Versions saved before these two fields existed read as the law and the house have it. */
  interestBearing: field(z.array(interestBearing).default([...legalCeilings.interestBearing]), 'interestBearing'),
  readingSeconds: field(z.number().int().min(0).max(600).default(10), 'readingSeconds', 'seconds', 1),
  promise: z.strictObject({
    daysMax: field(days, 'promise.daysMax', 'days', 1),
    shareMin: field(share, 'promise.shareMin', 'share', 0.01),
  }),
  evidence: z.strictObject({
    statedShareMax: field(share, 'evidence.statedShareMax', 'share', 0.01),
    documentedShareMax: field(share, 'evidence.documentedShareMax', 'share', 0.01),
    salaryShare: field(share, 'evidence.salaryShare', 'share', 0.01),
    salaryCreditsMin: field(count, 'evidence.salaryCreditsMin', 'count', 1),
  }),
  authority: z.strictObject({ assistant: authorityTierSchema, supervisor: authorityTierSchema }),
  reliefRules: field(z.array(reliefRuleSchema), 'reliefRules'),
  segments: field(z.array(segmentSchema).min(1).max(50), 'segments'),
});
export type PolicyFields = z.infer<typeof policyFieldsSchema>;
