// Sends what waits in the queue: whether it may go is asked at that moment, what is no longer true is dropped, and each message is
// on disk as leaving before anybody is asked to carry it. Killed at any point, nothing goes twice and nothing is lost.
import type { BankProfile } from '../../../data/domain/bank/bankProfile';
import { instantAt, localTime } from '../../../data/domain/calendar/calendar';
import type { ContactRefused } from '../../../data/domain/conduct/mayContact';
import type { WordRules } from '../../../data/domain/conduct/words/judgeWords';
import type { Customer } from '../../../data/domain/customer/customer';
import { isStillDue, type OutreachTerms, quietOn } from '../../../data/domain/outreach/dueOutreach';
import type { OutreachRecord } from '../../../data/domain/outreach/outreachRecord';
import { type DocumentStore, VersionConflict } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';
import type { Kept } from '../../../data/store/repositories/repository';
import { newBreather } from '../../ops/breathe';
import { errorFacts, type Log } from '../../ops/log';
import type { ContactGate } from '../contactGate';
import { factsOf } from './factsOf';
import { outreachWords } from './outreachWords';
import type { PauseWatch } from './pauseWatch';
import type { RateOfMinute } from './rateOfMinute';
import { contactId, type Way } from './way';

export interface SendQueueParts {
  readonly store: DocumentStore;
  readonly repositories: Repositories;
  readonly gate: ContactGate;
  readonly terms: OutreachTerms;
  readonly bank: BankProfile;
  /** In the order in which they are tried. */
  readonly ways: readonly Way[];
  readonly pause: PauseWatch;
  readonly rate: RateOfMinute;
  readonly log: Log;
  wordRules(): WordRules;
  clock(): string;
}

/** What became of one message in a sweep. */
type Outcome = 'sent' | 'waits' | 'ended';

export class SendQueue {
  constructor(private readonly parts: SendQueueParts) {}

  /** After a start: what was on disk as leaving has left, or is with whoever carries it. */
  async takeUp(): Promise<void> {
    const { repositories, ways } = this.parts;
    for await (const kept of repositories.outreach.allWithStatus('leaving')) {
      const way = ways.find((one) => one.way === kept.record.way);
      if (way !== undefined) await this.settle(kept, way.afterRestart);
    }
  }

  /** Goes once through what is due; gives how many left. */
  async sweep(signal: AbortSignal): Promise<number> {
    const { repositories, pause, clock, terms } = this.parts;
    const now = clock();
    if (quietOn(terms.rules, localTime(now, terms.timeZone).date) !== null) return 0;
    if (await pause.isPaused(now)) return 0;
    const breathe = newBreather();
    let sent = 0;
    for await (const kept of repositories.outreach.allWithStatus('waiting')) {
      // What a minute lets has left: the rest is looked at when its turn comes, and is asked about then.
      if (signal.aborted || !this.hasRoom()) break;
      if (Date.parse(kept.record.nextAt) > Date.parse(now)) continue;
      if ((await this.tryOne(kept)) === 'sent') sent += 1;
      await breathe();
    }
    return sent;
  }

  private hasRoom(): boolean {
    const { ways, rate, clock } = this.parts;
    return ways.some(({ way }) => rate.isFree(way, clock()));
  }

  private async tryOne(kept: Kept<OutreachRecord>): Promise<Outcome> {
    try {
      return await this.send(kept);
    } catch (error) {
      // Somebody changed it in this moment, a stop among them: the next sweep looks again.
      if (error instanceof VersionConflict) return 'waits';
      this.parts.log.error(errorFacts(error), 'a message of the queue could not be worked on');
      return 'waits';
    }
  }

  private async send(kept: Kept<OutreachRecord>): Promise<Outcome> {
    const { repositories, clock, terms } = this.parts;
    const { record } = kept;
    const { date } = localTime(clock(), terms.timeZone);
    const customer = await repositories.customers.get(record.customerId);
    if (customer === undefined) return this.end(kept, 'dropped', 'noCustomer');
    if (date > record.until) return this.end(kept, 'dropped', record.why ?? 'tooLate');
    const facts = await factsOf(repositories, record.customerId);
    if (!isStillDue(record, facts, date, terms)) return this.end(kept, 'dropped', 'noLongerDue');
    return this.byFirstWay(kept, customer);
  }

  private async byFirstWay(kept: Kept<OutreachRecord>, customer: Customer): Promise<Outcome> {
    const refusals: ContactRefused[] = [];
    for (const way of this.parts.ways) {
      if (kept.record.notBy.includes(way.way)) continue;
      if (!this.parts.rate.isFree(way.way, this.parts.clock())) return 'waits';
      const found = await this.leaveBy(way, kept, customer, refusals);
      if (found !== null) return found;
    }
    return this.putOff(kept, refusals);
  }

  /** Null where this way is none for the customer now. */
  private async leaveBy(
    way: Way,
    kept: Kept<OutreachRecord>,
    customer: Customer,
    refusals: ContactRefused[],
  ): Promise<Outcome | null> {
    const { store, repositories, gate, terms, clock, bank, wordRules, rate } = this.parts;
    const { record, version } = kept;
    const reach = await way.reach(customer);
    if (reach.kind === 'none') return null;
    const at = clock();
    const { purpose } = terms.rules.kinds[record.kind];
    const asked = await gate.ask(
      { customerId: record.customerId, address: reach.address, channel: way.way, purpose },
      at,
    );
    if (!asked.ok) {
      refusals.push(asked);
      return null;
    }
    const text = outreachWords(record.kind, way.way, customer.locale, bank, wordRules());
    if (text === null) return this.end(kept, 'dead', 'guard');
    const leaving: OutreachRecord = {
      ...record,
      status: 'leaving',
      way: way.way,
      sentAt: at,
      why: null,
    };
    const prepared = await way.prepare({ record: leaving, customer, text, permission: asked.permission, at });
    await store.transaction([repositories.outreach.putOperation(leaving, version), ...prepared.operations]);
    rate.took(way.way, at);
    return this.settle({ record: leaving, version: version + 1 }, await prepared.send());
  }

  private async settle({ record, version }: Kept<OutreachRecord>, went: 'sent' | 'later' | 'no'): Promise<Outcome> {
    const { repositories, store } = this.parts;
    if (went === 'later') return 'sent';
    if (went === 'sent') {
      await store.transaction([repositories.outreach.putOperation({ ...record, status: 'sent' }, version)]);
      return 'sent';
    }
    const notBy = record.way === null ? record.notBy : [...record.notBy, record.way];
    await store.transaction([
      repositories.outreach.putOperation(
        { ...record, status: 'waiting', why: 'unreached', sentAt: null, way: null, notBy },
        version,
      ),
      // Nobody was reached: it counts against no cap, and another way may be tried at once.
      repositories.contacts.removeOperation(contactId(record)),
    ]);
    return 'waits';
  }

  /** Refused by every way, or there is none: later where a later moment is known in time, else not at all. */
  private putOff(kept: Kept<OutreachRecord>, refusals: readonly ContactRefused[]): Promise<Outcome> {
    const { terms } = this.parts;
    const [first] = refusals.toSorted((a, b) => whenOf(a).localeCompare(whenOf(b)));
    if (first === undefined) return this.end(kept, 'dead', kept.record.notBy.length > 0 ? 'unreached' : 'noAddress');
    const { nextAllowed, reason } = first;
    if (nextAllowed === null || nextAllowed.date > kept.record.until) return this.end(kept, 'dropped', reason);
    return this.wait(kept, reason, instantAt(nextAllowed.date, nextAllowed.clock, terms.timeZone));
  }

  private async wait({ record, version }: Kept<OutreachRecord>, why: string, nextAt: string): Promise<Outcome> {
    const { repositories, store } = this.parts;
    await store.transaction([repositories.outreach.putOperation({ ...record, why, nextAt }, version)]);
    return 'waits';
  }

  private async end(
    { record, version }: Kept<OutreachRecord>,
    status: 'dropped' | 'dead',
    why: string,
  ): Promise<Outcome> {
    const { repositories, store } = this.parts;
    await store.transaction([repositories.outreach.putOperation({ ...record, status, why }, version)]);
    return 'ended';
  }
}

const whenOf = ({ nextAllowed }: ContactRefused): string =>
  nextAllowed === null ? '9' : `${nextAllowed.date}T${nextAllowed.clock}`;
