// How the dialogs change a signature under way: forward by its steps, or void. See data/domain/negotiation/signing.
import {
  type AgreementTerms,
  agreementTermsSchema,
  type Signing,
} from '../../../data/domain/negotiation/signing/signing';
import type { ConversationState } from '../../talk/conversationState';
import type { Turn } from '../../talk/turn';
import { costTableNow } from './costTable';
import { supposes } from './signingWords';

export function setSigning(state: ConversationState, signing: Signing | null): void {
  if (state.negotiation !== null) state.negotiation = { ...state.negotiation, signing };
}

/**
 * Hash that binds a signature to exactly what was read: the terms, the accounts under negotiation, and their table of costs
 * as of that day. Null where the terms can no longer be read as they are.
 */
export async function termsHash(turn: Turn, terms: AgreementTerms): Promise<string | null> {
  const costTable = await costTableNow(turn, terms.offer);
  if (costTable === null) return null;
  const accounts = turn.state.negotiatedAccountIds;
  return turn.services.hashOf({ terms: agreementTermsSchema.parse(terms), accounts, costTable });
}

/**
 * A question keeps the place of a signature. Whatever leaves the bargaining table, and news of hardship or danger, does not:
 * the customer's world has changed, and what was read is read again before it is signed.
 */
export function voidSigningWhereLost({ state, heard, input }: Turn): void {
  const hardship = heard.signals.includes('hardship') && !supposes(input.text);
  const news = hardship || heard.signals.includes('vulnerable');
  if (state.stage !== 'negotiating' || news) setSigning(state, null);
}
