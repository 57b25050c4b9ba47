// What those written to in the last days said to it, each customer counted once: what the rule of the pause looks at.
import { addDays, localTime } from '../../../data/domain/calendar/calendar';
import type { OutreachRules } from '../../../data/domain/outreach/outreachRules';
import type { OutreachEcho, OutreachPause } from '../../../data/domain/outreach/pause';
import type { Repositories } from '../../../data/store/repositories';

export interface EchoParts {
  readonly repositories: Repositories;
  readonly rules: OutreachRules;
  readonly timeZone: string;
}

export async function echoOf(
  { resumedAt }: OutreachPause,
  now: string,
  { repositories, rules, timeZone }: EchoParts,
): Promise<OutreachEcho> {
  const from = addDays(localTime(now, timeZone).date, -rules.pause.days);
  const sentAt = new Map<string, string>();
  for await (const { record } of repositories.outreach.allWithStatus('sent')) {
    const { customerId, sentAt: at } = record;
    if (at !== null && at.slice(0, 10) >= from && at > (resumedAt ?? '')) {
      const earliest = sentAt.get(customerId);
      if (earliest === undefined || at < earliest) sentAt.set(customerId, at);
    }
  }
  let stops = 0;
  let complaints = 0;
  for (const [customerId, at] of sentAt) {
    if (await stopped(repositories, customerId, at)) stops += 1;
    if (await complained(repositories, customerId, at)) complaints += 1;
  }
  return { sent: sentAt.size, stops, complaints };
}

async function stopped({ contactPreferences }: Repositories, customerId: string, since: string): Promise<boolean> {
  const wish = await contactPreferences.get(customerId);
  if (wish === undefined) return false;
  return wish.ceased && wish.reason === 'asked' && wish.changedAt > since;
}

async function complained({ cases }: Repositories, customerId: string, since: string): Promise<boolean> {
  const all = await cases.ofCustomer(customerId);
  return all.some(({ kind, openedAt }) => kind === 'complaint' && openedAt > since);
}
