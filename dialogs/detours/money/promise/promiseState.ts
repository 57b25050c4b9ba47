// Promises to pay that the bank has on record: which day, how much, and whether they were kept.
import type { PromiseRecord } from '../../../../data/domain/arrangement/promiseRecord';
import type { Turn } from '../../../talk/turn';

/** The newest promise of the customer; undefined where there is none. */
async function newestPromise(turn: Turn): Promise<PromiseRecord | undefined> {
  const promises = await turn.ownPromises();
  // What was taken back is told to nobody as a promise.
  return promises.filter(({ status }) => status !== 'withdrawn').sort((a, b) => b.madeAt.localeCompare(a.madeAt))[0];
}

/** The promise that still stands today; undefined where there is none. */
export async function openPromise(turn: Turn): Promise<PromiseRecord | undefined> {
  const newest = await newestPromise(turn);
  return newest?.status === 'open' ? newest : undefined;
}

/** Says the newest promise, its day and amount, and how it can be changed; false where there is none. */
export async function sayPromiseState(turn: Turn): Promise<boolean> {
  const promise = await newestPromise(turn);
  if (promise === undefined) return false;
  const promised = { date: promise.payDate, amount: promise.amountFen };
  switch (promise.status) {
    case 'open':
      turn.say('promise.open', promised);
      break;
    case 'kept':
      turn.say('promise.kept', promised);
      break;
    default:
      turn.say('promise.notKept', promised).tap('button.promise', {}, 'promiseToPay');
  }
  return true;
}

/** True while a promise is read back, or stands. */
export const isPromiseMeant = async (turn: Turn): Promise<boolean> =>
  turn.state.negotiation?.stage === 'promising' || (await openPromise(turn)) !== undefined;
