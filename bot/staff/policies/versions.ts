// The versions of one kind as the console shows them: stored ones and the shipped one, each with its status today.

import type { StaffRecord } from '../../../data/domain/bank/staff';
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { Instant } from '../../../data/domain/calendar/instant';
import type { PolicyKind, PolicyVersion } from '../../../data/store/repositories/policies';
import type { Kept } from '../../../data/store/repositories/repository';
import type { PolicyList, PolicyStatus, PolicySummary } from '../contract';
import type { StaffParts } from '../staffParts';
import { type ShippedPolicy, shippedPolicy } from './kinds';

export type Reader = Pick<StaffRecord, 'username' | 'roles'>;

/** Nobody who had a hand in a draft decides on it. */
export const isOwn = (version: PolicyVersion, username: string): boolean =>
  version.author === username || (version.editors ?? []).includes(username);

/** Newest start first; of two for the same day, the later decision. */
const byStart = (a: PolicyVersion, b: PolicyVersion): number =>
  b.effectiveFrom.localeCompare(a.effectiveFrom) || (b.decidedAt ?? '').localeCompare(a.decidedAt ?? '');

/** The approved version in force on a day; undefined while it is the shipped one. */
export const inForceOf = (versions: readonly PolicyVersion[], today: CalendarDate): PolicyVersion | undefined =>
  versions.filter((version) => version.status === 'approved' && version.effectiveFrom <= today).sort(byStart)[0];

function statusOf(version: PolicyVersion, inForce: string, today: CalendarDate): PolicyStatus {
  if (version.status !== 'approved') return version.status;
  if (version.version === inForce) return 'effective';
  return version.effectiveFrom > today ? 'approved' : 'retired';
}

export function summaryOf(
  { record, version: documentVersion }: Kept<PolicyVersion>,
  inForce: string,
  today: CalendarDate,
  { username, roles }: Reader,
): PolicySummary {
  const { effectiveFrom, content: _content, editors: _editors, rollbackOf, ...rest } = record;
  const status = statusOf(record, inForce, today);
  const isMaker = roles.includes('maker');
  const isOpen = status === 'draft' || status === 'returned';
  return {
    ...rest,
    status,
    effectiveFrom: record.status === 'approved' || rollbackOf !== undefined ? effectiveFrom : null,
    documentVersion,
    shipped: false,
    may: {
      edit: isMaker && isOpen,
      submit: isMaker && isOpen,
      decide: roles.includes('checker') && status === 'submitted' && !isOwn(record, username),
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
    may: { edit: false, submit: false, decide: false, rollback: roles.includes('maker') },
  };
}

export class Versions {
  constructor(
    private readonly parts: Pick<StaffParts, 'repositories' | 'data'>,
    readonly kind: PolicyKind,
    private readonly today: CalendarDate,
  ) {}

  get shipped(): ShippedPolicy {
    return shippedPolicy(this.parts.data, this.kind);
  }

  kept(version: string): Promise<Kept<PolicyVersion> | undefined> {
    return this.parts.repositories.policies.kept(`${this.kind}/${version}`);
  }

  /** Every stored version with its document version. */
  async all(): Promise<readonly Kept<PolicyVersion>[]> {
    const history = await this.parts.repositories.policies.history(this.kind);
    const kept = await Promise.all(history.map(({ version }) => this.kept(version)));
    return kept.filter((one) => one !== undefined);
  }

  async inForce(): Promise<string> {
    const history = await this.parts.repositories.policies.history(this.kind);
    return inForceOf(history, this.today)?.version ?? this.shipped.version;
  }

  /** The value of a version, shipped or stored; undefined when there is none of that name. */
  async content(version: string): Promise<unknown> {
    if (version === this.shipped.version) return this.shipped.content;
    return (await this.kept(version))?.record.content;
  }

  async list(reader: Reader): Promise<PolicyList> {
    const { kind, today, shipped } = this;
    const all = await this.all();
    const inForce =
      inForceOf(
        all.map(({ record }) => record),
        today,
      )?.version ?? shipped.version;
    const summaries = all
      .toSorted((a, b) => (a.record.createdAt < b.record.createdAt ? 1 : -1))
      .map((one) => summaryOf(one, inForce, today, reader));
    return { kind, inForce, today, versions: [...summaries, shippedSummary(kind, shipped, inForce, reader)] };
  }

  async summary(version: string, reader: Reader): Promise<PolicySummary | undefined> {
    const inForce = await this.inForce();
    if (version === this.shipped.version) return shippedSummary(this.kind, this.shipped, inForce, reader);
    const kept = await this.kept(version);
    return kept === undefined ? undefined : summaryOf(kept, inForce, this.today, reader);
  }

  /**
   * The instant of a decision made now, after every earlier one: of two versions for the same day the later decision is in
   * force, also when the clock stands still or was put back.
   */
  async decisionTime(now: Instant): Promise<Instant> {
    const history = await this.parts.repositories.policies.history(this.kind);
    const last =
      history
        .map(({ decidedAt }) => decidedAt ?? '')
        .toSorted()
        .at(-1) ?? '';
    return last < now ? now : new Date(Date.parse(last) + 1).toISOString();
  }

  /** offers-2026-11-23, then offers-2026-11-23.2 and so on. */
  async newName(stem: string): Promise<string> {
    const taken = new Set((await this.parts.repositories.policies.history(this.kind)).map(({ version }) => version));
    taken.add(this.shipped.version);
    const first = `${stem}-${this.today}`;
    if (!taken.has(first)) return first;
    for (let number = 2; ; number++) if (!taken.has(`${first}.${number}`)) return `${first}.${number}`;
  }
}
