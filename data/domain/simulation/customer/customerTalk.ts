// How a simulated customer talks: a state machine that hears a move and answers with a structured act, or leaves.
import { type CustomerTurn, certainTurn } from '../../customer/customerTurn';
import { type Move, offersOf } from '../../negotiation/move';
import type { Offer } from '../../offer/offer';
import type { SimulatedCustomer } from '../population/customers';
import { figureSlots, lumpSlots, roundFigure, type Said } from './customerFigures';
import { likedBest, namesFigures } from './customerTaste';

/** What has happened so far, from the customer's side. */
export interface CustomerState extends Said {
  readonly messages: number;
  readonly refusals: number;
  readonly timesAskedFigure: number;
  readonly figureNamed: boolean;
  /** The offers seen last. */
  readonly seen: readonly Offer[];
}

export type CustomerReply =
  | { readonly kind: 'says'; readonly turn: CustomerTurn; readonly state: CustomerState }
  | { readonly kind: 'leaves'; readonly state: CustomerState };

/** Before anything was said. */
export const fresh: CustomerState = {
  messages: 0,
  counters: 0,
  refusals: 0,
  timesAskedFigure: 0,
  lumpSumNamed: false,
  figureNamed: false,
  seen: [],
};

const says = (state: CustomerState, turn: CustomerTurn): CustomerReply => ({
  kind: 'says',
  turn,
  state: { ...state, messages: state.messages + 1 },
});
const angrily = (turn: CustomerTurn): CustomerTurn => ({ ...turn, signals: ['anger'] });

function namesFigure(customer: SimulatedCustomer, state: CustomerState): CustomerReply {
  const slots = figureSlots(customer, state);
  return says(
    { ...state, figureNamed: true, lumpSumNamed: state.lumpSumNamed || slots.lumpSum !== undefined },
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
    case 'irateLeaver':
      return says(fresh, angrily(certainTurn('abuse')));
    default:
      return customer.opensWithFigure ? namesFigure(customer, fresh) : says(fresh, certainTurn('negotiate.start'));
  }
}

/** Countered with something else: one step of patience, and the next figure. */
const counters = (customer: SimulatedCustomer, state: CustomerState): CustomerReply =>
  state.counters >= customer.patience
    ? { kind: 'leaves', state }
    : namesFigure(customer, { ...state, counters: state.counters + 1 });

/**
 * Asked for a monthly figure. The vague have none to give, at first or at all; the irate want to be heard first; to be asked
 * again for what was said is to be told that it was not enough.
 */
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
    case 'datesOnly':
      return says(
        state,
        times === 1 ? certainTurn('negotiate.terms', { payday: customer.payday }) : certainTurn('outOfScope'),
      );
    case 'willNotPay':
      return times > customer.patience ? { kind: 'leaves', state } : says(state, certainTurn('deny'));
    default:
      return state.figureNamed ? counters(customer, state) : namesFigure(customer, state);
  }
}

/** A refusal on principle: of the price first, then of all; who earns once a year asks to begin later. */
function refuses(customer: SimulatedCustomer, state: CustomerState): CustomerReply {
  const refused = { ...state, refusals: state.refusals + 1 };
  if (customer.waitsMonths > 0)
    return says(refused, certainTurn('negotiate.terms', { deferMonths: customer.waitsMonths }));
  const how = state.refusals === 0 && customer.behaviour === 'haggler' ? 'negotiate.priceRelief' : 'negotiate.reject';
  return says(refused, customer.behaviour === 'irate' ? angrily(certainTurn(how)) : certainTurn(how));
}

/** Offers lie there: refuse on principle, take the best that can be borne, name a figure, or leave. */
function answersOffers(customer: SimulatedCustomer, before: CustomerState, offers: readonly Offer[]): CustomerReply {
  const state = { ...before, seen: offers };
  if (state.refusals < customer.refusals) return refuses(customer, state);
  const liked = customer.behaviour === 'willNotPay' ? null : likedBest(customer, state.counters, offers);
  if (liked !== null) return says(state, certainTurn('negotiate.accept', { offerNumber: liked.number }));
  if (customer.behaviour !== 'willNotPay' && namesFigures(customer)) return counters(customer, state);
  if (customer.behaviour === 'countsOnly') return counters(customer, state);
  // Who has no figure to give can only say no.
  return state.counters >= customer.patience
    ? { kind: 'leaves', state }
    : says({ ...state, counters: state.counters + 1 }, certainTurn('negotiate.reject'));
}

/** Asked for money at hand: it is named, or there is none; who has none goes straight to the plans that stand beside the question. */
function answersForMoney(customer: SimulatedCustomer, state: CustomerState, beside: readonly Offer[]): CustomerReply {
  if (customer.lumpSumFen > 0)
    return says({ ...state, lumpSumNamed: true }, certainTurn('negotiate.terms', lumpSlots(customer)));
  return beside.length > 0 ? answersOffers(customer, state, beside) : says(state, certainTurn('deny'));
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
  if (move.slot === 'lumpSum') return answersForMoney(customer, state, offersOf(move));
  if (move.slot === 'offer' && state.seen.length > 0) return answersOffers(customer, state, state.seen);
  if (move.slot === 'payday' || move.slot === 'payDate')
    return says(state, certainTurn('negotiate.terms', { payday: customer.payday }));
  return answersForFigure(customer, state);
}
