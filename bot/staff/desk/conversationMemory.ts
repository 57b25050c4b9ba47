// What the assistant remembers of a conversation, as the desk reads it, and the one thing the desk changes: no case waits any more.
import type { DocumentStore, Operation } from '../../../data/store/documentStore';
import { type ConversationState, readConversationState } from '../../../dialogs/talk/conversationState';
import type { Party } from '../../../dialogs/talk/turnOutcome';

const collection = 'conversations';

/** As botbuilder's ConversationState names it. */
const keyOf = (channelId: string, conversationId: string): string => `${channelId}/conversations/${conversationId}/`;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Where the root dialog keeps its memory inside the stored dialog stack. */
function memoryHolder(value: unknown): { memory?: unknown } | undefined {
  if (!isObject(value) || !isObject(value.dialogs) || !Array.isArray(value.dialogs.dialogStack)) return undefined;
  const [root] = value.dialogs.dialogStack as unknown[];
  return isObject(root) && isObject(root.state) ? root.state : undefined;
}

export interface ConversationPlace {
  readonly channelId: string;
  readonly conversationId: string;
}

/** Null when there is none yet, or one of another version. */
export async function memoryOf(
  store: Pick<DocumentStore, 'get'>,
  { channelId, conversationId }: ConversationPlace,
): Promise<ConversationState | null> {
  const stored = await store.get(collection, keyOf(channelId, conversationId));
  const read = readConversationState(memoryHolder(stored?.value)?.memory);
  return read.kind === 'ok' ? read.state : null;
}

/** The case is done with: asked again, the assistant opens a new one. */
export async function forgetHandoff(
  store: Pick<DocumentStore, 'get'>,
  { channelId, conversationId }: ConversationPlace,
): Promise<readonly Operation[]> {
  const id = keyOf(channelId, conversationId);
  const stored = await store.get(collection, id);
  const holder = memoryHolder(stored?.value);
  const read = readConversationState(holder?.memory);
  if (stored === undefined || holder === undefined || read.kind !== 'ok') return [];
  const { state } = read;
  const caseNumbers = Object.fromEntries(
    Object.entries(state.caseNumbers).filter(([, caseNumber]) => caseNumber !== state.handoffCase),
  );
  holder.memory = { ...state, handoffCase: null, caseNumbers };
  return [{ kind: 'put', collection, id, value: stored.value, expectedVersion: stored.version }];
}

export function partyOf(state: ConversationState | null): Party {
  if (state === null) return 'unknown';
  if (state.stage === 'atRisk') return 'atRisk';
  if (state.stage === 'someoneElse') return 'someoneElse';
  return state.verifiedCustomerId === null ? 'unknown' : 'verified';
}
