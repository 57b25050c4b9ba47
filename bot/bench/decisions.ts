// Decisions as long as real ones: the engine bargains once, and its moves are put on record for as many customers as wanted.
import { certainTurn } from '../../data/domain/customer/customerTurn';
import { startNegotiation } from '../../data/domain/negotiation/negotiation';
import { nextMove } from '../../data/domain/negotiation/nextMove';
import type { AuditRecord } from '../../data/store/repositories/audit';
import { readShippedData } from '../config/shippedData';
import { account } from './turns/account';

export const perConversation = 8;
const customers = 5_000;

type Decided = Pick<AuditRecord, 'type' | 'inputs' | 'decision'>;

/** What the engine saw and answered at each turn of one bargain. */
function bargain(today: string): Decided[] {
  const limits = readShippedData().offerLimits;
  let negotiation = startNegotiation(limits, account, today);
  return [
    certainTurn('negotiate.start', {}),
    certainTurn('negotiate.terms', { monthlyAmount: { min: 700, max: 800 }, payday: 15 }),
    certainTurn('negotiate.priceRelief', {}),
    certainTurn('negotiate.reject', {}),
  ].map((turn) => {
    const before = negotiation;
    const { move, negotiation: after } = nextMove(before, turn, account, limits, today);
    negotiation = after;
    const inputs = { negotiation: before, turn, account, policyVersion: limits.version, today };
    return { type: 'negotiation.move', inputs, decision: { move } };
  });
}

/** The balance that only this decision was made on: a figure that no index knows. */
export const balanceOf = (number: number): number => 7_000_000 + number;

/** Gives the decision of any number, from 0: eight make a conversation, and customers have several of those. */
export function decisionMaker(today: string): (number: number, at: string) => AuditRecord {
  const [opening, terms, relief, reject] = bargain(today);
  return (number, at) => {
    const conversation = Math.floor(number / perConversation);
    const balanceFen = balanceOf(number);
    const moved = (one: Decided | undefined): Decided | undefined =>
      one && { ...one, inputs: { ...one.inputs, account: { ...account, balanceFen } } };
    const told: Decided = {
      type: 'answered',
      inputs: { intent: 'ask.partialPayment' },
      decision: { answerId: 'partial' },
    };
    const opened: Decided = { type: 'caseOpened', inputs: { caseNumber: `CS-${conversation}` }, decision: {} };
    const promised: Decided = { type: 'promiseRecorded', inputs: { amountFen: balanceFen }, decision: {} };
    const turns = [
      told,
      { ...told, type: 'verified' },
      moved(opening),
      moved(terms),
      opened,
      moved(relief),
      moved(reject),
    ];
    const turnNumber = number % perConversation;
    return {
      ...(turns[turnNumber] ?? promised),
      conversationId: `talk-${conversation}`,
      customerId: `D-${conversation % customers}`,
      turnNumber,
      at,
    };
  };
}
