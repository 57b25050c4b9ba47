// How a simulated customer talks: a state machine that hears a move and answers with a structured act, or leaves.
import { type CustomerTurn, certainTurn, type Slots } from '../../customer/customerTurn';
import type { Move } from '../../negotiation/move';
import type { Offer } from '../../offer/offer';
import type { SimulatedCustomer } from '../population/customers';
import { likedBest, statedFen } from './customerTaste';

/** What has happened so far, from the customer's side. */
export interface CustomerState {
  readonly messages: number;
  /** Menus answered with a figure because nothing in them could be borne. */
  readonly counters: number;
  readonly refusals: number;
  readonly timesAskedFigure: number;
  readonly lumpSumNamed: boolean;
  /** The offers seen last. */
  readonly seen: readonly Offer[];
}

export type CustomerReply =
  | { readonly kind: 'says'; readonly turn: CustomerTurn; readonly state: CustomerState }
  | { readonly kind: 'leaves'; readonly state: CustomerState };

const fresh: CustomerState = {
  messages: 0,
  counters: 0,
  refusals: 0,
  timesAskedFigure: 0,
  lumpSumNamed: false,
  seen: [],
};

const says = (state: CustomerState, turn: CustomerTurn): CustomerReply => ({
  kind: 'says',
  turn,
  state: { ...state, messages: state.messages + 1 },
});
const angrily = (turn: CustomerTurn): CustomerTurn => ({ ...turn, signals: ['anger'] });

/** People name round figures, down: to ten yuan, from 1,000 on to fifty, from 5,000 on to a hundred. */
export function roundFigure(fen: number): number {
  const yuan = fen / 100;
  const step = yuan < 1000 ? 10 : yuan < 5000 ? 50 : 100;
  return Math.max(step === 10 && yuan < 10 ? 1 : step, Math.floor(yuan / step) * step);
}

/** The monthly figure as this customer puts it, with payday and money at hand where it names them. */
function figureSlots(customer: SimulatedCustomer, state: CustomerState): Slots {
  const yuan = roundFigure(statedFen(customer, state.counters));
  const below = Math.max(1, Math.round((yuan * (1 - customer.rangeBelow)) / 10) * 10);
  const monthlyAmount =
    customer.figureForm === 'atMost'
      ? { max: yuan }
      : { min: customer.figureForm === 'range' ? Math.min(below, yuan) : yuan, max: yuan };
  const stuck = customer.namesLumpSum === 'whenStuck' && state.counters > 0;
  const lump = customer.lumpSumFen > 0 && !state.lumpSumNamed && (customer.namesLumpSum === 'unasked' || stuck);
  return {
    monthlyAmount,
    ...(customer.namesPayday ? { payday: customer.payday } : {}),
    ...(lump ? lumpSlots(customer) : {}),
  };
}

const lumpSlots = ({ lumpSumFen }: SimulatedCustomer): Slots => {
  const yuan = lumpSumFen / 100;
  return { lumpSum: { min: yuan, max: yuan } };
};

function namesFigure(customer: SimulatedCustomer, state: CustomerState): CustomerReply {
  const slots = figureSlots(customer, state);
  return says(
    { ...state, lumpSumNamed: state.lumpSumNamed || slots.lumpSum !== undefined },
    certainTurn('negotiate.terms', slots),
  );
}

/** In trouble: the reason alone, or a figure with the reason riding along. */
function trouble(customer: SimulatedCustomer, state: CustomerState): CustomerReply {
  const yuan = roundFigure(customer.capacityFen * 0.25);
  return says(
    state,
    customer.namesFigureInTrouble
      ? { ...certainTurn('negotiate.terms', { monthlyAmount: { max: yuan } }), signals: ['hardship'] }
      : certainTurn('hardship'),
  );
}

/** The first message. */
export function opening(customer: SimulatedCustomer): CustomerReply {
  switch (customer.behaviour) {
    case 'alreadyPaid':
      return says(fresh, certainTurn('alreadyPaid'));
    case 'disputer':
      return says(fresh, certainTurn('dispute'));
    case 'wrongPerson':
      return says(fresh, certainTurn('thirdParty'));
    case 'hardship':
      return customer.opensWithFigure ? trouble(customer, fresh) : says(fresh, certainTurn('negotiate.start'));
    case 'willNotPay':
      return says(fresh, certainTurn('negotiate.start'));
    default:
      return customer.opensWithFigure ? namesFigure(customer, fresh) : says(fresh, certainTurn('negotiate.start'));
  }
}

/** Asked for a monthly figure. The vague have none to give, at first or at all; the irate want to be heard first. */
function answersForFigure(customer: SimulatedCustomer, before: CustomerState): CustomerReply {
  const state = { ...before, timesAskedFigure: before.timesAskedFigure + 1 };
  const times = state.timesAskedFigure;
  if (times > 4) return { kind: 'leaves', state };
  switch (customer.behaviour) {
    case 'vague':
      return times > 1 && customer.namesFigureInTrouble
        ? namesFigure(customer, state)
        : says(state, certainTurn('outOfScope'));
    case 'irate':
      return times === 1 ? says(state, angrily(certainTurn('abuse'))) : namesFigure(customer, state);
    case 'willNotPay':
      return times > customer.patience ? { kind: 'leaves', state } : says(state, certainTurn('deny'));
    default:
      return namesFigure(customer, state);
  }
}

/** Offers lie there: refuse on principle, take the best that can be borne, name a figure, or leave. */
function answersOffers(customer: SimulatedCustomer, before: CustomerState, offers: readonly Offer[]): CustomerReply {
  const state = { ...before, seen: offers };
  if (state.refusals < customer.refusals) {
    const refused = { ...state, refusals: state.refusals + 1 };
    const how = state.refusals === 0 && customer.behaviour === 'haggler' ? 'negotiate.priceRelief' : 'negotiate.reject';
    return says(refused, customer.behaviour === 'irate' ? angrily(certainTurn(how)) : certainTurn(how));
  }
  const liked = customer.behaviour === 'willNotPay' ? null : likedBest(customer, state.counters, offers);
  if (liked !== null) return says(state, certainTurn('negotiate.accept', { offerNumber: liked.number }));
  if (state.counters >= customer.patience) return { kind: 'leaves', state };
  const countered = { ...state, counters: state.counters + 1 };
  if (customer.behaviour === 'willNotPay') return says(countered, certainTurn('negotiate.reject'));
  if (customer.behaviour === 'vague' && !customer.namesFigureInTrouble)
    return says(countered, certainTurn('negotiate.reject'));
  return namesFigure(customer, countered);
}

/** The answer to a move. A move that ends the conversation has none. */
export function answer(customer: SimulatedCustomer, state: CustomerState, move: Move): CustomerReply {
  const inTrouble =
    customer.behaviour === 'hardship' ||
    (customer.behaviour === 'jobLossMidChat' && state.messages >= customer.troubleAfterMessages);
  // Said twice and not heard: gone.
  if (inTrouble)
    return state.messages > customer.troubleAfterMessages + 2 ? { kind: 'leaves', state } : trouble(customer, state);
  switch (move.kind) {
    case 'readBack':
      return says(state, certainTurn('affirm'));
    case 'offer':
    case 'nearest':
      return answersOffers(customer, state, move.offers);
    case 'ask':
      break;
    default:
      return { kind: 'leaves', state };
  }
  if (move.slot === 'lumpSum')
    return customer.lumpSumFen > 0
      ? says({ ...state, lumpSumNamed: true }, certainTurn('negotiate.terms', lumpSlots(customer)))
      : says(state, certainTurn('deny'));
  if (move.slot === 'offer' && state.seen.length > 0) return answersOffers(customer, state, state.seen);
  if (move.slot === 'payday' || move.slot === 'payDate')
    return says(state, certainTurn('negotiate.terms', { payday: customer.payday }));
  return answersForFigure(customer, state);
}
