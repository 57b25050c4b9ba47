// Goes along with a conversation: what one exchange means for what may be said and signed next.
import { idsOf } from './laws/law';
import { questionOf } from './laws/speech';
import type { Act } from './sayings';
import type { Seat } from './seat';
import { type Exchange, shipped, type Who, type World } from './world';

/** After these the terms that were read are no longer what the customer is about to sign. */
const unsettling: readonly (Act | null)[] = [
  ...['no', 'hesitate', 'figure', 'lump', 'lower', 'shorter'],
  ...['dispute', 'danger', 'thirdParty', 'cancel', 'goodbye'],
] as const satisfies readonly Act[];

/** Before a message: a verification runs out when nothing is written, and after a time in any case. */
export function beforeMessage(world: World, who: Who): void {
  const seat = world.seat(who);
  const idleMs = Date.parse(world.rehearsal.now) - Date.parse(seat.lastWroteAt ?? world.rehearsal.now);
  if (idleMs > shipped.verification.idleMinutes * 60_000) seat.mayBeVerified = false;
}

function readingAfter(world: World, { reply, act, hadCode, signed, seat, ...exchange }: Exchange): Seat['reading'] {
  const ids = idsOf({ reply });
  const read = reply.said.find(({ id }) => id === 'negotiation.readBack');
  if (read !== undefined && !ids.includes('chat.repeat'))
    return { values: read.values, at: world.rehearsal.now, codeTyped: false, unsettled: false };
  const { reading } = exchange.before;
  if (reading === null || signed.length > 0) return null;
  return {
    ...reading,
    codeTyped: reading.codeTyped || hadCode,
    unsettled: reading.unsettled || unsettling.includes(act),
  };
}

/** What is only said again stands as it stood when it was first said. */
function shownBy(world: World, { reply, before }: Exchange): Seat['shown'] {
  if (idsOf({ reply }).includes('chat.repeat')) return before.shown;
  const lines = reply.said.filter(({ id }) => id.startsWith('negotiation.offer.line'));
  const offers = new Map(lines.map(({ values }) => [values.number ?? '', values]));
  return lines.length === 0 ? null : { offers, changes: world.changes };
}

/** After a message, once the laws have looked at it. */
export function afterMessage(world: World, exchange: Exchange): void {
  const { seat, who, act, reply } = exchange;
  const ids = idsOf(exchange);
  if (who === 'holder' && act === 'endings') seat.mayBeVerified = true;
  if (ids.includes('thirdParty.noted')) Object.assign(seat, { isSomeoneElse: true, mayBeVerified: false });
  if (ids.includes('undo.thirdParty')) seat.isSomeoneElse = false;
  if (ids.includes('vulnerable.first')) seat.inDanger = true;
  seat.shown = shownBy(world, exchange);
  seat.reading = readingAfter(world, exchange);
  seat.lastWroteAt = world.rehearsal.now;
  seat.lastText = reply.text;
  seat.lastQuestion = questionOf(reply.text);
}
