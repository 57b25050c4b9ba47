// A promise to pay: an amount by a day, read back, and recorded after a yes. Open whether or not a plan is possible.

import { checkPromise } from '../../arrangement/promise';
import { type CalendarDate, nextDayOfMonth } from '../../calendar/calendar';
import type { CustomerTurn } from '../../customer/customerTurn';
import type { Fen } from '../../money/money';
import { ask } from '../answer/answers';
import type { Answer } from '../answer/menu';
import { reason, type Scene } from '../answer/scene';
import type { Negotiation } from '../negotiation';
import { statedFigure } from './capacity';
import { amountFact, lumpSumOf } from './facts';

type PromiseScene = Omit<Scene, 'segment'>;

/** Amount and day as far as they are known: this turn first, what was said before second. */
function heardPromise({ negotiation, account, today }: PromiseScene, turn: CustomerTurn) {
  const { slots } = turn;
  const bare = slots.amount ?? slots.monthlyAmount;
  const amount = lumpSumOf(slots, account) ?? (bare === undefined ? null : amountFact(bare, 'stated'));
  // "Make it the 20th" reads like a monthly day; of a promise there is one day only.
  const dayOfMonth = slots.payday ?? slots.dueDay;
  const day = slots.payDate ?? (dayOfMonth === undefined ? null : nextDayOfMonth(today, dayOfMonth));
  return {
    amountFen: statedFigure(amount) ?? negotiation.promise?.amountFen ?? null,
    payDate: day ?? negotiation.promise?.payDate ?? null,
  };
}

interface Promised {
  readonly amountFen: Fen;
  readonly payDate: CalendarDate;
}

/** Reads a promise back; with `said`, it is the nearest to what was said and lay outside the limits. */
function readPromiseBack(negotiation: Negotiation, { amountFen, payDate }: Promised, said?: Promised): Answer {
  const inside = said === undefined;
  return {
    move: {
      kind: 'promise',
      amountFen,
      payDate,
      recorded: false,
      ...(said === undefined ? {} : { said }),
      messageId: inside ? 'negotiation.promise.confirm' : 'negotiation.promise.outsideLimits',
      reasons: [reason('promise.limits', { inside }, 'policy')],
    },
    negotiation: { ...negotiation, stage: 'promising', promise: { amountFen, payDate }, lastAsked: 'confirm' },
  };
}

/** A missed instalment of an arrangement in force is always enough for a promise, however small a share of the debt it is. */
function promiseLimits({ balanceFen, missedInstalmentsFen }: Scene['account'], { promise }: Scene['limits']) {
  if (missedInstalmentsFen === undefined || balanceFen <= 0) return promise;
  return { ...promise, shareMin: Math.min(promise.shareMin, missedInstalmentsFen / balanceFen) };
}

/** Hears a promise, or one more piece of it. */
export function hearPromise(scene: PromiseScene, turn: CustomerTurn): Answer {
  const { account, limits, today } = scene;
  const promise = heardPromise(scene, turn);
  const negotiation: Negotiation = { ...scene.negotiation, stage: 'promising', signing: null, promise };
  const { amountFen, payDate } = promise;
  if (amountFen === null) return ask(negotiation, 'lumpSum');
  if (payDate === null) return ask(negotiation, 'payDate');
  // Promising more than is owed means paying everything.
  const capped = Math.min(amountFen, account.balanceFen);
  const check = checkPromise({ amountFen: capped, payDate }, promiseLimits(account, limits), account.balanceFen, today);
  const said = { amountFen: capped, payDate };
  return check.ok ? readPromiseBack(negotiation, said) : readPromiseBack(negotiation, check.nearest, said);
}

/** True when the promise waits for a yes and is still possible: a payment or a day gone by since has it read back anew. */
export function promiseStands({ negotiation, account, limits, today }: PromiseScene): boolean {
  const { stage, promise, lastAsked } = negotiation;
  if (stage !== 'promising' || lastAsked !== 'confirm') return false;
  if (promise?.amountFen == null || promise.payDate === null || promise.amountFen > account.balanceFen) return false;
  const { amountFen, payDate } = promise;
  return checkPromise({ amountFen, payDate }, promiseLimits(account, limits), account.balanceFen, today).ok;
}

/** The yes: recorded once. */
export function recordPromise(negotiation: Negotiation): Answer | null {
  const { promise } = negotiation;
  if (promise?.amountFen == null || promise.payDate === null) return null;
  return {
    move: {
      kind: 'promise',
      amountFen: promise.amountFen,
      payDate: promise.payDate,
      recorded: true,
      messageId: 'negotiation.promise.recorded',
      reasons: [reason('promise.confirmed')],
    },
    negotiation: { ...negotiation, stage: 'promised', lastAsked: null },
  };
}
