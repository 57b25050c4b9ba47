// The bank itself is data: its name, hours, lines and channels. The shipped data/policy/bank.json is an invented bank.
import { z } from 'zod';

/** True for a zone of the IANA database that this machine knows. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const bilingual = z.strictObject({ 'zh-CN': z.string().min(1), 'en-US': z.string().min(1) });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A number that people call. */
const line = z.string().regex(/^[\d+() -]{3,30}$/, 'is not a phone number');

export const bankProfileSchema = z.strictObject({
  name: bilingual,
  timeZone: z.string().refine(isTimeZone, 'is not a time zone such as Asia/Shanghai'),
  hotline: line,
  /** The bank's own ways to repay, as approved text. */
  repayChannels: bilingual,
  officeHours: z
    .strictObject({ days: z.array(z.number().int().min(1).max(7)).min(1), opens: clock, closes: clock })
    .refine(({ opens, closes }) => opens < closes, { path: ['closes'], message: 'must be later than opens' }),
  complaintDays: z.number().int().positive().max(366),
  /** A complaint's term once it was found to be complex, and the longest; each counted from its first day. */
  complaintComplexDays: z.number().int().positive().max(366),
  complaintHardCaseDays: z.number().int().positive().max(366),
  disputeDays: z.number().int().positive().max(366),
  /** Days in which a wish for one's own data is answered; thirty at most (GB/T 35273-2020, 8.7). */
  dataRightDays: z.number().int().positive().max(30),
  hardshipHoldDays: z.number().int().positive().max(366),
  hardshipEvidence: bilingual,
  /** Where papers can be handed in, a line for each way. */
  papers: bilingual,
  lines: z.strictObject({
    regulator: line,
    centralBank: line,
    lifeline: line,
    medical: line,
    police: line,
    /** Public services, which lead to relief in kind where somebody has nothing to eat. */
    assistance: line,
  }),
  /** One-time codes: how long one is good for, wrong tries against one, and limits for a customer over all conversations. */
  code: z.strictObject({
    validMinutes: z.number().int().positive().max(10),
    failuresMax: z.number().int().positive().max(100),
    failuresPerDayMax: z.number().int().positive().max(1000),
    sentPerHourMax: z.number().int().positive().max(100),
    sentPerDayMax: z.number().int().positive().max(1000),
  }),
  documentLinkHours: z.number().int().positive().max(8760),
  colours: z.strictObject({
    primary: z.string().regex(/^#[0-9a-f]{6}$/i),
    onPrimary: z.string().regex(/^#[0-9a-f]{6}$/i),
  }),
  agencies: z.array(
    z.strictObject({
      agencyId: z.string().min(1),
      name: bilingual,
      phone: line,
      authorisedFrom: z.iso.date(),
      authorisedUntil: z.iso.date(),
      suspended: z.boolean(),
      scope: bilingual,
    }),
  ),
});
export type BankProfile = z.infer<typeof bankProfileSchema>;
