// What the console is built of; made once in console.ts and handed to each area's handlers.

import type { Instant } from '../../data/domain/calendar/instant';
import type { AppendOperation, DocumentStore } from '../../data/store/documentStore';
import type { Repositories } from '../../data/store/repositories';
import type { AuditRecord } from '../../data/store/repositories/audit';
import type { ShippedData } from '../compose/shippedData';
import type { Log } from '../ops/log';
import type { Call } from './console/frame/call';

export interface ConsoleBase {
  readonly store: DocumentStore;
  readonly repositories: Repositories;
  readonly data: ShippedData;
  readonly log: Log;
  clock(): Instant;
}

/** One line of the audit log about something that a colleague did. */
export function staffEvent(
  who: Pick<Call, 'username' | 'now'>,
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
  { repositories }: Pick<ConsoleBase, 'repositories'>,
  ...event: Parameters<typeof staffEvent>
): AppendOperation => repositories.audit.appendOperation(staffEvent(...event));
