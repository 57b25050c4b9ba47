// A stop, a dispute, a wrong person and an agreement are honoured at once: nobody may ask for money (P9).
import type { ContactChannel } from '../../../data/domain/conduct/contactRecords';
import { type Exchange, userIdOf, type World } from '../world';
import { idsOf, type Law, unless } from './law';

const channels: readonly ContactChannel[] = ['call', 'text', 'message'];

/** Whether we may write for money at ten in the morning of today, by any channel. */
export async function mayBeAsked(
  world: World,
  { who }: Pick<Exchange, 'who'>,
  customerId: string | null,
): Promise<readonly string[]> {
  const { channelId, contactGate } = world.rehearsal;
  const address = { channelId, userId: userIdOf(who) };
  const at = `${world.today}T02:00:00.000Z`;
  const asked = channels.map(async (channel) => {
    const answer = await contactGate.ask({ customerId, address, channel, purpose: 'collection' }, at);
    return answer.ok ? [channel] : [];
  });
  return (await Promise.all(asked)).flat();
}

/** Messages after which contact rests, and for whom: the customer, once known, else the address. */
const rests = [
  'contact.stopped',
  'contact.stillStopped',
  'dispute.opened',
  'alreadyPaid.opened',
  'vulnerable.first',
  'thirdParty.noted',
  'agreement.collectionStops',
  'hardship.recorded',
];

const honouredAtOnce: Law = async (world, exchange) => {
  // What is written to a colleague is theirs to hear.
  if (exchange.before.isHeld) return [];
  const said = idsOf(exchange).filter((id) => rests.includes(id));
  // Words that were said before are said again without anything being done.
  const isMade = said.length > 0 && exchange.entries.length > 0;
  if (!isMade && exchange.act !== 'stop') return [];
  // Whom the wish is recorded for; where nothing was left to record, it stands for the holder already.
  const [last] = exchange.entries.slice(-1);
  const known = exchange.seat.mayBeVerified || exchange.seat.inDanger ? world.persona.customerId : null;
  const customerId = last === undefined ? known : last.event.customerId;
  const open = await mayBeAsked(world, exchange, customerId);
  return unless(open.length === 0, `P9: after ${said.join(' ') || 'a wish to stop'} we may still ${open.join(', ')}`);
};

/** Until it is taken back, in whatever conversation and however many days later. */
const honouredFromThenOn: Law = async (world, exchange) => {
  const ids = idsOf(exchange);
  const { entries } = exchange;
  if (ids.some((id) => id.startsWith('undo.') || id === 'contact.noted')) world.resting.clear();
  else if (entries.length > 0 && ids.some((id) => id === 'contact.stopped' || id === 'dispute.opened'))
    world.resting.add(entries.at(-1)?.event.customerId ?? '');
  const { customerId } = world.persona;
  if (!world.resting.has(customerId)) return [];
  const open = await mayBeAsked(world, exchange, customerId);
  return unless(open.length === 0, `P9: a stop or a dispute stands and we may still ${open.join(', ')}`);
};

const agreementsAreLeftInPeace: Law = async (world, exchange) => {
  const active = (await world.agreementsNow()).some(({ status }) => status === 'active');
  if (!active) return [];
  const open = await mayBeAsked(world, exchange, world.persona.customerId);
  return unless(open.length === 0, `P9: an agreement stands and we may still ${open.join(', ')}`);
};

export const contactLaws: readonly Law[] = [honouredAtOnce, honouredFromThenOn, agreementsAreLeftInPeace];
