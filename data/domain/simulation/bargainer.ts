// A bargaining policy as the simulator sees it: hears a turn, answers with a move, and becomes what it is after that.
import type { NegotiableAccount } from '../account/account';
import type { CalendarDate } from '../calendar/calendar';
import type { CustomerTurn } from '../customer/customerTurn';
import type { PolicyLimits } from '../limits/policyLimits';
import type { Move } from '../negotiation/move';
import { startNegotiation } from '../negotiation/negotiation';
import { nextMove } from '../negotiation/nextMove';
import { rehearseYes } from '../negotiation/signing/signingProof';

/** Everything that a policy may know of a case before the customer speaks. */
export interface CaseFacts {
  readonly account: NegotiableAccount;
  readonly limits: PolicyLimits;
  readonly today: CalendarDate;
  /** A number of its own for a policy that leaves things to chance. */
  readonly seed: number;
}

/**
 * Pure: hearing a turn changes nothing in place, so that a conversation may be tried out and taken back. `account` is what the
 * bank's book holds now, where it has changed since the last turn.
 */
export type Bargainer = (
  turn: CustomerTurn,
  account?: NegotiableAccount,
) => { readonly move: Move; readonly next: Bargainer };

export interface BargainingPolicy {
  readonly name: string;
  readonly open: (facts: CaseFacts) => Bargainer;
}

/** The assistant's own engine. */
export const enginePolicy: BargainingPolicy = {
  name: 'engine',
  open({ account: opened, limits, today }) {
    const after =
      (negotiation: ReturnType<typeof startNegotiation>, before: NegotiableAccount): Bargainer =>
      (turn, account = before) => {
        const answer = nextMove(negotiation, turn, account, limits, today, rehearseYes(negotiation.signing, turn));
        return { move: answer.move, next: after(answer.negotiation, account) };
      };
    return after(startNegotiation(limits, opened, today), opened);
  },
};
