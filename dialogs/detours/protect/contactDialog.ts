// Stop contact, other times, another channel: honoured at once on every channel (promise P9).
import { restsOn } from '../../../data/domain/conduct/contactPreference';
import { wishesOtherContact } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import { contactLimitsIn } from './contactWish';

/** A wish about times or channels is noted in the customer's words; any other wish stops contact altogether. */
export async function contactPreference(turn: Turn): Promise<After> {
  const { channelId, userId, now, masked, text } = turn.input;
  const common = turn.services.contactRules.hours;
  const ceased = !wishesOtherContact(text);
  const limits = ceased ? undefined : contactLimitsIn(text, common);
  const { from, until } = (limits === 'unread' ? null : limits?.hours) ?? common;
  // Before verification the wish holds for this address; afterwards for the customer, on every channel.
  const customerId = turn.customerId ?? `address:${channelId}:${userId}`;
  turn.record({
    kind: 'saveContactPreference',
    record: {
      customerId,
      ceased,
      reason: ceased ? 'asked' : 'preference',
      until: null,
      changedAt: now,
      wish: masked,
      ...(limits === undefined ? {} : { limits }),
    },
  });
  turn.audit('contactPreference', { verified: turn.customerId !== null }, { ceased });
  const before = await turn.services.contactPreferenceOf(customerId);
  const stopped = !ceased && before !== undefined && before.reason === 'asked' && restsOn(before, turn.today);
  turn.say(ceased ? 'contact.stopped' : 'contact.noted', {});
  if (stopped) turn.say('contact.stillStopped', {});
  else if (!ceased) turn.say('contact.times', { from, until });
  return 'resume';
}
