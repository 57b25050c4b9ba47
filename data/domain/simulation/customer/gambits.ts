// Ways of being difficult: what somebody says first who then bargains like anybody else. Each is played by a person and set
// beside the same person without it.
import type { NegotiableAccount } from '../../account/account';
import { type CustomerTurn, certainTurn } from '../../customer/customerTurn';
import type { Move } from '../../negotiation/move';
import type { SimulatedCustomer } from '../population/customers';
import { figureSlots } from './customerFigures';

export const gambitNames = [
  'lowBall',
  'refusesTwice',
  'refusesFiveTimes',
  'saysOneFirst',
  'acceptsThenBacksOut',
  'defers',
  'falseHardship',
  'withdrawsForgedEvidence',
  'alternates',
  'wishesLower',
  'walksAway',
] as const;
export type GambitName = (typeof gambitNames)[number];

/** What is said at one step, and what the bank's book holds from then on where that changes. */
export interface GambitTurn {
  readonly turn: CustomerTurn;
  readonly account?: NegotiableAccount;
}

/** What is said at a step (from 0), after this move; null when the gambit is over. */
type Gambit = (person: SimulatedCustomer, step: number, move: Move | null) => GambitTurn | null;

const says = (...turn: Parameters<typeof certainTurn>): GambitTurn => ({ turn: certainTurn(...turn) });

/** What this person would say straight away, with the monthly figure at this share of it. */
const names = (person: SimulatedCustomer, share: number): GambitTurn =>
  says(
    'negotiate.terms',
    figureSlots({ ...person, statedShare: person.statedShare * share }, { counters: 0, lumpSumNamed: false }),
  );

const inTurn =
  (...shares: readonly number[]): Gambit =>
  (person, step) => {
    const share = shares[step];
    return share === undefined ? null : names(person, share);
  };

const refusing =
  (times: number): Gambit =>
  (person, step) => {
    if (step === 0) return names(person, 1);
    return step <= times ? says(step === 1 ? 'negotiate.priceRelief' : 'negotiate.reject') : null;
  };

/** Takes the first offer, says no to its read-back, and no to what is shown then. */
const backingOut: Gambit = (person, step, move) => {
  if (step === 0) return names(person, 1);
  if (step === 1 && move !== null && 'offers' in move)
    return says('negotiate.accept', { offerNumber: move.offers[0]?.number ?? 1 });
  if (step === 2) return says('deny');
  return step === 3 ? says('negotiate.reject') : null;
};

const deferring: Gambit = (person, step) => {
  if (step === 0) return names(person, 1);
  return step === 1 ? says('negotiate.terms', { deferMonths: 3 }) : null;
};

/** Speaks of hardship, and goes on to bargain as if nothing had been said. */
const falseHardship: Gambit = (person, step) => {
  if (step === 0) return says('hardship');
  return step === 1 ? names(person, 1) : null;
};

const forgedShare = 0.5;

/** A document of half of what there is, and half of it said; then the document is taken out of the book. */
const withdrawing: Gambit = (person, step) => {
  if (step === 0) return names(person, forgedShare);
  if (step > 1) return null;
  const account = { ...person.account, documentedMonthlyCapacityFen: null };
  return { ...names(person, 1), account };
};

/** Asks for something lower still, twice, with no figure. */
const wishing: Gambit = (person, step) => {
  if (step === 0) return names(person, 1);
  return step <= 2 ? says('negotiate.terms', { wish: 'lower' }) : null;
};

/** Breaks off in front of the offers, and comes back to say the same. */
const walkingAway: Gambit = (person, step) => {
  if (step === 1) return says('cancel');
  return step <= 2 ? names(person, 1) : null;
};

export const gambits: Readonly<Record<GambitName, Gambit>> = {
  lowBall: inTurn(0.5, 0.6, 0.7),
  refusesTwice: refusing(2),
  refusesFiveTimes: refusing(5),
  saysOneFirst: (person, step) =>
    step === 0 ? says('negotiate.terms', { monthlyAmount: { min: 1, max: 1 } }) : step === 1 ? names(person, 1) : null,
  acceptsThenBacksOut: backingOut,
  defers: deferring,
  falseHardship,
  withdrawsForgedEvidence: withdrawing,
  alternates: inTurn(0.6, 1.3, 0.6, 1),
  wishesLower: wishing,
  walksAway: walkingAway,
};

/** What the book holds when the conversation begins. */
export const accountAtFirst = (name: GambitName, { account, capacityFen }: SimulatedCustomer): NegotiableAccount =>
  name === 'withdrawsForgedEvidence'
    ? { ...account, documentedMonthlyCapacityFen: Math.round(capacityFen * forgedShare) }
    : account;
