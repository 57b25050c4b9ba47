// Whether anything leaves by itself: stopped by hand, or by the rule once too many of those written to ask for quiet or complain.
import { addDays, localTime } from '../../../data/domain/calendar/calendar';
import type { OutreachRules } from '../../../data/domain/outreach/outreachRules';
import { type OutreachEcho, type OutreachPause, pauseBy } from '../../../data/domain/outreach/pause';
import type { DocumentStore } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';
import type { Log } from '../../ops/log';

export interface PauseParts {
  readonly store: DocumentStore;
  readonly repositories: Repositories;
  readonly rules: OutreachRules;
  readonly timeZone: string;
  readonly log: Log;
}

/** The echo of days is worked out anew this often. */
const lookEveryMs = 10 * 60_000;

export class PauseWatch {
  private lookedAt = 0;

  constructor(private readonly parts: PauseParts) {}

  async isPaused(now: string): Promise<boolean> {
    const { repositories } = this.parts;
    const pause = await repositories.outreachPauses.now();
    if (pause.paused !== null) return true;
    const at = Date.parse(now);
    if (Math.abs(at - this.lookedAt) < lookEveryMs) return false;
    this.lookedAt = at;
    return this.pausesItself(pause, now);
  }

  private async pausesItself(pause: OutreachPause, now: string): Promise<boolean> {
    const { store, repositories, rules, log } = this.parts;
    const why = pauseBy(rules.pause, await this.echo(pause, now));
    if (why === null) return false;
    const next: OutreachPause = { ...pause, paused: { by: 'rule', at: now, why } };
    await store.transaction([repositories.outreachPauses.setOperation(next)]);
    log.error({ why }, 'messages that we begin are paused by the rule: staff look at it, then resume');
    return true;
  }

  /** What those written to in the last days said to it, each customer counted once. */
  private async echo({ resumedAt }: OutreachPause, now: string): Promise<OutreachEcho> {
    const { repositories, rules, timeZone } = this.parts;
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
    if (sentAt.size >= rules.pause.sentMin)
      for (const [customerId, at] of sentAt) {
        if (await this.stopped(customerId, at)) stops += 1;
        if (await this.complained(customerId, at)) complaints += 1;
      }
    return { sent: sentAt.size, stops, complaints };
  }

  private async stopped(customerId: string, since: string): Promise<boolean> {
    const wish = await this.parts.repositories.contactPreferences.get(customerId);
    if (wish === undefined) return false;
    return wish.ceased && wish.reason === 'asked' && wish.changedAt > since;
  }

  private async complained(customerId: string, since: string): Promise<boolean> {
    const cases = await this.parts.repositories.cases.ofCustomer(customerId);
    return cases.some(({ kind, openedAt }) => kind === 'complaint' && openedAt > since);
  }
}
