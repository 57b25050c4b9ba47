// Whether anything leaves by itself: stopped by hand, or by the rule once too many of those written to ask for quiet or complain.
import { type OutreachPause, pauseBy } from '../../../data/domain/outreach/pause';
import type { DocumentStore } from '../../../data/store/documentStore';
import type { Log } from '../../ops/log';
import { type EchoParts, echoOf } from './echoOf';

export interface PauseParts extends EchoParts {
  readonly store: DocumentStore;
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
    const echo = await echoOf(pause, now, this.parts);
    const why = pauseBy(rules.pause, echo);
    if (why === null) return false;
    const next: OutreachPause = { ...pause, paused: { by: 'rule', at: now, why } };
    await store.transaction([
      repositories.outreachPauses.setOperation(next),
      repositories.audit.appendOperation({
        type: 'outreach.paused',
        conversationId: '',
        turnNumber: -1,
        at: now,
        customerId: null,
        inputs: { ...echo },
        decision: { by: 'rule', why },
      }),
    ]);
    log.error({ why }, 'messages that we begin are paused by the rule: staff look at it, then resume');
    return true;
  }
}
