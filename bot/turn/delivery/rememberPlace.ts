// Where a verified customer writes from, so that a message we begin can reach them there: one place a channel, kept up once a day.
import type { TurnContext } from 'botbuilder';
import { localTime } from '../../../data/domain/calendar/calendar';
import type { Operation } from '../../../data/store/documentStore';
import type { Repositories } from '../../../data/store/repositories';
import { turnOutcomeOf } from '../../../dialogs/talk/turnOutcome';
import { conversationKey } from '../conversationKey';
import { wayBackOf } from './wayBack';

export type RememberPlace = (context: TurnContext, at: string) => Promise<readonly Operation[]>;

/** A word once an hour is enough to know that the channel is open. */
const sameForMs = 3_600_000;

export const rememberPlaceIn =
  ({ chatPlaces }: Pick<Repositories, 'chatPlaces'>, timeZone: string): RememberPlace =>
  async ({ activity, turnState }, at) => {
    const outcome = turnOutcomeOf({ turnState });
    if (outcome === undefined || outcome.customerId === null || outcome.party !== 'verified') return [];
    const { channelId, conversation, from } = activity;
    const known = await chatPlaces.find(outcome.customerId, channelId);
    const isSame = known?.conversationId === conversation.id && known.userId === from.id;
    if (isSame && Date.parse(at) - Date.parse(known.seenAt) < sameForMs) return [];
    return [
      chatPlaces.putOperation({
        customerId: outcome.customerId,
        channelId,
        userId: from.id,
        conversationId: conversation.id,
        conversation: conversationKey(channelId, conversation.id),
        reference: { ...wayBackOf(activity) },
        locale: outcome.locale,
        seenOn: localTime(at, timeZone).date,
        seenAt: at,
      }),
    ];
  };
