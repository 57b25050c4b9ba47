// npm run replay -- CONVERSATION: takes each recorded decision again on its recorded inputs, and says where it differs.

import { isDeepStrictEqual } from 'node:util';
import { Command } from 'commander';
import { z } from 'zod';
import { negotiableAccountSchema } from '../../data/domain/account/account';
import { customerTurnSchema } from '../../data/domain/customer/customerTurn';
import { negotiationSchema } from '../../data/domain/negotiation/negotiation';
import { nextMove } from '../../data/domain/negotiation/nextMove';
import { proveSigning, rehearseYes, type SigningProof } from '../../data/domain/negotiation/signing/signingProof';
import { createRepositories, type Repositories } from '../../data/store/repositories';
import type { AuditEntry } from '../../data/store/repositories/audit';
import { readShippedData } from '../config/shippedData';
import { PoliciesInForce } from '../staff/policiesInForce';
import { entriesOf, sayRecent } from './conversation/conversationAudit';
import { commandConfig, openForReading, runCommand } from './parts/openStore';

const say = (text: string) => process.stdout.write(`${text}\n`);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

const moveInputsSchema = z.object({
  negotiation: negotiationSchema,
  turn: customerTurnSchema,
  account: negotiableAccountSchema,
  policyVersion: z.string(),
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

type Verdict =
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

async function retake({ event }: AuditEntry, repositories: Repositories, policies: PoliciesInForce): Promise<Verdict> {
  if (event.type === 'negotiation.move') {
    const inputs = moveInputsSchema.safeParse(event.inputs);
    if (!inputs.success)
      return { kind: 'differs', where: `inputs cannot be read: ${inputs.error.issues[0]?.path.join('.') ?? ''}` };
    const { negotiation, turn, account, policyVersion, today } = inputs.data;
    const limits = policies.offerLimitsOf(policyVersion);
    if (limits === undefined) return { kind: 'differs', where: `limits ${policyVersion} cannot be read any more` };
    const again = nextMove(negotiation, turn, account, limits, today, proofOf(inputs.data));
    const where = firstDifference(plain(event.decision.move), plain(again.move));
    return where === '' ? { kind: 'same' } : { kind: 'differs', where };
  }
  if (event.type === 'signed') {
    const record = await repositories.arrangements.get(String(event.decision.agreementNumber));
    if (record === undefined) return { kind: 'differs', where: 'there is no such agreement' };
    const { offer, policyVersion, offerHash } = record;
    const where = firstDifference(plain(event.inputs), plain({ offerHash, terms: { offer, policyVersion } }));
    return where === ''
      ? { kind: 'same' }
      : { kind: 'differs', where: `the agreement is not what was signed; ${where}` };
  }
  return { kind: 'recorded' };
}

const marks = { same: 'same    ', recorded: 'recorded', differs: 'DIFFERS ' } as const;

async function replay(conversationId: string | undefined): Promise<number> {
  const config = commandConfig();
  const opened = await openForReading(config);
  try {
    const repositories = createRepositories(opened.store);
    const entries = conversationId === undefined ? [] : await entriesOf(repositories, conversationId);
    if (entries.length === 0) {
      if (conversationId !== undefined) say(`No decisions are recorded for ${conversationId}.`);
      await sayRecent(repositories, opened.store);
      return conversationId === undefined ? 0 : 1;
    }
    const chain = await repositories.audit.verifyChain();
    if (chain.kind === 'broken') say(`The audit log is not whole: entry ${chain.sequence} is ${chain.reason}.`);
    const policies = new PoliciesInForce(repositories.policies, readShippedData());
    await policies.load();
    const counts = { same: 0, recorded: 0, differs: 0 };
    for (const entry of entries) {
      const verdict = await retake(entry, repositories, policies);
      counts[verdict.kind] += 1;
      say(
        `${marks[verdict.kind]}  turn ${entry.event.turnNumber}  ${entry.event.at}  ${entry.event.type}${verdict.kind === 'differs' ? `\n          ${verdict.where}` : ''}`,
      );
    }
    say(
      `${counts.same} decisions taken again with the same result, ${counts.differs} differ, ${counts.recorded} only recorded; audit chain ${chain.kind}.`,
    );
    return counts.differs > 0 || chain.kind === 'broken' ? 1 : 0;
  } finally {
    await opened.close();
  }
}

new Command('replay')
  .description('Reproduces the decisions of a conversation from the audit log.')
  .argument('[conversation]', 'its id; without it, the newest ones are listed')
  .action((conversationId: string | undefined) => runCommand(() => replay(conversationId)))
  .parse();
