// What the daily job is handed: the store, the bank's calendar, and how long things are kept.
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { Instant } from '../../../data/domain/calendar/instant';
import type { ContactRules } from '../../../data/domain/conduct/contactRules';
import type { DocumentStore } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';
import type { SealedFiles } from '../../../data/store/sealed/sealedFiles';
import type { ShippedData } from '../../config/shippedData';
import { sweepFiles } from '../../documents/evidence/sweepFiles';
import type { DailyParts } from './step';

/** The longest year: what is kept for years is never removed a day early. */
const daysOfYear = 366;

export function dailyPartsOf(
  parts: {
    readonly store: DocumentStore;
    readonly repositories: Repositories;
    readonly data: Pick<ShippedData, 'bank' | 'retention' | 'contract' | 'outreach'>;
    clock(): Instant;
    readonly files: Pick<SealedFiles, 'list' | 'remove'>;
  },
  contactRulesOn: (day: CalendarDate) => ContactRules,
): DailyParts {
  const { store, repositories, data, clock, files } = parts;
  return {
    store,
    repositories,
    timeZone: data.bank.timeZone,
    contract: data.contract,
    retention: data.retention,
    outreach: data.outreach,
    contactDaysOn: (day) => contactRulesOn(day).keepYears * daysOfYear,
    clock,
    sweepFiles: () => sweepFiles(files, repositories, clock()),
  };
}
