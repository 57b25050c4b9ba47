// What one turn gathers before anything is stored or sent: replies held back, and operations of its one transaction.
import type { Activity, TurnContext } from 'botbuilder';
import type { Instant } from '../../data/domain/calendar/instant';
import type { Operation } from '../../data/store/documentStore';

/** A channel whose replies are delivered by being stored: its deliveries join the turn's transaction. */
export interface StoredDelivery {
  operations(work: TurnWork): readonly Operation[];
  /** After the transaction: shows the replies to whoever is connected. */
  publish(replies: readonly Partial<Activity>[]): void;
}

export class TurnWork {
  replies: Partial<Activity>[] = [];
  operations: Operation[] = [];
  /** The customer's words as they may be stored; null until known. */
  maskedText: string | null = null;
  /** False once replies may pass to the channel. */
  holding = true;

  constructor(
    readonly conversation: string,
    readonly activityId: string,
    readonly at: Instant,
    readonly delivery: StoredDelivery | null,
  ) {}

  /** Forgets an attempt that met a conflict, so that the turn can be run again. */
  reset(): void {
    this.replies = [];
    this.operations = [];
    this.maskedText = null;
    this.holding = true;
  }
}

const workKey = Symbol('turnWork');
const deliveryKey = Symbol('storedDelivery');

export function setTurnWork(context: TurnContext, work: TurnWork): void {
  context.turnState.set(workKey, work);
}

export function turnWorkOf(context: TurnContext): TurnWork {
  const work: unknown = context.turnState.get(workKey);
  if (work instanceof TurnWork) return work;
  throw new Error('no turn is under way: CommitTurn must run first');
}

export const hasTurnWork = (context: TurnContext): boolean => context.turnState.get(workKey) instanceof TurnWork;

export const setStoredDelivery = (context: TurnContext, delivery: StoredDelivery): void => {
  context.turnState.set(deliveryKey, delivery);
};

export const storedDeliveryOf = (context: TurnContext): StoredDelivery | null =>
  context.turnState.get<StoredDelivery | undefined>(deliveryKey) ?? null;

const underWayKey = Symbol('deliveryUnderWay');

/** The delivery of this turn's replies, which goes on outside the conversation's lock. */
export const setDeliveryUnderWay = (context: TurnContext, delivery: Promise<void>): void => {
  context.turnState.set(underWayKey, delivery);
};

export const deliveryUnderWay = (context: TurnContext): Promise<void> =>
  context.turnState.get<Promise<void> | undefined>(underWayKey) ?? Promise.resolve();
