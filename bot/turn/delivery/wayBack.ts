// Where a channel is reached again, as it is stored: addresses and ids, and no name that a channel sends along (promise P12).
import { type Activity, type ChannelAccount, type ConversationReference, TurnContext } from 'botbuilder';

/** The account without its name and without whatever else a channel says of a person. */
const unnamed = ({ id, role, aadObjectId }: ChannelAccount): ChannelAccount => ({
  id,
  name: '',
  ...(role === undefined ? {} : { role }),
  ...(aadObjectId === undefined ? {} : { aadObjectId }),
});

/** The reference of an incoming activity without the names of people and of their conversation. */
export function wayBackOf(activity: Partial<Activity>): Partial<ConversationReference> {
  const reference = TurnContext.getConversationReference(activity);
  const { user, conversation } = reference;
  if (user !== undefined) reference.user = unnamed(user);
  if (conversation !== undefined) reference.conversation = { ...conversation, name: '' };
  return reference;
}

/** A reply as it is stored: the SDK has addressed it with what the channel said of the person. */
export function replyWithoutNames(reply: Partial<Activity>): Partial<Activity> {
  const { recipient, conversation } = reply;
  return {
    ...reply,
    ...(recipient === undefined ? {} : { recipient: unnamed(recipient) }),
    ...(conversation === undefined ? {} : { conversation: { ...conversation, name: '' } }),
  };
}
