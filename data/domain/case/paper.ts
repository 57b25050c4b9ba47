// Kinds of paper that a matter may ask for, as the customer names what was handed in.
import { z } from 'zod';

export const paperSchema = z.enum([
  'dismissal',
  'medical',
  'familyProof',
  'income',
  'disasterProof',
  'deathCertificate',
  'kinship',
  'paymentSlip',
  'disputeProof',
  'policeReport',
  'complaintProof',
  'other',
]);
export type Paper = z.infer<typeof paperSchema>;
