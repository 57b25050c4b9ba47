// Wishes that wait for the identity check: kept in the order in which they were said, and taken up right after it.
import type { CustomerTurn } from '../../../data/domain/customer/customerTurn';
import type { Turn } from '../turn';
import { confidenceIn } from './askFirst';

/** More than a handful waits for nobody. */
const waitingMax = 4;

/** Keeps a wish besides those that wait already; the newest of the same kind counts. */
export function addToWaiting(turn: Turn, wish: CustomerTurn): void {
  const before = turn.state.waitingTurn;
  const confidence = confidenceIn(wish, turn.typed);
  const added = { intent: wish.intent, slots: wish.slots, span: wish.acts[0]?.span, confidence };
  const act = { ...added, span: added.span ?? ([0, 0] as [number, number]) };
  const earlier = (before === null ? [] : before.acts.length > 0 ? before.acts : [{ ...act, ...before }]).filter(
    ({ intent }) => intent !== wish.intent,
  );
  const acts = [...earlier, act].slice(-waitingMax);
  turn.state.waitingTurn = { ...wish, confidence, acts, ambiguity: null };
}
