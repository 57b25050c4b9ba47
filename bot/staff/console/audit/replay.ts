// A conversation from its beginning: what was said, and between it what was decided and on what.
import type { DocumentStore } from '../../../../data/store/documentStore';
import { entriesOf } from '../../../cli/conversation/conversationAudit';
import { conversationKey } from '../../../turn/conversationKey';
import type { Replay, ReplayStep } from '../../contract/audit';
import { transcriptOf } from '../../desk/transcript';
import { notFound } from '../../problems';
import type { StaffParts } from '../../staffParts';
import { auditEntryOf } from './search';

type Said = Extract<ReplayStep, { kind: 'said' }>;
type Decided = Extract<ReplayStep, { kind: 'decided' }>;

/** Every channel that has a transcript: one step through the index for each. */
async function channelsOf(store: DocumentStore): Promise<string[]> {
  const found: string[] = [];
  for (let from = ''; ; ) {
    const { items } = await store.queryLog('transcripts', 'conversationId', { from }, { limit: 1 });
    const entry = items[0]?.entry;
    const key = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'conversationId') : undefined;
    if (typeof key !== 'string') return found;
    const channel = key.slice(0, Math.max(0, key.indexOf('/')));
    found.push(channel);
    // "0" is the character after "/".
    from = `${channel}0`;
  }
}

/** What was said in a conversation that the audit log names without its channel. */
async function sayings({ store, repositories }: StaffParts, conversationId: string): Promise<Said[]> {
  const desk = await repositories.deskConversations.get(conversationId);
  const keys =
    desk === undefined
      ? (await channelsOf(store)).map((channel) => conversationKey(channel, conversationId))
      : [desk.conversation];
  for (const key of keys) {
    const found = await transcriptOf(store, key);
    if (found.length > 0) return found.map((one) => ({ kind: 'said', ...one }));
  }
  return [];
}

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
