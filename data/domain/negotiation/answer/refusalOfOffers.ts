// The customer says no to what is shown. Shape may be conceded: a lower instalment, a larger start. Price is not.

import { reliefReasonSchema } from '../../offer/reliefReason';
import type { Reason } from '../move';
import { bestRow, worthOfAll } from '../offers/offerRanking';
import { ask, handOver, timesAsked } from './answers';
import { usableLumpSum } from './firstPayment';
import { type Answer, openKitchen, plansOf, showAgain, showPlans } from './menu';
import { reason, type Scene } from './scene';

/** Another shape that is not on the table yet: first a lower instalment, then a larger start. */
function otherShape(scene: Scene, why: Reason): Answer | null {
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
  if (lighter >= 0)
    return showPlans(kitchen, plansOf(grid, [{ index: lighter, shape: 'lowerInstalment' }]), null, [why]);
  // One larger start is a choice; larger and larger ones would be pressure.
  if (lump !== null || scene.negotiation.table.some((offer) => offer.downPaymentFen > 0)) return null;
  const start = bestRow(
    grid,
    (i) => lower(i) && down(i) > 0,
    (i) => -down(i),
  );
  return start < 0 ? null : showPlans(kitchen, plansOf(grid, [{ index: start, shape: 'largerStart' }]), null, [why]);
}

/** A no without a figure. */
export function answerReject(scene: Scene): Answer {
  const { negotiation } = scene;
  if (negotiation.table.length === 0) return ask(negotiation, 'monthlyAmount');
  const other = otherShape(scene, reason('concession.shape', { lowestShownFen: negotiation.lowestInstalmentFen }));
  if (other !== null) return other;
  // Only where policy has switched it on: relief that nothing proves, given to close. Off by default, because it treats
  // equal customers unequally.
  if (scene.limits.reliefToClose) {
    const account = { ...scene.account, documentedReasons: [...reliefReasonSchema.options] };
    const relieved = otherShape({ ...scene, account }, reason('relief.toClose', {}, 'policy'));
    if (relieved !== null) return relieved;
  }
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
