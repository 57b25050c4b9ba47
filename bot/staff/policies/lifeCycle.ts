// A version's way: draft → submitted → returned, or approved and in force from a day. A draft can be discarded, a submission
// withdrawn, an approval cancelled before its day; no record is ever deleted, and going back is a new draft.
import { VersionConflict } from '../../../data/store/documentStore';
import type { PolicyVersion } from '../../../data/store/repositories/policies';
import type { Kept } from '../../../data/store/repositories/repository';
import type {
  ApproveRequest,
  CancelRequest,
  ChangeDraftRequest,
  DraftRequest,
  PolicyDocument,
  ProblemDetail,
  ReturnRequest,
  RollbackRequest,
} from '../contract';
import type { PoliciesInForce } from '../policiesInForce';
import { ConsoleProblem, conflict, detail, invalid, notFound } from '../problems';
import { type StaffParts, staffAudit, type Who } from '../staffParts';
import { problemsOf } from './check';
import { kinds, stamped } from './kinds';
import { isOwn, isScheduled, type Versions } from './versions';

export interface PolicyParts extends StaffParts {
  readonly policies: PoliciesInForce;
}

export class LifeCycle {
  constructor(
    private readonly parts: PolicyParts,
    private readonly versions: Versions,
    private readonly who: Who,
  ) {}

  problems(value: unknown): Promise<readonly ProblemDetail[]> {
    return problemsOf(this.versions.kind, value, this.parts.policies.utteranceRules(this.who.today));
  }

  async document(version: string): Promise<PolicyDocument> {
    const summary = await this.versions.summary(version, this.who.person);
    if (summary === undefined) throw notFound();
    const value = await this.versions.content(version);
    return { summary, value, problems: [...(await this.problems(value))] };
  }

  private async needed(version: string): Promise<Kept<PolicyVersion>> {
    const kept = await this.versions.kept(version);
    if (kept === undefined) throw (await this.versions.content(version)) === undefined ? notFound() : wrongStatus();
    return kept;
  }

  /** Stores with its audit line, or refuses with what stands there now, so that nobody's work is lost. */
  private async store(record: PolicyVersion, expected: number | null, step: string): Promise<PolicyDocument> {
    const { store, repositories } = this.parts;
    const { kind, version, reason, comment, effectiveFrom, basedOn } = record;
    try {
      await store.transaction([
        repositories.policies.putOperation(record, expected),
        staffAudit(this.parts, this.who, `policy.${step}`, { kind, version, basedOn, reason, comment, effectiveFrom }),
      ]);
    } catch (error) {
      if (error instanceof VersionConflict && expected !== null) throw conflict(await this.document(version));
      throw error;
    }
    return this.document(version);
  }

  private async newDraft(more: Pick<PolicyVersion, 'basedOn' | 'reason' | 'content' | 'effectiveFrom' | 'rollbackOf'>) {
    const { kind } = this.versions;
    const version = await this.versions.newName(kinds[kind].stem);
    return this.store(
      {
        ...more,
        kind,
        version,
        content: stamped(kind, more.content, version, more.effectiveFrom),
        status: 'draft',
        author: this.who.username,
        createdAt: this.who.now,
        approver: null,
        decidedAt: null,
        comment: '',
      },
      null,
      more.rollbackOf === undefined ? 'drafted' : 'rollbackDrafted',
    );
  }

  async draft({ basedOn, value, reason }: DraftRequest): Promise<PolicyDocument> {
    if ((await this.versions.content(basedOn)) === undefined) throw invalid(detail('basedOn', 'unknownVersion'));
    assertList(this.versions.kind, value);
    return this.newDraft({ basedOn, reason, content: value, effectiveFrom: this.who.today });
  }

  async change(version: string, { value, reason, expectedVersion }: ChangeDraftRequest): Promise<PolicyDocument> {
    const { record } = await this.needed(version);
    if (record.status !== 'draft' && record.status !== 'returned') throw wrongStatus();
    assertList(record.kind, value);
    const { username } = this.who;
    const editors = [...new Set([...(record.editors ?? []), username])].filter((name) => name !== record.author);
    const content = stamped(record.kind, value, version, record.effectiveFrom);
    return this.store({ ...record, reason, content, status: 'draft', editors }, expectedVersion, 'changed');
  }

  async submit(version: string, expectedVersion: number): Promise<PolicyDocument> {
    const { record } = await this.needed(version);
    if (record.status !== 'draft' && record.status !== 'returned') throw wrongStatus();
    await this.assertSound(record.content);
    return this.store({ ...record, status: 'submitted', submittedBy: this.who.username }, expectedVersion, 'submitted');
  }

  /** Takes a submission back; it is a draft again. */
  async withdraw(version: string, expectedVersion: number): Promise<PolicyDocument> {
    const { record } = await this.own(version);
    if (record.status !== 'submitted') throw wrongStatus();
    const { submittedBy: _nobody, ...rest } = record;
    return this.store({ ...rest, status: 'draft' }, expectedVersion, 'withdrawn');
  }

  /** Gives a draft up; lists leave it out, the record stays. */
  async discard(version: string, expectedVersion: number): Promise<PolicyDocument> {
    const { record } = await this.own(version);
    if (record.status !== 'draft' && record.status !== 'returned') throw wrongStatus();
    return this.store({ ...record, status: 'discarded' }, expectedVersion, 'discarded');
  }

  /** Calls an approved version off before its first day; what is in force stays so. */
  async cancel(version: string, { comment, expectedVersion }: CancelRequest): Promise<PolicyDocument> {
    const { record } = await this.needed(version);
    if (!isScheduled(record, this.who.today)) throw wrongStatus();
    const { username: cancelledBy, now: cancelledAt } = this.who;
    const cancelled: PolicyVersion = { ...record, status: 'cancelled', cancelledBy, cancelledAt, comment };
    await this.store(cancelled, expectedVersion, 'cancelled');
    await this.parts.policies.load();
    return this.document(version);
  }

  async approve(version: string, { effectiveFrom, expectedVersion, comment }: ApproveRequest): Promise<PolicyDocument> {
    const { record } = await this.forDecision(version);
    if (effectiveFrom < this.who.today) throw invalid(detail('effectiveFrom', 'notToday'));
    const content = stamped(record.kind, record.content, version, effectiveFrom);
    // Once more: the ceilings, and the rules for what is said, may have changed since it was submitted.
    await this.assertSound(content);
    const { username: approver, now } = this.who;
    const decidedAt = await this.versions.decisionTime(now);
    const approved: PolicyVersion = {
      ...record,
      content,
      status: 'approved',
      effectiveFrom,
      approver,
      decidedAt,
      comment: comment ?? '',
    };
    await this.store(approved, expectedVersion, 'approved');
    await this.parts.policies.load();
    return this.document(version);
  }

  async returnIt(version: string, { comment, expectedVersion }: ReturnRequest): Promise<PolicyDocument> {
    const { record } = await this.forDecision(version);
    const { username: approver, now: decidedAt } = this.who;
    return this.store({ ...record, status: 'returned', approver, decidedAt, comment }, expectedVersion, 'returned');
  }

  /** A new version with the old value; it is a draft like any other and needs a second person. */
  async rollback(version: string, { reason, effectiveFrom }: RollbackRequest): Promise<PolicyDocument> {
    const content = await this.versions.content(version);
    const before = await this.versions.summary(version, this.who.person);
    if (content === undefined || before === undefined) throw notFound();
    if (before.status !== 'retired' && before.status !== 'effective') throw wrongStatus();
    const basedOn = await this.versions.inForce();
    return this.newDraft({ basedOn, reason, content, effectiveFrom, rollbackOf: version });
  }

  private async own(version: string): Promise<Kept<PolicyVersion>> {
    const kept = await this.needed(version);
    if (!isOwn(kept.record, this.who.username)) throw new ConsoleProblem('notOwnDraft');
    return kept;
  }

  private async forDecision(version: string): Promise<Kept<PolicyVersion>> {
    const kept = await this.needed(version);
    if (isOwn(kept.record, this.who.username)) throw new ConsoleProblem('ownDraft');
    if (kept.record.status !== 'submitted') throw wrongStatus();
    return kept;
  }

  private async assertSound(content: unknown): Promise<void> {
    const details = await this.problems(content);
    if (details.length > 0) throw new ConsoleProblem('invalid', { details });
  }
}

const wrongStatus = () => new ConsoleProblem('wrongStatus');

/** A draft may still be wrong in its fields, but it is a document of its kind: answers are a list, all others an object. */
function assertList(kind: PolicyVersion['kind'], value: unknown): void {
  const isRight =
    kind === 'answers' ? Array.isArray(value) : typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isRight) throw invalid(detail('value', 'badRequest'));
}
