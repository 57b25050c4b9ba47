// What the engine's tests begin from: shipped limits, the case the project began with, and a conversation in turns.
import type { NegotiableAccount } from '../../../../data/domain/account/account';
import { type CustomerTurn, certainTurn, type Intent, type Slots } from '../../../../data/domain/customer/customerTurn';
import type { PolicyLimits } from '../../../../data/domain/limits/policyLimits';
import { type Move, offersOf } from '../../../../data/domain/negotiation/move';
import { type Negotiation, negotiationSchema, startNegotiation } from '../../../../data/domain/negotiation/negotiation';
import { nextMove } from '../../../../data/domain/negotiation/nextMove';
import { rehearseYes } from '../../../../data/domain/negotiation/signing/signingProof';
import type { Offer } from '../../../../data/domain/offer/offer';
import shipped from '../../../../data/policy/offerLimits.json';

export const today = '2026-11-23';
/** As they stand in the file: that they pass the door is a test of its own, and tests of the door begin from them. */
export const shippedLimits = shipped as unknown as PolicyLimits;

/** 26,431.20 yuan, 457 days past due, no documents. */
export const theAccount = (changes: Partial<NegotiableAccount> = {}): NegotiableAccount => ({
  balanceFen: 2_643_120,
  principalFen: 2_000_000,
  interestFen: 493_120,
  feesFen: 150_000,
  daysPastDue: 457,
  product: 'standard',
  documentedMonthlyCapacityFen: null,
  salaryCreditsFen: [],
  brokenArrangements: 0,
  ...changes,
});

export type Act = Intent | readonly [Intent, Slots] | CustomerTurn;
const turnOf = (act: Act): CustomerTurn => {
  if (typeof act === 'string') return certainTurn(act);
  return 'intent' in act ? act : certainTurn(act[0], act[1]);
};

interface Table {
  readonly account?: NegotiableAccount;
  readonly limits?: PolicyLimits;
  readonly today?: string;
  readonly from?: Negotiation;
  /** Whether the question for money at hand is answered with "none" at once. */
  readonly hasNoMoney?: boolean;
}

export interface Played {
  readonly moves: readonly Move[];
  readonly last: Move;
  readonly negotiation: Negotiation;
}

/** Plays the turns one after the other, each yes to a read-back as a rehearsed signature; what is remembered between them goes through its schema, as it does when saved. */
export function play(acts: readonly Act[], table: Table = {}): Played {
  const { account = theAccount(), limits = shippedLimits, today: day = today, hasNoMoney = false } = table;
  let negotiation = table.from ?? startNegotiation(limits, account, day);
  const moves: Move[] = [];
  const hear = (turn: CustomerTurn): Move => {
    const answer = nextMove(negotiation, turn, account, limits, day, rehearseYes(negotiation.signing, turn));
    negotiation = negotiationSchema.parse(JSON.parse(JSON.stringify(answer.negotiation)));
    return answer.move;
  };
  for (const act of acts) {
    const move = hear(turnOf(act));
    const isAsked = hasNoMoney && move.kind === 'ask' && move.slot === 'lumpSum';
    moves.push(isAsked ? hear(certainTurn('deny')) : move);
  }
  const last = moves.at(-1);
  if (last === undefined) throw new Error('nothing was said');
  return { moves, last, negotiation };
}

export const offersIn = (move: Move): readonly Offer[] => offersOf(move);

export const monthly = (min: number, max = min): Slots => ({ monthlyAmount: { min, max } });
export const atMost = (max: number): Slots => ({ monthlyAmount: { max } });
export const upFront = (yuan: number): Slots => ({ lumpSum: { min: yuan, max: yuan } });
export const months = (count: number): Slots => ({ instalmentCount: { min: count, max: count } });

/** The offers of answer number `index`, from 0; fails where there was no such answer. */
export function offersAt(moves: readonly Move[], index: number): readonly Offer[] {
  const move = moves[index];
  if (move === undefined) throw new Error(`there are only ${moves.length} answers`);
  return offersIn(move);
}
