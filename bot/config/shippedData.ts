// The data that ships with the house, read and checked once at the start: a file that cannot be used stops it, with the field.
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type BankProfile, bankProfileSchema } from '../../data/domain/bank/bankProfile';
import { type RetentionRules, retentionRulesSchema } from '../../data/domain/bank/retention';
import { type DeskRules, deskRulesSchema } from '../../data/domain/case/deskRules';
import { type AgencyRules, agencyRulesSchema } from '../../data/domain/conduct/agencyRegister';
import { type ContactRules, contactRulesSchema } from '../../data/domain/conduct/contactRules';
import { type OutboundRules, outboundRulesSchema } from '../../data/domain/conduct/outboundGuard';
import { type UtteranceRules, utteranceRulesSchema } from '../../data/domain/conduct/utteranceRules';
import { type VerificationRules, verificationRulesSchema } from '../../data/domain/customer/verificationRules';
import { type PolicyLimits, policyLimitsSchema } from '../../data/domain/limits/policyLimits';
import { type ContractTerms, contractTermsSchema } from '../../data/domain/money/contractTerms';
import { type Knowledge, knowledgeSchema } from '../../data/knowledge/knowledge';
import { inRepository } from './repositoryRoot';

/** A shipped or edited data file does not fit its schema. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';
}

function read<T>(schema: z.ZodType<T>, ...path: string[]): T {
  const parsed = schema.safeParse(JSON.parse(readFileSync(inRepository(...path), 'utf8')));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  - ${issue.path.join('.') || 'file'}: ${issue.message}`);
  throw new DataFileError(`${path.join('/')} cannot be used:\n${problems.join('\n')}`);
}

export interface ShippedData {
  readonly bank: BankProfile;
  readonly knowledge: Knowledge;
  readonly offerLimits: PolicyLimits;
  readonly outboundRules: OutboundRules;
  readonly utteranceRules: UtteranceRules;
  readonly contactRules: ContactRules;
  readonly contract: ContractTerms;
  readonly agencyRules: AgencyRules;
  readonly desk: DeskRules;
  readonly verification: VerificationRules;
  readonly retention: RetentionRules;
}

export const readShippedData = (): ShippedData => ({
  bank: read(bankProfileSchema, 'data', 'policy', 'bank.json'),
  knowledge: { answers: read(knowledgeSchema, 'data', 'knowledge', 'answers.json') },
  offerLimits: read(policyLimitsSchema, 'data', 'policy', 'offerLimits.json'),
  outboundRules: read(outboundRulesSchema, 'data', 'policy', 'outboundRules.json'),
  utteranceRules: read(utteranceRulesSchema, 'data', 'policy', 'utteranceRules.json'),
  contract: read(contractTermsSchema, 'data', 'policy', 'contractTerms.json'),
  contactRules: read(contactRulesSchema, 'data', 'policy', 'contactRules.json'),
  agencyRules: read(agencyRulesSchema, 'data', 'policy', 'agencyRules.json'),
  desk: read(deskRulesSchema, 'data', 'policy', 'desk.json'),
  verification: read(verificationRulesSchema, 'data', 'policy', 'verification.json'),
  retention: read(retentionRulesSchema, 'data', 'policy', 'retention.json'),
});
