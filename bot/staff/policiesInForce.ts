// Which version of each policy is in force today: approved in the store, or the shipped one. Kept in memory, since every turn
// asks; so are the versions of before, which conversations under way may have begun with.

import type { CalendarDate } from '../../data/domain/calendar/calendar';
import { type ContactRules, contactRulesSchema } from '../../data/domain/conduct/contactRules';
import { type UtteranceRules, utteranceRulesSchema } from '../../data/domain/conduct/utteranceRules';
import { type PolicyLimits, policyLimitsSchema } from '../../data/domain/limits/policyLimits';
import { knowledgeSchema } from '../../data/knowledge/answer';
import type { Knowledge } from '../../data/knowledge/knowledge';
import {
  type Policies,
  type PolicyKind,
  type PolicyVersion,
  policyKindSchema,
} from '../../data/store/repositories/policies';
import type { ShippedData } from '../config/shippedData';
import { currentShipped, shippedNotes } from './policies/shippedVersions';

/** An approved version, read once by its schema; one that cannot be read is passed over and reported. */
interface Approved<T> {
  readonly version: string;
  readonly effectiveFrom: CalendarDate;
  readonly content: T;
}

interface Contents {
  readonly offerLimits: PolicyLimits;
  readonly contactRules: ContactRules;
  readonly utteranceRules: UtteranceRules;
  readonly answers: Knowledge['answers'];
}

const schemas = {
  offerLimits: policyLimitsSchema,
  contactRules: contactRulesSchema,
  utteranceRules: utteranceRulesSchema,
  answers: knowledgeSchema,
} as const;

export class PoliciesInForce {
  private approved: { [Kind in PolicyKind]: readonly Approved<Contents[Kind]>[] } = {
    offerLimits: [],
    contactRules: [],
    utteranceRules: [],
    answers: [],
  };

  /** Content of a file that has changed without a new name stands under the name that the store gave it. */
  private limitsShipped: PolicyLimits;
  /** What an earlier file held, by its version. */
  private limitsBefore: ReadonlyMap<string, PolicyLimits> = new Map();

  constructor(
    private readonly policies: Pick<Policies, 'history'>,
    private readonly shipped: ShippedData,
    private readonly onUnreadable: (kind: PolicyKind, version: string) => void = () => undefined,
  ) {
    this.limitsShipped = shipped.offerLimits;
  }

  /** Reads what is approved; called at the start and after each approval. */
  async load(): Promise<void> {
    for (const kind of policyKindSchema.options) await this.loadKind(kind);
  }

  private async loadKind<Kind extends PolicyKind>(kind: Kind): Promise<void> {
    const history = await this.policies.history(kind);
    const read = history
      .filter((version) => version.status === 'approved')
      .flatMap((version) => this.readVersion(kind, version) ?? []);
    this.approved = { ...this.approved, [kind]: read };
    if (kind !== 'offerLimits') return;
    this.limitsShipped = policyLimitsSchema.parse(currentShipped(this.shipped, kind, history).content);
    const before = shippedNotes(history).flatMap((note) => this.readVersion('offerLimits', note) ?? []);
    this.limitsBefore = new Map(before.map((one) => [one.version, one.content]));
  }

  private readVersion<Kind extends PolicyKind>(
    kind: Kind,
    { version, effectiveFrom, content }: PolicyVersion,
  ): Approved<Contents[Kind]> | undefined {
    const parsed = schemas[kind].safeParse(content);
    if (parsed.success) return { version, effectiveFrom, content: parsed.data as Contents[Kind] };
    this.onUnreadable(kind, version);
    return undefined;
  }

  private current<Kind extends PolicyKind>(kind: Kind, today: CalendarDate): Approved<Contents[Kind]> | undefined {
    // Newest first; of two for the same day, the later decision.
    return this.approved[kind].find((version) => version.effectiveFrom <= today);
  }

  offerLimits(today: CalendarDate): PolicyLimits {
    return this.current('offerLimits', today)?.content ?? this.limitsShipped;
  }

  /** Limits by their version, shipped or approved at any time; undefined for one that is not readable any more. */
  offerLimitsOf(version: string): PolicyLimits | undefined {
    if (version === this.limitsShipped.version) return this.limitsShipped;
    const approved = this.approved.offerLimits.find((one) => one.version === version);
    return approved?.content ?? this.limitsBefore.get(version);
  }

  contactRules(today: CalendarDate): ContactRules {
    return this.current('contactRules', today)?.content ?? this.shipped.contactRules;
  }

  utteranceRules(today: CalendarDate): UtteranceRules {
    return this.current('utteranceRules', today)?.content ?? this.shipped.utteranceRules;
  }

  knowledge(today: CalendarDate): Knowledge {
    const current = this.current('answers', today);
    return current === undefined ? this.shipped.knowledge : { answers: current.content };
  }
}
