// Why a customer may be granted relief, once a document proves it.
import { z } from 'zod';

export const reliefReasonSchema = z.enum([
  'unemployed',
  'illness',
  'accident',
  'disaster',
  'bereavement',
  'incomeLoss',
]);
export type ReliefReason = z.infer<typeof reliefReasonSchema>;
