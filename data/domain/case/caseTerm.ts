// How long a case may take. A complaint has three terms, each counted from its first day: the common one, that of a complex case and
// the exceptional one; nothing else is put off.
import type { BankProfile } from '../bank/bankProfile';
import { addDays, type CalendarDate } from '../calendar/calendar';
import type { CaseRecord } from './case';

export type ComplaintTerms = Pick<BankProfile, 'complaintDays' | 'complaintComplexDays' | 'complaintHardCaseDays'>;

/** The day by which it is answered once it is put off; null where the law gives no more time, and for anything but a complaint. */
export function nextTerm(
  { kind, dueOn }: Pick<CaseRecord, 'kind' | 'dueOn'>,
  openedOn: CalendarDate,
  { complaintDays, complaintComplexDays, complaintHardCaseDays }: ComplaintTerms,
): CalendarDate | null {
  if (kind !== 'complaint') return null;
  const terms = [complaintDays, complaintComplexDays, complaintHardCaseDays].map((days) => addDays(openedOn, days));
  return terms.find((day) => day > dueOn) ?? null;
}
