// The card contract's own figures: grace, minimum due and late charge. The bank's are in data/policy/contractTerms.json.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { type Fen, fenSchema } from './money';

/** Where a figure comes from, and whether the bank's counsel should still confirm it. */
export const sourcedSchema = z.strictObject({
  source: z.string().min(1),
  asOf: calendarDateSchema,
  confirmed: z.boolean(),
});

const sourcedFields = [
  'graceDays',
  'graceShortfallFen',
  'lateChargeShare',
  'minimumPrincipalShare',
  'minimumDueFloorFen',
] as const;

/** Schema of data/policy/contractTerms.json: every figure with its source, and nothing that is not known. */
export const contractTermsSchema = z.strictObject({
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
  sources: z.record(z.enum(sourcedFields), sourcedSchema),
});
export type ContractTerms = Omit<z.infer<typeof contractTermsSchema>, 'sources'>;

const yuan: Fen = 100;

/**
 * The terms that most mainland contracts share. Grace: China Banking Association self-regulation. Late charge: PBoC
 * 银发〔2016〕111号. The bank's own are read at start; these stand where no bank is at hand.
 */
export const commonContractTerms: ContractTerms = {
  graceDays: 3,
  graceShortfallFen: 10 * yuan,
  lateChargeShare: 0.05,
  minimumPrincipalShare: 0.1,
  minimumDueFloorFen: 100 * yuan,
};
