// Drafts on their way through two pairs of eyes, as the tests of policies need them.
import type { PolicyDocument } from '../../../../bot/staff/contract/policies';
import type { PolicyLimits } from '../../../../data/domain/limits/policyLimits';
import offerLimits from '../../../../data/policy/offerLimits.json';
import { testDay } from '../../support/runningHouse';
import type { StaffClient } from './staffClient';

export const shipped = offerLimits as unknown as PolicyLimits;

/** The address of a version, or of one of its steps. */
export const at = (document: PolicyDocument, step = '') =>
  `policies/${document.summary.kind}/${document.summary.version}${step === '' ? '' : `/${step}`}`;

export async function draft(
  maker: StaffClient,
  value: unknown,
  kind = 'offerLimits',
  basedOn = shipped.version,
): Promise<PolicyDocument> {
  const reply = await maker.post<PolicyDocument>(`policies/${kind}/drafts`, { basedOn, value, reason: 'test' });
  expect(reply.status).toBe(201);
  return reply.body;
}

export async function submitted(
  maker: StaffClient,
  value: unknown,
  kind?: string,
  basedOn?: string,
): Promise<PolicyDocument> {
  const document = await draft(maker, value, kind, basedOn);
  const reply = await maker.post<PolicyDocument>(at(document, 'submit'), {
    expectedVersion: document.summary.documentVersion,
  });
  expect(reply.status).toBe(200);
  return reply.body;
}

export async function approved(
  maker: StaffClient,
  checker: StaffClient,
  value: unknown,
  kind?: string,
  basedOn?: string,
): Promise<PolicyDocument> {
  const document = await submitted(maker, value, kind, basedOn);
  const reply = await checker.post<PolicyDocument>(at(document, 'approve'), {
    effectiveFrom: testDay,
    expectedVersion: document.summary.documentVersion,
  });
  expect(reply.status).toBe(200);
  return reply.body;
}
