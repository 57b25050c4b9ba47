// A cardholder as the bank knows them.
import { z } from 'zod';
import { localeSchema } from './customerTurn';

export const customerSchema = z.object({
  customerId: z.string().min(1),
  /** Last four characters of the identity document; compared, never shown. */
  idTail: z.string().regex(/^\d{3}[\dX]$/),
  locale: localeSchema,
  accountIds: z.array(z.string()).min(1),
  /** The registered phone, for one-time codes and reminders; masked wherever it is shown. */
  phone: z.string(),
  displayName: z.string(),
});
export type Customer = z.infer<typeof customerSchema>;

/** Six digits are never shown again: 138****0001. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
