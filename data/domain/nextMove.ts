// The engine's one question: given all that is known and what the customer just said, what does the bank say next?
import type { NegotiableAccount } from './account';
import type { CalendarDate } from './calendar';
import type { CustomerTurn } from './customerTurn';
import type { Move } from './move';
import type { Negotiation } from './negotiation';
import type { PolicyLimits } from './policyLimits';

export interface NextMove {
  readonly move: Move;
  readonly negotiation: Negotiation;
}

/** Pure: the same arguments give the same move, and nothing is changed in place. */
export function nextMove(
  negotiation: Negotiation,
  _turn: CustomerTurn,
  _account: NegotiableAccount,
  _limits: PolicyLimits,
  _today: CalendarDate,
): NextMove {
  return { move: { kind: 'handoff', reason: 'notReady', messageId: 'negotiation.handoff', reasons: [] }, negotiation };
}
