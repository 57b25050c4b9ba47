// Where a channel is reached again, as it is stored: addresses and ids, and no name that a channel sends along (promise P12).
import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';

type Account = ConversationReference['user'];

const unnamed = ({ id, role, aadObjectId }: Account): Account => ({
  id,
  name: '',
  ...(role === undefined ? {} : { role }),
  ...(aadObjectId === undefined ? {} : { aadObjectId }),
});

/** The reference of an incoming activity without the names of people and of their conversation. */
export function wayBackOf(activity: Partial<Activity>): Partial<ConversationReference> {
  const { user, bot, conversation, ...rest } = TurnContext.getConversationReference(activity);
  return {
    ...rest,
    ...(user === undefined ? {} : { user: unnamed(user) }),
    ...(bot === undefined ? {} : { bot }),
    ...(conversation === undefined ? {} : { conversation: { ...conversation, name: '' } }),
  };
}
