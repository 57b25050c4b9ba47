// A case as the console shows it: what the contract names, the days until its time limit, and where that could be moved.
import { type CalendarDate, daysBetween, localTime } from '../../../../data/domain/calendar/calendar';
import type { CaseRecord } from '../../../../data/domain/case/case';
import { nextTerm } from '../../../../data/domain/case/caseTerm';
import type { Kept } from '../../../../data/store/repositories/repository';
import type { CaseView } from '../../contract/cases';
import type { StaffParts } from '../../staffParts';

/** The day to which a case may be put off now; null where it may not. */
export const mayExtendTo = (record: CaseRecord, { bank }: StaffParts['data']): CalendarDate | null =>
  record.status === 'closed' ? null : nextTerm(record, localTime(record.openedAt, bank.timeZone).date, bank);

export function caseViewOf(
  { record, version }: Kept<CaseRecord>,
  today: CalendarDate,
  data: StaffParts['data'],
): CaseView {
  const { closed, ...rest } = record;
  return {
    ...rest,
    owner: record.owner ?? null,
    notes: record.notes ?? [],
    daysLeft: daysBetween(today, record.dueOn),
    mayExtendTo: mayExtendTo(record, data),
    outcome: closed?.outcome ?? null,
    closedAt: closed?.at ?? null,
    closedBy: closed?.by ?? null,
    version,
  };
}
