// The bank itself is data: its name, hours, lines and channels. The shipped data/policy/bank.json is an invented bank.
import { z } from 'zod';

const bilingual = z.object({ 'zh-CN': z.string().min(1), 'en-US': z.string().min(1) });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const bankProfileSchema = z.object({
  name: bilingual,
  timeZone: z.string().min(1),
  hotline: z.string().min(3),
  /** The bank's own ways to repay, as approved text. */
  repayChannels: bilingual,
  officeHours: z.object({ days: z.array(z.number().int().min(1).max(7)), opens: clock, closes: clock }),
  complaintDays: z.number().int().positive(),
  complaintHardCaseDays: z.number().int().positive(),
  disputeDays: z.number().int().positive(),
  hardshipHoldDays: z.number().int().positive(),
  hardshipEvidence: bilingual,
  lines: z.object({
    regulator: z.string(),
    centralBank: z.string(),
    lifeline: z.string(),
    medical: z.string(),
    police: z.string(),
  }),
  /** One-time codes: how long one is good for, wrong tries against one, and limits for a customer over all conversations. */
  code: z.object({
    validMinutes: z.number().int().positive().max(10),
    failuresMax: z.number().int().positive(),
    failuresPerDayMax: z.number().int().positive(),
    sentPerHourMax: z.number().int().positive(),
    sentPerDayMax: z.number().int().positive(),
  }),
  documentLinkHours: z.number().int().positive(),
  colours: z.object({ primary: z.string().regex(/^#[0-9a-f]{6}$/i), onPrimary: z.string().regex(/^#[0-9a-f]{6}$/i) }),
  agencies: z.array(
    z.object({
      agencyId: z.string(),
      name: bilingual,
      phone: z.string(),
      authorisedFrom: z.iso.date(),
      authorisedUntil: z.iso.date(),
      suspended: z.boolean(),
      scope: bilingual,
    }),
  ),
});
export type BankProfile = z.infer<typeof bankProfileSchema>;
