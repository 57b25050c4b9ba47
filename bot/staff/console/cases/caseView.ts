// A case as the console shows it: what the contract names, and the days until its time limit.
import { type CalendarDate, daysBetween } from '../../../../data/domain/calendar/calendar';
import type { CaseRecord } from '../../../../data/domain/case/case';
import type { Kept } from '../../../../data/store/repositories/repository';
import type { CaseView } from '../../contract/cases';

export function caseViewOf({ record, version }: Kept<CaseRecord>, today: CalendarDate): CaseView {
  const { closed, ...rest } = record;
  return {
    ...rest,
    daysLeft: daysBetween(today, record.dueOn),
    outcome: closed?.outcome ?? null,
    closedAt: closed?.at ?? null,
    closedBy: closed?.by ?? null,
    version,
  };
}
