// The customer says no to what is shown. A bare no earns nothing: it is asked what does not fit, and what is said then is answered.

import { reliefReasonSchema } from '../../offer/reliefReason';
import { ask, handOver, timesAsked } from './answers';
import { type Answer, menuPlans, openKitchen, showAgain, showPlans } from './menu';
import { reason, type Scene } from './scene';

/**
 * Relief that nothing proves, given to close: only where policy has switched it on. Off by default, because it treats equal
 * customers unequally.
 */
function relieved(scene: Scene): Answer | null {
  if (!scene.limits.reliefToClose) return null;
  const account = { ...scene.account, documentedReasons: [...reliefReasonSchema.options] };
  const kitchen = openKitchen({ ...scene, account });
  const plans = menuPlans(kitchen);
  return plans.length === 0 ? null : showPlans(kitchen, plans, null, [reason('relief.toClose', {}, 'policy')]);
}

/** A no without a figure: what does not fit is asked once; after that the offers stay as they are. */
export function answerReject(scene: Scene): Answer {
  const { negotiation } = scene;
  if (negotiation.table.length === 0) return ask(negotiation, 'monthlyAmount');
  const given = relieved(scene);
  if (given !== null) return given;
  if (timesAsked(negotiation, 'change') === 0) return ask(negotiation, 'change');
  const unmoved = reason(
    'unmoved',
    { lowestShownFen: negotiation.lowestInstalmentFen },
    'monthlyAmount, lumpSum or documents',
  );
  return showAgain(scene, null, [unmoved]) ?? handOver(negotiation, 'nothingLeftToShow');
}
