// What a step of the daily job is: it goes through records slice by slice and says what a day makes of them.
import type { RetentionRules } from '../../../data/domain/bank/retention';
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { Instant } from '../../../data/domain/calendar/instant';
import type { ContractTerms } from '../../../data/domain/money/contractTerms';
import type { OutreachRules } from '../../../data/domain/outreach/outreachRules';
import type { DocumentStore, Operation } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';

export interface DailyParts {
  readonly store: DocumentStore;
  readonly repositories: Repositories;
  readonly timeZone: string;
  readonly contract: ContractTerms;
  readonly retention: RetentionRules;
  /** When we write first. */
  readonly outreach: OutreachRules;
  /** Days for which contacts stay on record, from the contact rules in force. */
  contactDaysOn(day: CalendarDate): number;
  clock(): Instant;
  /** After the steps of a day: files that no record names any more go. */
  sweepFiles(): Promise<number>;
}

/** Something that a day brought for one customer. Each is a line of the audit log. */
export interface DailyEvent {
  readonly kind:
    | 'promise.kept'
    | 'promise.partKept'
    | 'promise.broken'
    | 'instalment.kept'
    | 'instalment.partKept'
    | 'instalment.broken'
    | 'arrangement.completed'
    | 'arrangement.broken'
    | 'arrangement.reopened'
    | 'rest.ended'
    | 'quote.expired'
    | 'outreach.queued';
  readonly customerId: string;
  /** The promise, agreement or record that it is about; no personal data. */
  readonly subject: string;
}

/** A bounded piece of a step: stored in one transaction together with the mark of how far the step has come. */
export interface Slice {
  readonly operations: readonly Operation[];
  readonly events: readonly DailyEvent[];
  /** Records that are removed because their time is over. */
  readonly removed: number;
  /** Where the next slice begins; null after the last. */
  readonly next: string | null;
}

export interface DailyStep {
  readonly name: string;
  slice(parts: DailyParts, day: CalendarDate, after: string | undefined): Promise<Slice>;
}

/** Records looked at in one slice: what is worked out on them is done in a few milliseconds. */
export const sliceSize = 50;
