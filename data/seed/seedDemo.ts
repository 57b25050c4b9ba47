// Puts the demo personas into an empty book, once. Never touches a book that holds anything.
import { z } from 'zod';
import type { CalendarDate } from '../domain/calendar/calendar';
import { agencySchema } from '../domain/conduct/agencyRegister';
import { readPolicyLimits } from '../domain/limits/policyLimits';
import { contractTermsSchema } from '../domain/money/contractTerms';
import bankJson from '../policy/bank.json';
import contractTermsJson from '../policy/contractTerms.json';
import offerLimitsJson from '../policy/offerLimits.json';
import type { DocumentStore, Operation } from '../store/documentStore';
import { createRepositories, type Repositories } from '../store/repositories';
import { type Persona, personas } from './persona';
import { accountRecord, caseRecord, contactRecord, customerRecord, placementRecords } from './personaRecords';
import { seededArrangement } from './seededArrangement';

/** 'notEmpty' means that the book holds customers, accounts or agencies of its own. */
export type SeedOutcome = 'seeded' | 'alreadySeeded' | 'notEmpty';

const marker = { collection: 'markers', id: 'demoSeed' };

async function isEmpty(store: DocumentStore): Promise<boolean> {
  const collections = ['customers', 'accounts', 'arrangements', 'cases', 'agencies'];
  const pages = await Promise.all(collections.map((collection) => store.list(collection, { limit: 1 })));
  return pages.every((page) => page.items.length === 0);
}

function personaOperations(persona: Persona, repositories: Repositories, today: CalendarDate): Operation[] {
  const limits = readPolicyLimits(offerLimitsJson);
  const contract = contractTermsSchema.parse(contractTermsJson);
  if (limits.kind === 'refused') throw new Error('the shipped offer limits are not valid');
  const { customers, accounts, placements, arrangements, contactPreferences, cases } = repositories;
  const { customerId } = persona.customer;
  const struck = persona.accounts.map((account) => accountRecord(account, customerId, today));
  const arranged = seededArrangement(persona, struck, limits.limits, contract, today);
  const contact = contactRecord(persona, today);
  const openCase = caseRecord(persona, today);
  return [
    customers.putOperation(customerRecord(persona), null),
    ...(arranged?.accounts ?? struck).map((account) => accounts.putOperation(account, null)),
    ...placementRecords(persona, today).map((placement) => placements.putOperation(placement, null)),
    ...(arranged ? [arrangements.putOperation(arranged.record, null)] : []),
    ...(contact ? [contactPreferences.putOperation(contact, null)] : []),
    ...(openCase ? [cases.putOperation(openCase, null)] : []),
  ];
}

/** Seeds all of it or nothing; `today` is a day in the bank's time zone. */
export async function seedDemo(store: DocumentStore, today: CalendarDate): Promise<SeedOutcome> {
  if (await store.get(marker.collection, marker.id)) return 'alreadySeeded';
  if (!(await isEmpty(store))) return 'notEmpty';
  const repositories = createRepositories(store);
  const agencies = z.array(agencySchema).parse(bankJson.agencies);
  await store.transaction([
    { kind: 'put', ...marker, value: { seededOn: today }, expectedVersion: null },
    ...agencies.map((agency) => repositories.agencies.putOperation(agency, null)),
    ...personas.flatMap((persona) => personaOperations(persona, repositories, today)),
  ]);
  return 'seeded';
}
