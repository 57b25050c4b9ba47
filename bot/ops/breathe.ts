// Long work on the one thread that also answers customers: it stops now and then, so that no turn waits for it.
import { setImmediate } from 'node:timers/promises';

/** Far below the 50 ms that a turn may wait: what is under way when the time is up still has to end. */
const holdMsMax = 10;

/** A pause to call between two steps of long work; it lets others in only once the thread was held for a while. */
export function newBreather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < holdMsMax) return;
    await setImmediate();
    since = performance.now();
  };
}
