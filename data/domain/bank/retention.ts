// How long records are kept, as data: a day longer and the daily job removes them. Accounts, promises and agreements stay
// with the account, and the audit log is never shortened.
import { z } from 'zod';

const days = (min: number, max = 36_500) => z.number().int().min(min).max(max);

export const retentionRulesSchema = z.strictObject({
  /** What was answered to each message, for channels that deliver one again; counted from the day of the turn. */
  turnRecordDays: days(2),
  /** Short messages that left for a phone, from the day they were sent. */
  shortMessageDays: days(1),
  /** Failed attempts to verify, to sign in and to type a code, from their day. Limits by day need them until it is over. */
  attemptDays: days(2),
  /** Offers that nobody can accept any more, from their last day. */
  expiredQuoteDays: days(0),
  /** Conversations with the bank's people, from the day they ended. Contact is recorded and kept at least two years. */
  deskConversationDays: days(730),
  /** Cases, from the day they were closed; at least as long as contact. */
  closedCaseDays: days(730),
  /**
   * Accounts, signed agreements and the papers they rest on, from the day on which nothing is owed any more. Five years, as
   * for records under the rules against money laundering; the bank's counsel confirms.
   */
  settledDebtDays: days(730),
  /** What became of each file of the book, from its day. */
  importDays: days(30),
  /** What the daily job did, from its day; its newest days tell where it goes on. */
  dailyRunDays: days(30),
});
export type RetentionRules = z.infer<typeof retentionRulesSchema>;
