// Every offer made and every agreement signed lies within limits that were in force, by arithmetic of our own (P1).
import { owedOn } from '../../../data/domain/account/account';
import { addDays } from '../../../data/domain/calendar/calendar';
import { offerSchema } from '../../../data/domain/offer/offer';
import type { InForce, World } from '../world';
import { offerFaults } from './arithmetic';
import { type Law, unless } from './law';

const owedNow = async (world: World) =>
  (await world.accounts()).reduce((sum, account) => sum + owedOn(account, world.today).totalFen, 0);

/** The version by its name; undefined when it was not in force at any time while offers made today may be valid. */
function pinned({ policies, today }: World, version: string): InForce | undefined {
  return policies.find(({ limits }, index) => {
    const after = policies[index + 1];
    const oldest = addDays(today, -limits.quoteValidDays);
    return limits.version === version && (after === undefined || after.from >= oldest);
  });
}

const offersWithinLimits: Law = async (world, { entries }) => {
  const moves = entries.filter(({ event }) => event.type === 'negotiation.move');
  const owedFen = moves.length === 0 ? 0 : await owedNow(world);
  return moves.flatMap(({ event }) => {
    const version = String(event.inputs.policyVersion);
    const rules = pinned(world, version);
    if (rules === undefined) return [`P1: limits ${version} decide, which are not in force`];
    const { move } = event.decision;
    const offers =
      typeof move === 'object' && move !== null && 'offers' in move ? offerSchema.array().safeParse(move.offers) : null;
    if (offers === null || !offers.success) return [];
    return offers.data.flatMap((offer) => offerFaults(offer, rules.limits, owedFen, world.today));
  });
};

const agreementsWithinLimits: Law = async (world, { signed }) => {
  const owedFen = signed.length === 0 ? 0 : await owedNow(world);
  return signed.flatMap((record) => {
    const rules = pinned(world, record.policyVersion);
    if (rules === undefined) return [`P1: signed under ${record.policyVersion}, which is not in force`];
    const { offer, schedule } = record;
    const scheduled = schedule.reduce((sum, row) => sum + row.paymentFen, 0);
    return [
      ...offerFaults(offer, rules.limits, owedFen, world.today),
      ...unless(scheduled === offer.totalFen, `P1: the schedule comes to ${scheduled}, not to ${offer.totalFen}`),
    ];
  });
};

/** What was shown a moment ago, and nothing happened since, is read back as it was shown when it is chosen (P8). */
const chosenAsShown: Law = (world, { act, words, before, reply, seat }) => {
  const { shown } = before;
  const offer = shown?.offers.get(/\d/.exec(words)?.[0] ?? '');
  if (
    act !== 'choose' ||
    before.isHeld ||
    offer === undefined ||
    shown?.changes !== world.changes ||
    !seat.mayBeVerified
  )
    return [];
  const terms = ({ instalment, count, total }: Readonly<Record<string, string>>) =>
    `${instalment} × ${count} = ${total}`;
  const read = reply.said.find(({ id }) => id === 'negotiation.readBack');
  if (read === undefined) return [`P8: offer ${offer.number} was shown and cannot be chosen`];
  return unless(terms(read.values) === terms(offer), `P8: shown was ${terms(offer)}, read is ${terms(read.values)}`);
};

export const offerLaws: readonly Law[] = [chosenAsShown, offersWithinLimits, agreementsWithinLimits];
