// Stop contact, other times, another way, another number, contact again: only what was asked, said back, and honoured at once (P9).
import { restsOn } from '../../../data/domain/conduct/contactPreference';
import type { ContactLimits, ContactPreference } from '../../../data/domain/conduct/contactRecords';
import type { ContactWish } from '../../../data/domain/customer/customerTurn';
import { wishesOtherContact } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import { limitsOfWish } from './contactLimits';
import { sayLimits } from './contactLines';
import { contactLimitsIn } from './contactWish';

/** Before verification a wish holds for this address; afterwards for the customer, on every channel. */
const holderOf = ({ customerId, input: { channelId, userId } }: Turn): string =>
  customerId ?? `address:${channelId}:${userId}`;

const refusesCallsAlone = ({ rule, channels, where, from, until, number }: ContactWish): boolean =>
  rule === 'not' && channels?.join() === 'phone' && [where, from, until, number].every((one) => one === undefined);

/** What the wish comes to: everything, limits, or words in which nothing was recognised. */
function understood(turn: Turn, before: ContactPreference | undefined): ContactLimits | 'stop' | 'unread' {
  const { contact } = turn.heard.slots;
  const common = turn.services.contactRules.hours;
  // "Stop calling me" and nothing else is meant of all contact: a stop is never taken for less than was said (P9).
  const isBareStop = contact !== undefined && refusesCallsAlone(contact) && !wishesOtherContact(turn.input.text);
  if (isBareStop) return 'stop';
  if (contact !== undefined) return limitsOfWish(contact, before?.limits, common);
  return wishesOtherContact(turn.input.text) ? contactLimitsIn(turn.input.text, common) : 'stop';
}

export async function contactPreference(turn: Turn): Promise<After> {
  if (turn.heard.slots.contact?.rule === 'resume') return contactAgain(turn);
  const customerId = holderOf(turn);
  const before = await turn.services.contactPreferenceOf(customerId);
  const wish = understood(turn, before);
  const ceased = wish === 'stop';
  turn.record({
    kind: 'saveContactPreference',
    record: {
      customerId,
      ceased,
      reason: ceased ? 'asked' : 'preference',
      until: null,
      changedAt: turn.input.now,
      wish: turn.input.masked,
      ...(wish === 'stop' ? {} : { limits: wish }),
    },
  });
  turn.audit('contactPreference', { verified: turn.customerId !== null }, { ceased });
  if (wish === 'stop') turn.say('contact.stopped', {});
  else if (wish === 'unread') turn.say('contact.which', {});
  else {
    turn.say('contact.noted', {});
    sayLimits(turn, wish);
  }
  const stopped = !ceased && before !== undefined && before.reason === 'asked' && restsOn(before, turn.today);
  if (stopped) turn.say('contact.stillStopped', {});
  return 'resume';
}

/** A stop, or limits, taken back: what the bank's own rules allow stands again, and nothing beyond it. */
export async function contactAgain(turn: Turn): Promise<After> {
  const customerId = holderOf(turn);
  const before = await turn.services.contactPreferenceOf(customerId);
  const hasStop = before?.ceased === true && before.reason === 'asked';
  const hasLimits = before?.limits !== undefined;
  if (!hasStop && !hasLimits) {
    turn.say('contact.notStopped', {});
    return 'resume';
  }
  if (hasStop) turn.record({ kind: 'endRest', customerId, reasons: ['asked'] });
  else turn.record({ kind: 'dropContactLimits', customerId });
  turn.audit('withdrawn', { what: 'contactStop' }, {});
  const { from, until } = turn.services.contactRules.hours;
  turn.say('undo.contactStop', { from, until });
  return 'resume';
}

/** Says that the stop stands, where one does; false where none does. */
export async function sayStopStands(turn: Turn): Promise<boolean> {
  const preference = await turn.services.contactPreferenceOf(holderOf(turn));
  const stands = preference !== undefined && preference.reason === 'asked' && restsOn(preference, turn.today);
  if (stands) turn.say('contact.stillStopped', {});
  return stands;
}
