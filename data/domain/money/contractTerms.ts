// The card contract's own figures: grace, minimum due, late charge, and from which day payments lower the principal first.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { type Fen, fenSchema } from './money';

/** Where a figure comes from, and whether the bank's counsel should still confirm it. */
export const sourcedSchema = z.object({
  source: z.string().min(1),
  asOf: calendarDateSchema,
  confirmed: z.boolean(),
});

export const contractTermsSchema = z.object({
  /** Days after the due date within which a payment still counts as on time. */
  graceDays: z.number().int().min(0).max(31),
  /** A minimum payment that is short by no more than this counts as paid, in fen. */
  graceShortfallFen: fenSchema,
  /** Late charge as a share of the unpaid part of the minimum due. */
  lateChargeShare: z.number().min(0).max(0.05),
  /** Part of the principal in the minimum due; interest, fees and earlier unpaid minimums are due in full. */
  minimumPrincipalShare: z.number().gt(0).max(1),
  /** The least that a minimum due is while that much is owed, in fen. */
  minimumDueFloorFen: fenSchema,
  /** First day past due on which a payment goes to the principal before interest and fees. */
  principalFirstFromDay: z.number().int().min(1).max(91),
  sources: z.record(z.string(), sourcedSchema),
});
export type ContractTerms = Omit<z.infer<typeof contractTermsSchema>, 'sources'>;

const yuan: Fen = 100;

/**
 * The terms that most mainland contracts share. Grace: China Banking Association self-regulation. Late charge: PBoC
 * 银发〔2016〕111号. Allocation from day 91: 商业银行信用卡业务监督管理办法 Art. 57. `data/policy/contractTerms.json` holds
 * the bank's own.
 */
export const commonContractTerms: ContractTerms = {
  graceDays: 3,
  graceShortfallFen: 10 * yuan,
  lateChargeShare: 0.05,
  minimumPrincipalShare: 0.1,
  minimumDueFloorFen: 100 * yuan,
  principalFirstFromDay: 91,
};
