// Shown to be the cardholder: what is remembered of it, and the wish that had waited for it.
import { certainTurn } from '../../../data/domain/customer/customerTurn';
import type { Tryer } from '../../../data/domain/customer/identityTries';
import type { Verification } from '../../../data/domain/customer/verification';
import { wakeTalk } from '../../talk/conversationState';
import type { After, Turn } from '../../talk/turn';

/** Who tries, for the counts: the same person in ten conversations is one user, one machine with ten names one address. */
export const tryerOf = ({ input }: Turn): Tryer => ({
  conversation: `${input.channelId}/${input.conversationId}`,
  user: `${input.channelId}/${input.userId}`,
  address: input.address,
});

function remember(turn: Turn, customerId: string, method: Verification['method']): void {
  const { state, input } = turn;
  state.verified = { customerId, method, since: input.now, lastHeardAt: input.now };
  state.secondFactor = null;
  state.lockedUntil = null;
  state.stage = 'open';
  wakeTalk(state, customerId);
  turn.audit('verified', { method }, { customerId });
}

/** From now on this person is the cardholder; what was wished for before, or was under way, goes on. */
export function verifiedAs(turn: Turn, customerId: string, method: Verification['method']): After {
  const { waitingTurn } = turn.state;
  turn.state.waitingTurn = null;
  remember(turn, customerId, method);
  return { takeUp: waitingTurn ?? certainTurn('account.balance'), justVerified: true };
}

/** A channel that has signed the customer in itself is believed, where the bank's rules say so. */
export async function verifiedByChannel(turn: Turn): Promise<void> {
  const { services, input, state } = turn;
  if (state.verified !== null || services.verification.signedInByChannel !== 'believed') return;
  const customerId = await services.boundCustomer(input.channelId, input.userId);
  if (customerId === null) return;
  const { stage } = state;
  remember(turn, customerId, 'channel');
  if (state.stage === 'open' && stage !== 'verifying') state.stage = stage;
}
