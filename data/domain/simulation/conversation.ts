// One conversation from the first message to a signature or a goodbye, and what came of it.
import type { CustomerTurn } from '../customer/customerTurn';
import type { Move } from '../negotiation/move';
import type { Offer } from '../offer/offer';
import type { Bargainer, BargainingPolicy, CaseFacts } from './bargainer';
import { answer, opening } from './customer/customerTalk';
import type { SimulatedCustomer } from './population/customers';

export type Ending = 'signed' | 'left' | Exclude<Move['kind'], 'ask' | 'offer' | 'nearest' | 'readBack' | 'agreed'>;

/** What the observer of a conversation sees of each step. */
export interface Step {
  readonly turn: CustomerTurn;
  readonly move: Move;
  /** The policy as it is after this step, to be asked what else it would have said. */
  readonly next: Bargainer;
}

export interface Conversation {
  readonly ending: Ending;
  readonly agreement: Offer | null;
  /** Customer messages up to the choice of an offer (the yes to the read-back is not bargaining) or up to the end. */
  readonly turns: number;
  readonly steps: readonly Step[];
}

/** Messages before the observer gives up: a policy that goes round for ever has lost the customer. */
const messagesMax = 40;

export function converse(policy: BargainingPolicy, customer: SimulatedCustomer, facts: CaseFacts): Conversation {
  const steps: Step[] = [];
  let bargainer = policy.open(facts);
  let reply = opening(customer);
  let turns = 0;
  while (reply.kind === 'says' && turns < messagesMax) {
    turns += 1;
    const heard = bargainer(reply.turn);
    const { move } = heard;
    steps.push({ turn: reply.turn, move, next: heard.next });
    if (move.kind === 'agreed') return { ending: 'signed', agreement: move.agreement.offer, turns: turns - 1, steps };
    if (move.kind === 'readBack' || move.kind === 'offer' || move.kind === 'nearest' || move.kind === 'ask') {
      bargainer = heard.next;
      reply = answer(customer, reply.state, move);
    } else return { ending: move.kind, agreement: null, turns, steps };
  }
  return { ending: 'left', agreement: null, turns, steps };
}
