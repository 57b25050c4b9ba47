// The customer says no to what is shown. Shape may be conceded: a lower instalment, a larger start. Price is not.
import { ask, handOver, timesAsked } from './answers';
import { type Answer, openKitchen, plansOf, showAgain, showPlans, usableLumpSum } from './menu';
import { bestRow, worthOfAll } from './offerRanking';
import { reason, type Scene } from './scene';

/** Another shape that is not on the table yet: first a lower instalment, then a larger start. */
function otherShape(scene: Scene): Answer | null {
  const kitchen = openKitchen(scene);
  const { grid, view, facts } = kitchen;
  const lowest = scene.negotiation.lowestInstalmentFen ?? Number.POSITIVE_INFINITY;
  const lump = usableLumpSum(facts, scene);
  const worth = worthOfAll(grid, view.belief, view.bounds.instalmentFenMax);
  const score = (i: number) => (view.belief.restsOn === 'nothing' ? (grid.instalmentFen[i] ?? 0) : (worth[i] ?? 0));
  const down = (i: number) => grid.downPaymentFen[i] ?? 0;
  const lower = (i: number) =>
    (grid.instalmentFen[i] ?? 0) < lowest * 0.98 && (worth[i] ?? 0) > Number.NEGATIVE_INFINITY;
  const lighter = bestRow(grid, (i) => lower(i) && down(i) <= (lump ?? 0), score);
  const conceded = reason('concession.shape', { lowestShownFen: Number.isFinite(lowest) ? lowest : null });
  if (lighter >= 0)
    return showPlans(kitchen, plansOf(grid, [{ index: lighter, shape: 'lowerInstalment' }]), null, [conceded]);
  if (lump !== null) return null;
  const start = bestRow(
    grid,
    (i) => lower(i) && down(i) > 0,
    (i) => -down(i),
  );
  return start < 0
    ? null
    : showPlans(kitchen, plansOf(grid, [{ index: start, shape: 'largerStart' }]), null, [conceded]);
}

/** A no without a figure. */
export function answerReject(scene: Scene): Answer {
  const { negotiation } = scene;
  if (negotiation.table.length === 0) return ask(negotiation, 'monthlyAmount');
  const other = otherShape(scene);
  if (other !== null) return other;
  const { facts } = negotiation;
  if (facts.statedMonthly === null && timesAsked(negotiation, 'monthlyAmount') === 0)
    return ask(negotiation, 'monthlyAmount');
  const unmoved = reason(
    'unmoved',
    { lowestShownFen: negotiation.lowestInstalmentFen },
    'monthlyAmount, lumpSum or documents',
  );
  return showAgain(scene, null, [unmoved]) ?? handOver(negotiation, 'nothingLeftToShow');
}
