// The data that ships with the house, read and checked once at the start: a file that cannot be used stops it, with the field.
import { join } from 'node:path';
import type { z } from 'zod';
import { type BankProfile, bankProfileSchema } from '../../data/domain/bank/bankProfile';
import { type RetentionRules, retentionRulesSchema } from '../../data/domain/bank/retention';
import { type DeskRules, deskRulesSchema } from '../../data/domain/case/deskRules';
import { type EvidenceRules, evidenceRulesSchema } from '../../data/domain/case/evidence';
import { type AgencyRules, agencyRulesSchema } from '../../data/domain/conduct/agencyRegister';
import { type ContactRules, contactRulesSchema } from '../../data/domain/conduct/contactRules';
import { type OutboundRules, outboundRulesSchema } from '../../data/domain/conduct/outboundRules';
import { type UtteranceRules, utteranceRulesSchema } from '../../data/domain/conduct/utteranceRules';
import { type VerificationRules, verificationRulesSchema } from '../../data/domain/customer/verificationRules';
import { type PolicyLimits, policyLimitsSchema } from '../../data/domain/limits/policyLimits';
import { type ContractTerms, contractTermsSchema } from '../../data/domain/money/contractTerms';
import { type OutreachRules, outreachRulesSchema } from '../../data/domain/outreach/outreachRules';
import { type Populations, readPopulation } from '../../data/domain/simulation/population/population';
import type { Knowledge } from '../../data/knowledge/knowledge';
import { answersFolder, readAnswerFiles } from './answerFiles';
import { readDataFile, readJsonFile, refusedFile } from './dataFile';
import { repositoryRoot } from './repositoryRoot';

export { DataFileError } from './dataFile';

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
  readonly evidence: EvidenceRules;
  readonly retention: RetentionRules;
  readonly outreach: OutreachRules;
  readonly population: Populations;
}

interface ShippedFile<T> {
  /** Below the checkout; the answers are a folder of files. */
  readonly file: string;
  read(root: string): T;
}

const by = <T>(schema: z.ZodType<T>, file: string): ShippedFile<T> => ({
  file,
  read: (root) => readDataFile(schema, join(root, file), file),
});

const population = 'data/policy/population.json';

/** Each part of the shipped data with the file it is read from. */
export const shippedFiles: { readonly [Part in keyof ShippedData]: ShippedFile<ShippedData[Part]> } = {
  bank: by(bankProfileSchema, 'data/policy/bank.json'),
  knowledge: { file: answersFolder, read: readAnswerFiles },
  offerLimits: by(policyLimitsSchema, 'data/policy/offerLimits.json'),
  outboundRules: by(outboundRulesSchema, 'data/policy/outboundRules.json'),
  utteranceRules: by(utteranceRulesSchema, 'data/policy/utteranceRules.json'),
  contract: by(contractTermsSchema, 'data/policy/contractTerms.json'),
  contactRules: by(contactRulesSchema, 'data/policy/contactRules.json'),
  agencyRules: by(agencyRulesSchema, 'data/policy/agencyRules.json'),
  desk: by(deskRulesSchema, 'data/policy/desk.json'),
  verification: by(verificationRulesSchema, 'data/policy/verification.json'),
  evidence: by(evidenceRulesSchema, 'data/policy/evidence.json'),
  retention: by(retentionRulesSchema, 'data/policy/retention.json'),
  outreach: by(outreachRulesSchema, 'data/policy/outreach.json'),
  population: { file: population, read: (root) => readPopulationFile(join(root, population), population) },
};

/** Reads every file below `root`, the checkout; throws DataFileError for the first that cannot be used. */
export const readShippedData = (root: string = repositoryRoot): ShippedData => ({
  bank: shippedFiles.bank.read(root),
  knowledge: shippedFiles.knowledge.read(root),
  offerLimits: shippedFiles.offerLimits.read(root),
  outboundRules: shippedFiles.outboundRules.read(root),
  utteranceRules: shippedFiles.utteranceRules.read(root),
  contract: shippedFiles.contract.read(root),
  contactRules: shippedFiles.contactRules.read(root),
  agencyRules: shippedFiles.agencyRules.read(root),
  desk: shippedFiles.desk.read(root),
  verification: shippedFiles.verification.read(root),
  evidence: shippedFiles.evidence.read(root),
  retention: shippedFiles.retention.read(root),
  outreach: shippedFiles.outreach.read(root),
  population: shippedFiles.population.read(root),
});

/** What the simulator draws its customers from. */
export function readPopulationFile(path: string, shownAs = path): Populations {
  const reading = readPopulation(readJsonFile(path, shownAs));
  if (reading.kind === 'refused') throw refusedFile(shownAs, reading.problems);
  return reading.populations;
}
