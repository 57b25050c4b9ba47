// The versions of one kind as the console shows them: stored ones and the shipped one, each with its status today.

import type { StaffRecord } from '../../../data/domain/bank/staff';
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { Instant } from '../../../data/domain/calendar/instant';
import type { PolicyKind, PolicyVersion } from '../../../data/store/repositories/policies';
import type { Kept } from '../../../data/store/repositories/repository';
import type { PolicyList, PolicyStatus, PolicySummary } from '../contract';
import type { StaffParts } from '../staffParts';
import type { ShippedPolicy } from './kinds';
import { currentShipped, shippedNotes } from './shippedVersions';

export type Reader = Pick<StaffRecord, 'username' | 'roles'>;

/** Nobody who had a hand in a draft decides on it: who wrote it, changed it, or asked for the decision. */
export const isOwn = ({ author, editors = [], submittedBy }: PolicyVersion, username: string): boolean =>
  [author, submittedBy, ...editors].includes(username);

/** Newest start first; of two for the same day, the later decision. */
const byStart = (a: PolicyVersion, b: PolicyVersion): number =>
  b.effectiveFrom.localeCompare(a.effectiveFrom) || (b.decidedAt ?? '').localeCompare(a.decidedAt ?? '');

/** The approved version in force on a day; undefined while it is the shipped one. */
export const inForceOf = (versions: readonly PolicyVersion[], today: CalendarDate): PolicyVersion | undefined =>
  versions.filter((version) => version.status === 'approved' && version.effectiveFrom <= today).sort(byStart)[0];

function statusOf(
  { status, version, effectiveFrom }: PolicyVersion,
  inForce: string,
  today: CalendarDate,
): PolicyStatus {
  switch (status) {
    case 'approved':
      if (version === inForce) return 'effective';
      return effectiveFrom > today ? 'approved' : 'retired';
    case 'shipped':
      return version === inForce ? 'effective' : 'retired';
    default:
      return status;
  }
}

/** Approved, and its first day is still to come. */
export const isScheduled = ({ status, effectiveFrom }: PolicyVersion, today: CalendarDate): boolean =>
  status === 'approved' && effectiveFrom > today;

export function summaryOf(
  { record, version: documentVersion }: Kept<PolicyVersion>,
  inForce: string,
  today: CalendarDate,
  { username, roles }: Reader,
): PolicySummary {
  const { kind, version, basedOn, reason, author, createdAt, approver, decidedAt, comment } = record;
  const status = statusOf(record, inForce, today);
  const isMaker = roles.includes('maker');
  const isOpen = status === 'draft' || status === 'returned';
  const hasDay = record.status === 'approved' || record.status === 'cancelled' || record.rollbackOf !== undefined;
  return {
    ...{ kind, version, basedOn, reason, author, createdAt, approver, decidedAt, comment },
    status,
    effectiveFrom: hasDay ? record.effectiveFrom : null,
    documentVersion,
    shipped: false,
    may: {
      edit: isMaker && isOpen,
      submit: isMaker && isOpen,
      withdraw: isMaker && status === 'submitted' && isOwn(record, username),
      discard: isMaker && isOpen && isOwn(record, username),
      decide: roles.includes('checker') && status === 'submitted' && !isOwn(record, username),
      cancel: roles.includes('checker') && isScheduled(record, today),
      rollback: isMaker && (status === 'retired' || status === 'effective'),
    },
  };
}

function shippedSummary(
  kind: PolicyKind,
  { version, effectiveFrom }: ShippedPolicy,
  inForce: string,
  { roles }: Reader,
): PolicySummary {
  return {
    kind,
    version,
    status: inForce === version ? 'effective' : 'retired',
    effectiveFrom,
    basedOn: null,
    reason: '',
    author: '',
    createdAt: `${effectiveFrom}T00:00:00Z`,
    approver: null,
    decidedAt: null,
    comment: '',
    documentVersion: 0,
    shipped: true,
    may: {
      edit: false,
      submit: false,
      withdraw: false,
      discard: false,
      decide: false,
      cancel: false,
      rollback: roles.includes('maker'),
    },
  };
}

export class Versions {
  constructor(
    private readonly parts: Pick<StaffParts, 'repositories' | 'data'>,
    readonly kind: PolicyKind,
    private readonly today: CalendarDate,
  ) {}

  kept(version: string): Promise<Kept<PolicyVersion> | undefined> {
    return this.parts.repositories.policies.kept(`${this.kind}/${version}`);
  }

  /** Every stored version with its document version. */
  async all(): Promise<readonly Kept<PolicyVersion>[]> {
    const history = await this.parts.repositories.policies.history(this.kind);
    const kept = await Promise.all(history.map(({ version }) => this.kept(version)));
    return kept.filter((one) => one !== undefined);
  }

  private history(): Promise<readonly PolicyVersion[]> {
    return this.parts.repositories.policies.history(this.kind);
  }

  /** Shipped versions, today's first, then the earlier ones. */
  private shippedOf(history: readonly PolicyVersion[]): readonly ShippedPolicy[] {
    const current = currentShipped(this.parts.data, this.kind, history);
    return [current, ...shippedNotes(history).filter(({ version }) => version !== current.version)];
  }

  private nameInForce(history: readonly PolicyVersion[]): string {
    const approved = inForceOf(history, this.today)?.version;
    return approved ?? currentShipped(this.parts.data, this.kind, history).version;
  }

  async inForce(): Promise<string> {
    return this.nameInForce(await this.history());
  }

  /** The value of a version, shipped or stored; undefined when there is none of that name. */
  async content(version: string): Promise<unknown> {
    const kept = await this.kept(version);
    if (kept !== undefined) return kept.record.content;
    const [current] = this.shippedOf(await this.history());
    return current?.version === version ? current.content : undefined;
  }

  async list(reader: Reader): Promise<PolicyList> {
    const { kind, today } = this;
    const all = await this.all();
    const history = all.map(({ record }) => record);
    const inForce = this.nameInForce(history);
    const summaries = all
      .filter(({ record: { status } }) => status !== 'shipped' && status !== 'discarded')
      .toSorted((a, b) => (a.record.createdAt < b.record.createdAt ? 1 : -1))
      .map((one) => summaryOf(one, inForce, today, reader));
    const shipped = this.shippedOf(history).map((one) => shippedSummary(kind, one, inForce, reader));
    return { kind, inForce, today, versions: [...summaries, ...shipped] };
  }

  async summary(version: string, reader: Reader): Promise<PolicySummary | undefined> {
    const history = await this.history();
    const inForce = this.nameInForce(history);
    const shipped = this.shippedOf(history).find((one) => one.version === version);
    if (shipped !== undefined) return shippedSummary(this.kind, shipped, inForce, reader);
    const kept = await this.kept(version);
    return kept === undefined ? undefined : summaryOf(kept, inForce, this.today, reader);
  }

  /**
   * The instant of a decision made now, after every earlier one: of two versions for the same day the later decision is in
   * force, also when the clock stands still or was put back.
   */
  async decisionTime(now: Instant): Promise<Instant> {
    const last =
      (await this.history())
        .map(({ decidedAt }) => decidedAt ?? '')
        .toSorted()
        .at(-1) ?? '';
    return last < now ? now : new Date(Date.parse(last) + 1).toISOString();
  }

  /** offers-2026-11-23, then offers-2026-11-23.2 and so on. */
  async newName(stem: string): Promise<string> {
    const history = await this.history();
    const taken = new Set([...history, ...this.shippedOf(history)].map(({ version }) => version));
    const first = `${stem}-${this.today}`;
    if (!taken.has(first)) return first;
    for (let number = 2; ; number++) if (!taken.has(`${first}.${number}`)) return `${first}.${number}`;
  }
}
