// One conversation from the first message to a signature or a goodbye, and what came of it.
import type { NegotiableAccount } from '../account/account';
import type { CustomerTurn } from '../customer/customerTurn';
import type { Move } from '../negotiation/move';
import type { Offer } from '../offer/offer';
import type { Bargainer, BargainingPolicy, CaseFacts } from './bargainer';
import { answer, type CustomerReply, fresh, opening } from './customer/customerTalk';
import { accountAtFirst, type GambitName, type GambitTurn, gambits } from './customer/gambits';
import type { SimulatedCustomer } from './population/customers';

export type Ending = 'signed' | 'left' | Exclude<Move['kind'], 'ask' | 'offer' | 'nearest' | 'readBack' | 'agreed'>;

/** What the observer of a conversation sees of each step. */
export interface Step {
  readonly turn: CustomerTurn;
  readonly move: Move;
  /** The policy as it is after this step, to be asked what else it would have said. */
  readonly next: Bargainer;
  /** What the book held at this step, where it had changed by then. */
  readonly account?: NegotiableAccount;
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

/** Moves after which the conversation goes on. */
const goesOn = ({ kind }: Move): boolean =>
  kind === 'readBack' || kind === 'offer' || kind === 'nearest' || kind === 'ask';

export function converse(policy: BargainingPolicy, customer: SimulatedCustomer, facts: CaseFacts): Conversation {
  return talk(policy.open(facts), customer, opening(customer), []);
}

/** What is said to the question for money at hand, difficult or not: hiding it is another matter. Null where it is not asked. */
function toldOfMoney(person: SimulatedCustomer, move: Move | null): GambitTurn | null {
  if (move?.kind !== 'ask' || move.slot !== 'lumpSum' || person.lumpSumFen === 0) return null;
  const reply = answer(person, fresh, move);
  return reply.kind === 'says' ? { turn: reply.turn } : null;
}

/** The same person, who plays a gambit first. A hardship review and a goodbye do not end one: both are meant to be gone around. */
export function converseWithGambit(
  policy: BargainingPolicy,
  person: SimulatedCustomer,
  facts: CaseFacts,
  name: GambitName,
): Conversation {
  const steps: Step[] = [];
  let account = accountAtFirst(name, person);
  let bargainer = policy.open({ ...facts, account });
  let move: Move | null = null;
  for (let step = 0; ; ) {
    const told = toldOfMoney(person, move);
    const said = told ?? gambits[name](person, step, move);
    if (said === null) break;
    if (told === null) step++;
    account = said.account ?? account;
    const heard = bargainer(said.turn, account);
    move = heard.move;
    bargainer = heard.next;
    steps.push({ turn: said.turn, ...heard, account });
    if (!goesOn(move) && move.kind !== 'hardship' && move.kind !== 'end')
      return { ending: endingOf(move), agreement: null, turns: steps.length, steps };
  }
  const reply = move === null ? opening(person) : answer(person, fresh, move);
  return talk(bargainer, person, reply, steps);
}

const endingOf = ({ kind }: Move): Ending =>
  kind === 'ask' || kind === 'offer' || kind === 'nearest' || kind === 'readBack' || kind === 'agreed' ? 'left' : kind;

/** Goes on from a reply to the end of the conversation; `before` are the steps that led to it. */
function talk(
  opened: Bargainer,
  customer: SimulatedCustomer,
  first: CustomerReply,
  before: readonly Step[],
): Conversation {
  const steps: Step[] = [...before];
  const account = before.at(-1)?.account;
  let bargainer = opened;
  let reply = first;
  let turns = before.length;
  while (reply.kind === 'says' && turns < messagesMax) {
    turns += 1;
    const heard = bargainer(reply.turn);
    const { move } = heard;
    steps.push({ turn: reply.turn, ...heard, ...(account === undefined ? {} : { account }) });
    if (move.kind === 'agreed') return { ending: 'signed', agreement: move.agreement.offer, turns: turns - 1, steps };
    if (!goesOn(move)) return { ending: endingOf(move), agreement: null, turns, steps };
    bargainer = heard.next;
    reply = answer(customer, reply.state, move);
  }
  return { ending: 'left', agreement: null, turns, steps };
}
