// dashboard: the numbers of a period, by day, segment, language or policy version.
import { daysBetween } from '../../../../data/domain/calendar/calendar';
import { dashboardQuerySchema } from '../../contract/dashboard';
import { detail, invalid } from '../../problems';
import type { StaffParts } from '../../staffParts';
import { type Call, type Handle, ok } from '../frame/call';
import { collectFacts } from './collect';
import { dashboardOf } from './count';

const daysMax = 366;

async function dashboard(parts: StaffParts, call: Call) {
  const query = call.query(dashboardQuerySchema);
  if (query.to < query.from) throw invalid(detail('to', 'periodReversed'));
  if (daysBetween(query.from, query.to) >= daysMax) throw invalid(detail('to', 'periodTooLong', { days: daysMax }));
  return ok(await dashboardOf(await collectFacts(parts, query, call.today), query));
}

export const dashboardHandlers = (parts: StaffParts) =>
  ({ dashboard: (call) => dashboard(parts, call) }) satisfies Readonly<Record<string, Handle>>;
