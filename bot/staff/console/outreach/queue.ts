// outreach/queue/…: what waits, what left and what could not; a colleague tries one again or drops it, with a reason.
import type { OutreachRecord } from '../../../../data/domain/outreach/outreachRecord';
import { VersionConflict } from '../../../../data/store/documentStore';
import type { Repositories } from '../../../../data/store/repositories';
import type { Kept } from '../../../../data/store/repositories/repository';
import { contactId } from '../../../outreach/queue/way';
import {
  outreachQueueQuerySchema,
  type QueueAnswer,
  type QueuedMessage,
  type QueuePage,
  queueChangeSchema,
} from '../../contract/outreach';
import { ConsoleProblem, conflict, notFound, problemText } from '../../problems';
import { type StaffParts, staffEvent } from '../../staffParts';
import { type Call, ok } from '../frame/call';
import { shownMessage } from './shownMessage';

const pageSize = 50;

async function shown({ customers }: Repositories, { record, version }: Kept<OutreachRecord>): Promise<QueuedMessage> {
  const { status, why, way, nextAt, sentAt, receipt } = record;
  const customer = await customers.get(record.customerId);
  return { ...shownMessage(record, customer), status, why, way, nextAt, sentAt, receipt, version };
}

export async function queue({ repositories }: StaffParts, call: Call) {
  const { status, after } = call.query(outreachQueueQuerySchema);
  const { items, next } = await repositories.outreach.withStatus(status, { limit: pageSize, after });
  return ok({
    items: await Promise.all(items.map((kept) => shown(repositories, kept))),
    next,
  } satisfies QueuePage);
}

async function keptMessage({ repositories }: StaffParts, key: string): Promise<Kept<OutreachRecord>> {
  const kept = key.length > 400 ? undefined : await repositories.outreach.kept(key);
  if (kept === undefined) throw notFound();
  return kept;
}

/** Changes one message as it was seen; whoever saw an older version is told, and nothing is changed. */
async function change(
  parts: StaffParts,
  call: Call,
  type: 'outreach.retried' | 'outreach.dropped',
  work: (record: OutreachRecord) => OutreachRecord,
) {
  const { repositories, store } = parts;
  const kept = await keptMessage(parts, call.param('key'));
  const { reason, expectedVersion } = await call.body(queueChangeSchema);
  if (kept.version !== expectedVersion) throw conflict({ message: await shown(repositories, kept) });
  const { record } = kept;
  const next = work(record);
  try {
    const [version = 0] = await store.transaction([
      repositories.outreach.putOperation(next, expectedVersion),
      // What did not reach anybody counts against no cap, and another try is a contact of its own.
      ...(next.status === 'waiting' ? [repositories.contacts.removeOperation(contactId(record))] : []),
      repositories.audit.appendOperation({
        ...staffEvent(call, type, { outreachKey: record.key, reason }, { why: record.why }),
        customerId: record.customerId,
      }),
    ]);
    return ok({ message: await shown(repositories, { record: next, version }) } satisfies QueueAnswer);
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    throw conflict({ message: await shown(repositories, await keptMessage(parts, record.key)) });
  }
}

/** One that could not go is tried again from the next sweep on; whether it may go is asked then, as of any other. */
export const retry = (parts: StaffParts, call: Call) =>
  change(parts, call, 'outreach.retried', (record) => {
    if (record.status !== 'dead') throw new ConsoleProblem('wrongStatus');
    if (record.until < call.today) throw new ConsoleProblem('wrongStatus', { message: problemText('outreachOver') });
    return {
      ...record,
      status: 'waiting',
      why: null,
      nextAt: call.now,
      sentAt: null,
      way: null,
      providerId: null,
      receipt: null,
      // A provider has this one already, and would take a second for the first.
      notBy: record.why === 'notDelivered' ? ['text'] : [],
    };
  });

/** Nobody gets it any more. One that is on its way cannot be called back. */
export const drop = (parts: StaffParts, call: Call) =>
  change(parts, call, 'outreach.dropped', (record) => {
    if (record.status !== 'waiting' && record.status !== 'dead') throw new ConsoleProblem('wrongStatus');
    return { ...record, status: 'dropped', why: 'byStaff' };
  });
