// The four kinds of policy: their schemas, what the program sets in them by itself, and what came with it as the first version.
import type { z } from 'zod';
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import { contactRulesSchema } from '../../../data/domain/conduct/contactRules';
import { utteranceRulesSchema } from '../../../data/domain/conduct/utteranceRules';
import { policyFieldsSchema } from '../../../data/domain/limits/policyFields';
import { policyLimitsSchema } from '../../../data/domain/limits/policyLimits';
import { knowledgeSchema } from '../../../data/knowledge/answer';
import type { PolicyKind } from '../../../data/store/repositories/policies';
import type { ShippedData } from '../../config/shippedData';

export interface KindOf {
  /** Shape, contradictions and legal ceilings. */
  readonly schema: z.ZodType;
  /** The shape that a form is drawn from. */
  readonly formSchema: z.ZodType;
  /** First part of a version's name. */
  readonly stem: string;
  /** Fields that the program sets. */
  readonly readOnly: readonly string[];
  /** The field that tells one entry of a list from another, by the path of the list. */
  readonly keys: Readonly<Record<string, string>>;
}

export const kinds: Readonly<Record<PolicyKind, KindOf>> = {
  offerLimits: {
    schema: policyLimitsSchema,
    formSchema: policyFieldsSchema,
    stem: 'offers',
    readOnly: ['version', 'effectiveFrom'],
    keys: { segments: 'segmentId', reliefRules: 'reliefRuleId' },
  },
  contactRules: {
    schema: contactRulesSchema,
    formSchema: contactRulesSchema,
    stem: 'contact',
    readOnly: ['version'],
    keys: { caps: 'capId' },
  },
  utteranceRules: {
    schema: utteranceRulesSchema,
    formSchema: utteranceRulesSchema,
    stem: 'utterances',
    readOnly: [],
    keys: { rules: 'id' },
  },
  answers: { schema: knowledgeSchema, formSchema: knowledgeSchema, stem: 'answers', readOnly: [], keys: { '': 'id' } },
};

export interface ShippedPolicy {
  readonly version: string;
  readonly effectiveFrom: CalendarDate;
  readonly content: unknown;
}

/** The version that is in force until another one is approved, as its file says it. */
export function shippedPolicy(data: ShippedData, kind: PolicyKind): ShippedPolicy {
  const { offerLimits, contactRules, utteranceRules, knowledge } = data;
  const since = offerLimits.effectiveFrom;
  switch (kind) {
    case 'offerLimits':
      return { version: offerLimits.version, effectiveFrom: since, content: offerLimits };
    case 'contactRules':
      return { version: contactRules.version, effectiveFrom: since, content: contactRules };
    case 'utteranceRules':
      return { version: 'utterances-shipped', effectiveFrom: since, content: utteranceRules };
    case 'answers':
      return { version: 'answers-shipped', effectiveFrom: since, content: knowledge.answers };
  }
}

/** The value with the fields that name its version: they are never what somebody typed. */
export function stamped(kind: PolicyKind, value: unknown, version: string, effectiveFrom: CalendarDate): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const own: Record<string, string> = { version, effectiveFrom };
  const set = Object.fromEntries(kinds[kind].readOnly.map((field) => [field, own[field] ?? '']));
  return { ...value, ...set };
}
