// audit/…: search, the check of the whole chain, and a conversation from its beginning.

import { auditQuerySchema, type ChainAnswer } from '../../contract/audit';
import { type StaffParts, staffEvent } from '../../staffParts';
import { type Call, type Handle, ok } from '../frame/call';
import { replayOf } from './replay';
import { searchAudit } from './search';

/** Problems that are shown; all of them are in the log. */
const problemsShownMax = 50;

async function verify({ repositories, store }: StaffParts, call: Call) {
  const began = performance.now();
  const check = await repositories.audit.verifyChain();
  const found = await store.verify();
  const tookMs = Math.round(performance.now() - began);
  await repositories.audit.append(staffEvent(call, 'audit.verified', {}, { ...check, problems: found.length }));
  const problems = found.slice(0, problemsShownMax).map(({ where, detail }) => ({ where, detail }));
  return ok({ ...check, tookMs, problems } satisfies ChainAnswer);
}

export const auditHandlers = (parts: StaffParts) =>
  ({
    audit: async (call) => ok(await searchAudit(parts, call.query(auditQuerySchema))),
    verifyAudit: (call) => verify(parts, call),
    replay: async (call) => ok(await replayOf(parts, call.param('conversationId'))),
  }) satisfies Readonly<Record<string, Handle>>;
