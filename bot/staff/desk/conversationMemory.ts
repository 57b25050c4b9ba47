// What the assistant remembers of a conversation, as the desk reads it; the desk changes none of it.

import type { Instant } from '../../../data/domain/calendar/instant';
import type { Party } from '../../../data/domain/conduct/outboundGuard';
import { isInForce, type Lifetime } from '../../../data/domain/customer/verification';
import type { DocumentStore } from '../../../data/store/documentStore';
import { type ConversationState, layToRest } from '../../../dialogs/talk/conversationState';
import { talkOf } from '../../../dialogs/talk/speakers';

const collection = 'conversations';

/** As botbuilder's ConversationState names it. */
const keyOf = (channelId: string, conversationId: string): string => `${channelId}/conversations/${conversationId}/`;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Where the root dialog keeps its talks inside the stored dialog stack. */
function talksHolder(value: unknown): { state?: unknown } | undefined {
  if (!isObject(value) || !isObject(value.dialogs) || !Array.isArray(value.dialogs.dialogStack)) return undefined;
  const [root] = value.dialogs.dialogStack as unknown[];
  return isObject(root) ? root : undefined;
}

/** A conversation, and in its reference the person in it who asked for a colleague: the talk is theirs. */
export interface ConversationPlace {
  readonly channelId: string;
  readonly conversationId: string;
  readonly reference: Readonly<Record<string, unknown>>;
}

/** The person in a conversation who asked for a colleague, as the channel names them. */
export const personOf = ({ reference: { user } }: ConversationPlace): string =>
  isObject(user) && typeof user.id === 'string' ? user.id : '';

/** Null when there is none yet, or one of another version. */
export async function memoryOf(
  store: Pick<DocumentStore, 'get'>,
  place: ConversationPlace,
): Promise<ConversationState | null> {
  const stored = await store.get(collection, keyOf(place.channelId, place.conversationId));
  const read = talkOf(talksHolder(stored?.value)?.state, personOf(place));
  return read.kind === 'ok' ? read.state : null;
}

/**
 * A verification runs out for a colleague's words too: after its whole time they speak with somebody unverified. Silence
 * does not count while the customer waits in a queue of ours.
 */
export function onlyInForce(
  memory: ConversationState | null,
  now: Instant,
  lifetime: Lifetime,
): ConversationState | null {
  if (memory === null || memory.verified === null) return memory;
  const { verified } = memory;
  return isInForce({ ...verified, lastHeardAt: now }, now, lifetime) ? memory : layToRest(memory, verified.customerId);
}

export function partyOf(state: ConversationState | null): Party {
  if (state === null) return 'unknown';
  if (state.stage === 'atRisk') return 'atRisk';
  if (state.stage === 'someoneElse') return 'someoneElse';
  return state.verified === null ? 'unknown' : 'verified';
}
