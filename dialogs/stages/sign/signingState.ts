// How the dialogs change a signature under way: forward by its steps, or void. See data/domain/negotiation/signing.
import {
  type AgreementTerms,
  agreementTermsSchema,
  type Signing,
} from '../../../data/domain/negotiation/signing/signing';
import type { ConversationState } from '../../talk/conversationState';
import type { Turn } from '../../talk/turn';

export function setSigning(state: ConversationState, signing: Signing | null): void {
  if (state.negotiation !== null) state.negotiation = { ...state.negotiation, signing };
}

/** Hash that binds a signature to exactly these terms for exactly the accounts under negotiation. */
export const termsHash = (turn: Turn, terms: AgreementTerms): string =>
  turn.services.hashOf({ terms: agreementTermsSchema.parse(terms), accounts: turn.state.negotiatedAccountIds });

/**
 * A question keeps the place of a signature. Whatever leaves the bargaining table, and news of hardship or danger, does not:
 * the customer's world has changed, and what was read is read again before it is signed.
 */
export function voidSigningWhereLost({ state, heard }: Turn): void {
  const news = heard.signals.includes('hardship') || heard.signals.includes('vulnerable');
  if (state.stage !== 'negotiating' || news) setSigning(state, null);
}
