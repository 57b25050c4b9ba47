// Ask for a monthly figure, then solve for the shortest plan that fits it: what a script or a language model usually does.
// The evidence gate holds for these bots as well, so that "100" comes down to the share of a statement that policy proposes.
import { type Script, type ScriptLine, scripted } from './script';
import type { ScriptView } from './scriptView';
import { rowsInGate } from './simple';

/** How often a figure is asked for before the longest plan is shown without one. */
const askedMax = 2;

function shortestWithin(view: ScriptView, fenMax: number): ScriptLine {
  const { grid } = view;
  const rows = rowsInGate(view);
  const fits = rows.find((row) => (grid.instalmentFen[row] ?? 0) <= fenMax);
  const row = fits ?? rows.at(-1);
  return { kind: 'offer', rows: row === undefined ? [] : [row] };
}

const solveFor =
  (budget: (view: ScriptView) => number | null): Script =>
  (view) => {
    if (view.statedFen === null && view.asked.monthlyAmount < askedMax) return { kind: 'ask', slot: 'monthlyAmount' };
    return shortestWithin(view, budget(view) ?? 0);
  };

const shareOfStated = (share: number) => solveFor(({ statedFen }) => (statedFen === null ? null : statedFen * share));

/** The middle (geometric) of statement and evidence, times 0.7; either alone when the other is missing. */
const pooled = ({ statedFen, evidence }: ScriptView): number | null => {
  if (statedFen === null || evidence === null) return statedFen ?? evidence?.fen ?? null;
  return Math.sqrt(statedFen * evidence.fen);
};

export const askSolve100 = scripted('askSolve100', shareOfStated(1));
export const askSolve70 = scripted('askSolve70', shareOfStated(0.7));
export const pooled70 = scripted(
  'pooled70',
  solveFor((view) => {
    const middle = pooled(view);
    return middle === null ? null : middle * 0.7;
  }),
);
