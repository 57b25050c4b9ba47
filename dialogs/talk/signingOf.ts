// What is being signed in a conversation: read from the negotiation, the one place that knows.
import type { Signing } from '../../data/domain/negotiation/signing/signing';
import type { ConversationState } from './conversationState';

/** Null while the bargaining table is not open, and while nothing is being signed at it. */
export const signingOf = ({ stage, negotiation }: Pick<ConversationState, 'stage' | 'negotiation'>): Signing | null =>
  stage === 'negotiating' ? (negotiation?.signing ?? null) : null;
