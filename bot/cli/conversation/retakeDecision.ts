// Takes one recorded decision again on its recorded inputs and compares: what `npm run replay` and the model tests do alike.

import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { negotiableAccountSchema } from '../../../data/domain/account/account';
import { customerTurnSchema } from '../../../data/domain/customer/customerTurn';
import type { PolicyLimits } from '../../../data/domain/limits/policyLimits';
import { negotiationSchema } from '../../../data/domain/negotiation/negotiation';
import { nextMove } from '../../../data/domain/negotiation/nextMove';
import { proveSigning, rehearseYes, type SigningProof } from '../../../data/domain/negotiation/signing/signingProof';
import type { Repositories } from '../../../data/store/repositories';
import type { AuditEntry } from '../../../data/store/repositories/audit';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

const moveInputsSchema = z.object({
  negotiation: negotiationSchema,
  turn: customerTurnSchema,
  account: negotiableAccountSchema,
  policyVersion: z.string(),
  /** What was left of it under superseded limits; absent in earlier records. */
  quoteValidDays: z.number().int().nonnegative().optional(),
  today: z.string(),
  consent: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('rehearsal') }),
      z.object({
        kind: z.literal('customer'),
        now: z.string(),
        words: z.string(),
        termsHash: z.string(),
        readingSeconds: z.number(),
      }),
    ])
    .nullable()
    .optional(),
});
type MoveInputs = z.infer<typeof moveInputsSchema>;

/** Proves the recorded consent once more; null where none was given. */
function proofOf({ consent, negotiation, turn }: MoveInputs): SigningProof | null {
  if (consent == null) return null;
  if (consent.kind === 'rehearsal') return rehearseYes(negotiation.signing, turn);
  const proving = proveSigning(negotiation.signing, consent);
  return proving.kind === 'proved' ? proving.proof : null;
}

/** `recorded`: an event that is no decision of the engine; there is nothing to take again. */
export type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'recorded' }
  | { readonly kind: 'differs'; readonly where: string };

/** The first place where two JSON values differ, as a path. */
function firstDifference(a: unknown, b: unknown, path = ''): string {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return isDeepStrictEqual(a, b) ? '' : `${path || 'value'}: recorded ${JSON.stringify(a)}, now ${JSON.stringify(b)}`;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference(Reflect.get(a, key), Reflect.get(b, key), `${path}${path === '' ? '' : '.'}${key}`);
    if (found !== '') return found;
  }
  return '';
}

/** What is needed to take a decision again: the agreements, and every version of the limits. */
export interface DecisionRecords {
  readonly repositories: Pick<Repositories, 'arrangements'>;
  limitsOf(version: string): PolicyLimits | undefined;
}

/** Takes the decision of one audit entry again; says where the result differs from what was recorded. */
export async function retakeDecision({ event }: AuditEntry, records: DecisionRecords): Promise<Verdict> {
  if (event.type === 'negotiation.move') {
    const inputs = moveInputsSchema.safeParse(event.inputs);
    if (!inputs.success)
      return { kind: 'differs', where: `inputs cannot be read: ${inputs.error.issues[0]?.path.join('.') ?? ''}` };
    const { negotiation, turn, account, policyVersion, quoteValidDays, today } = inputs.data;
    const version = records.limitsOf(policyVersion);
    const limits = version && { ...version, quoteValidDays: quoteValidDays ?? version.quoteValidDays };
    if (limits === undefined) return { kind: 'differs', where: `limits ${policyVersion} cannot be read any more` };
    const again = nextMove(negotiation, turn, account, limits, today, proofOf(inputs.data));
    const where = firstDifference(plain(event.decision.move), plain(again.move));
    return where === '' ? { kind: 'same' } : { kind: 'differs', where };
  }
  if (event.type === 'signed') {
    const record = await records.repositories.arrangements.get(String(event.decision.agreementNumber));
    if (record === undefined) return { kind: 'differs', where: 'there is no such agreement' };
    const { offer, policyVersion, offerHash } = record;
    const where = firstDifference(plain(event.inputs), plain({ offerHash, terms: { offer, policyVersion } }));
    return where === ''
      ? { kind: 'same' }
      : { kind: 'differs', where: `the agreement is not what was signed; ${where}` };
  }
  return { kind: 'recorded' };
}
