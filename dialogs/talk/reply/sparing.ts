// After a stop, a dispute, an illness, hunger, a death or danger no button asks for money, whatever the reply is about (R9). Who
// asks for a plan by themselves is at the bargaining table, where its own buttons stand.
import type { HardshipReason } from '../../../data/domain/case/hardshipReason';
import type { MessageId } from '../../text/messages';
import { amountsIn } from '../../understanding/quantities/datesIn';
import type { TapId, Turn } from '../turn';

const asksForMoney: readonly TapId[] = ['button.plan', 'button.repay', 'button.promise'];
const sparedReasons: readonly (HardshipReason | null)[] = ['bereaved', 'hunger', 'illness'];

/** What was said to a customer who is spared from then on, and what was said when that was taken back. */
const sparing: readonly { readonly by: readonly MessageId[]; readonly until: readonly MessageId[] }[] = [
  { by: ['contact.stopped', 'contact.stillStopped'], until: ['undo.contactStop'] },
  { by: ['dispute.opened', 'fraud.opened', 'alreadyPaid.opened'], until: ['undo.case'] },
  { by: ['vulnerable.believed', 'vulnerable.ownLoss', 'vulnerable.phoneSafe', 'vulnerable.phoneWatched'], until: [] },
];

/** True where nobody may ask this customer for money: until what spares them is taken back, or they ask for plans themselves. */
export function isSpared({ state }: Turn): boolean {
  if (state.stage === 'negotiating') return false;
  if (sparedReasons.includes(state.hardshipReason)) return true;
  const isSaid = (id: MessageId): boolean => (state.timesSaid[id] ?? 0) > 0;
  return sparing.some(({ by, until }) => by.some(isSaid) && !until.some(isSaid));
}

/** Takes the buttons that ask for money out of a reply to somebody who is spared; a person can be asked for instead. */
export function spareMoney(turn: Turn): void {
  // A sum that the customer names by themselves is a wish to pay it; one that was named before the hardship was told is not.
  const isOffered =
    turn.said.some(({ id }) => id === 'hardship.figureKept') && amountsIn(turn.typed, turn.today).length > 0;
  if (isOffered || !isSpared(turn)) return;
  const kept = turn.taps.filter(({ id }) => !asksForMoney.includes(id));
  if (kept.length === turn.taps.length) return;
  turn.taps.splice(0, turn.taps.length, ...kept);
  if (kept.length === 0) turn.tap('button.human', {}, 'human');
}
