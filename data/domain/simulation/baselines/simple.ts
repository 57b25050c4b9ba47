// The simplest bots: chance, one plan for everyone, a ladder from short to long, and one that gives all at once.
import type { OfferGrid } from '../../negotiation/offers/offerGrid';
import { randomFrom } from '../population/random';
import { type Script, type ScriptLine, scripted } from './script';
import type { ScriptView } from './scriptView';

/** Every script asks for this order again and again; a grid never changes. */
const known = new WeakMap<OfferGrid, readonly number[]>();

/** Rows with the least first payment, shortest plan first; of equals the first. */
export function rowsByLength(grid: OfferGrid): readonly number[] {
  const before = known.get(grid);
  if (before !== undefined) return before;
  const rows = Array.from({ length: grid.size }, (_, row) => row);
  const least = rows.reduce((low, row) => Math.min(low, grid.downPaymentFen[row] ?? 0), Number.POSITIVE_INFINITY);
  const count = (row: number) => grid.instalmentCount[row] ?? 0;
  const inOrder = rows.filter((row) => grid.downPaymentFen[row] === least).sort((a, b) => count(a) - count(b));
  known.set(grid, inOrder);
  return inOrder;
}

/** Those of them that the evidence gate leaves. */
export const rowsInGate = ({ grid, gateFen }: ScriptView): readonly number[] =>
  rowsByLength(grid).filter((row) => (grid.instalmentFen[row] ?? 0) <= gateFen);

const offer = (...rows: readonly (number | undefined)[]): ScriptLine => ({
  kind: 'offer',
  rows: rows.filter((row) => row !== undefined),
});

const randomScript: Script = ({ grid, gateFen, facts, round }) => {
  const rows = Array.from({ length: grid.size }, (_, row) => row).filter(
    (row) => (grid.instalmentFen[row] ?? 0) <= gateFen,
  );
  return offer(rows[Math.floor(randomFrom(facts.seed, round, 71)() * rows.length)]);
};

/** Twelve months, or the number next to it that policy has; where the evidence does not reach, nothing. */
const fixed12Script: Script = ({ grid, gateFen }) => {
  const from12 = (row: number) => Math.abs((grid.instalmentCount[row] ?? 0) - 12);
  const nearest = rowsByLength(grid).reduce<number | undefined>(
    (a, b) => (a === undefined || from12(b) < from12(a) ? b : a),
    undefined,
  );
  return offer(nearest === undefined || (grid.instalmentFen[nearest] ?? 0) > gateFen ? undefined : nearest);
};

/** Shortest first; each refusal earns the next longer plan, whatever was said. */
const linearLadderScript: Script = (view) => {
  const rows = rowsInGate(view);
  return offer(rows[Math.min(view.round, rows.length - 1)]);
};

/** Asks nothing and gives the longest plan and the lowest instalment at once. */
const overConcederScript: Script = (view) => offer(rowsInGate(view).at(-1));

export const random = scripted('random', randomScript);
export const fixed12 = scripted('fixed12', fixed12Script);
export const linearLadder = scripted('linearLadder', linearLadderScript);
export const overConceder = scripted('overConceder', overConcederScript);
