// A one-time code as it is remembered: only its salted hash, how long it is good for, and how often it was mistyped.
import { z } from 'zod';
import { type Instant, instantSchema } from '../../calendar/instant';

export const oneTimeCodeSchema = z.object({
  /** The message that carried it to the phone: names the code in records, and says nothing of its digits. */
  codeId: z.string().min(1),
  hash: z.string(),
  salt: z.string(),
  sentAt: instantSchema,
  expiresAt: instantSchema,
  /** Wrong digits typed against this code. */
  failures: z.number().int().nonnegative(),
});
export type OneTimeCode = z.infer<typeof oneTimeCodeSchema>;

/** True from the moment it was sent until it expires. A clock that was set back makes no code good. */
export const codeIsGood = ({ sentAt, expiresAt }: OneTimeCode, now: Instant): boolean =>
  Date.parse(now) >= Date.parse(sentAt) && Date.parse(now) <= Date.parse(expiresAt);
