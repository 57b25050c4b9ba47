// What was said in a conversation, masked, by whom: the customer, the assistant, or a colleague.
import { z } from 'zod';
import type { DeskConversation } from '../../../data/domain/case/deskConversation';
import { maskPersonal } from '../../../data/domain/conduct/masking/masking';
import type { DocumentStore, Operation } from '../../../data/store/documentStore';
import { conversationKey } from '../../turn/conversationKey';
import type { TranscriptEntry } from '../contract/desk';
import type { StaffParts } from '../staffParts';

const log = 'transcripts';

const storedSchema = z.object({
  at: z.string(),
  from: z.enum(['customer', 'assistant', 'agent', 'system']),
  text: z.string(),
  agent: z.string().nullable().default(null),
});

/** An entry of the transcript log, or undefined for what is not one. */
export function readEntry(entry: unknown): TranscriptEntry | undefined {
  const read = storedSchema.safeParse(entry);
  return read.success ? read.data : undefined;
}

/** A colleague's own words may name people and numbers: they reach the customer as written, and are kept masked. */
export const saying = (conversation: string, entry: TranscriptEntry): Operation => ({
  kind: 'append',
  log,
  entry: {
    conversationId: conversation,
    ...entry,
    text: entry.from === 'agent' ? maskPersonal(entry.text) : entry.text,
  },
});

/** Everything that was said, oldest first; of a very long conversation the last two thousand entries. */
export async function transcriptOf(
  store: Pick<DocumentStore, 'queryLog'>,
  conversation: string,
): Promise<TranscriptEntry[]> {
  const found: TranscriptEntry[] = [];
  let after: string | undefined;
  do {
    const page = await store.queryLog(log, 'conversationId', conversation, { limit: 1000, after });
    found.push(...page.items.flatMap(({ entry }) => readEntry(entry) ?? []));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found.slice(-2000);
}

/** Every channel that has a transcript: one step through the index for each. */
export async function channelsOf(store: Pick<DocumentStore, 'queryLog'>): Promise<string[]> {
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

/** What was said in a conversation whose channel is not known. */
export async function sayingsOf(
  { store, repositories }: Pick<StaffParts, 'store' | 'repositories'>,
  conversationId: string,
): Promise<TranscriptEntry[]> {
  const desk = await repositories.deskConversations.get(conversationId);
  const keys =
    desk === undefined
      ? (await channelsOf(store)).map((channel) => conversationKey(channel, conversationId))
      : [desk.conversation];
  for (const key of keys) {
    const found = await transcriptOf(store, key);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether the customer has answered a colleague, or a colleague has noted how they spoke to them. */
export async function wasReached(
  { store, repositories }: Pick<StaffParts, 'store' | 'repositories'>,
  { conversation, conversationId, firstTakenAt }: DeskConversation,
): Promise<boolean> {
  if (firstTakenAt === null) return false;
  const said = await transcriptOf(store, conversation);
  const greeted = said.findIndex(({ from, at }) => from === 'agent' && at >= firstTakenAt);
  if (greeted >= 0 && said.slice(greeted + 1).some(({ from }) => from === 'customer')) return true;
  const notes = await repositories.deskConversations.notesOf(conversationId);
  return notes.some(({ at }) => at >= firstTakenAt);
}
