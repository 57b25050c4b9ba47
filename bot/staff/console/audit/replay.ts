// A conversation from its beginning: what was said, and between it what was decided and on what.
import { entriesOf } from '../../../cli/conversation/conversationAudit';
import type { Replay, ReplayStep } from '../../contract/audit';
import { sayingsOf } from '../../desk/transcript';
import { notFound } from '../../problems';
import type { StaffParts } from '../../staffParts';
import { auditEntryOf } from './search';

type Said = Extract<ReplayStep, { kind: 'said' }>;
type Decided = Extract<ReplayStep, { kind: 'decided' }>;

/** What was said in a conversation that the audit log names without its channel. */
const sayings = async (parts: StaffParts, conversationId: string): Promise<Said[]> =>
  (await sayingsOf(parts, conversationId)).map((one) => ({ kind: 'said', ...one }));

/** In order of time; at the same moment first the customer, then what was decided, then what was answered. */
export function inOrder(said: readonly Said[], decided: readonly Decided[]): ReplayStep[] {
  const steps: ReplayStep[] = [];
  let next = 0;
  for (const one of said) {
    while (next < decided.length) {
      const decision = decided[next];
      if (decision === undefined || decision.at > one.at || (decision.at === one.at && one.from === 'customer')) break;
      steps.push(decision);
      next += 1;
    }
    steps.push(one);
  }
  return [...steps, ...decided.slice(next)];
}

/** An id that no index can hold belongs to no conversation. */
const canBeId = (text: string): boolean =>
  text.length > 0 && text.length <= 1024 && text.isWellFormed() && !text.includes('\u0000');

export async function replayOf(parts: StaffParts, conversationId: string): Promise<Replay> {
  if (!canBeId(conversationId)) throw notFound();
  const entries = await entriesOf(parts.repositories, conversationId);
  const decided = entries.map(
    (entry): Decided => ({ kind: 'decided', at: entry.event.at, entry: auditEntryOf(entry) }),
  );
  const steps = inOrder(await sayings(parts, conversationId), decided);
  if (steps.length === 0) throw notFound();
  return { conversationId, steps };
}
