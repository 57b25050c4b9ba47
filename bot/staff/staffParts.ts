// What every room of the staff's side is handed: store, data, clock, and who of the bank's people is acting.

import type { StaffRecord } from '../../data/domain/bank/staff';
import type { CalendarDate } from '../../data/domain/calendar/calendar';
import type { Instant } from '../../data/domain/calendar/instant';
import type { AppendOperation, DocumentStore } from '../../data/store/documentStore';
import type { Repositories } from '../../data/store/repositories';
import type { AuditRecord } from '../../data/store/repositories/audit';
import type { ShippedData } from '../config/shippedData';
import type { Log } from '../ops/log';

/** The colleague who acts, and when. */
export interface Who {
  readonly username: string;
  readonly person: StaffRecord;
  readonly now: Instant;
  /** Day of `now` in the bank's time zone. */
  readonly today: CalendarDate;
}

export interface StaffParts {
  readonly store: DocumentStore;
  readonly repositories: Repositories;
  readonly data: ShippedData;
  readonly log: Log;
  clock(): Instant;
}

/** One line of the audit log about something that a colleague did. */
export function staffEvent(
  who: Pick<Who, 'username' | 'now'>,
  type: string,
  inputs: Readonly<Record<string, unknown>>,
  decision: Readonly<Record<string, unknown>> = {},
  conversationId = '',
): AuditRecord {
  return {
    type,
    conversationId,
    turnNumber: -1,
    at: who.now,
    customerId: null,
    inputs: { staff: who.username, ...inputs },
    decision: { ...decision },
  };
}

export const staffAudit = (
  { repositories }: Pick<StaffParts, 'repositories'>,
  ...event: Parameters<typeof staffEvent>
): AppendOperation => repositories.audit.appendOperation(staffEvent(...event));
