// What the dialogs decided → operations of the turn's transaction. One line for each kind of effect.
import { TurnContext } from 'botbuilder';
import type { CaseRecord } from '../../data/domain/case/case';
import { strictestContact } from '../../data/domain/conduct/contactPreference';
import type { ContactPreference } from '../../data/domain/conduct/contactRecords';
import { answerOf, type MessageGround } from '../../data/domain/conduct/messageGround';
import type { OutboundMessage } from '../../data/domain/conduct/outboundMessage';
import type { Operation } from '../../data/store/documentStore';
import type { Repositories } from '../../data/store/repositories';
import type { Effect } from '../../dialogs/talk/services';
import { conversationKey } from './conversationKey';

/** The way out for short messages: what is to be sent is stored in the turn's transaction and leaves after it. */
export interface MessageSender {
  /** Nothing leaves without a ground: it answers the customer, or a contact was permitted. */
  operations(message: OutboundMessage, ground: MessageGround, conversationId: string): readonly Operation[];
}

/** A wish about contact is stored as the stricter of what stood and what was said now. */
async function strictest(repositories: Repositories, record: ContactPreference): Promise<Operation> {
  const kept = await repositories.contactPreferences.kept(record.customerId);
  return repositories.contactPreferences.putOperation(strictestContact(kept?.record, record), kept?.version ?? null);
}

/** A case that waits for a person puts its conversation into the desk's queue, with the way back to the customer. */
function deskOperations(repositories: Repositories, record: CaseRecord, { activity }: TurnContext): Operation[] {
  if (record.status !== 'waiting') return [];
  const { caseNumber, kind, conversationId, customerId, priority, locale, lastWords, openedAt } = record;
  const put = repositories.deskConversations.putOperation({
    conversationId,
    conversation: conversationKey(activity.channelId, conversationId),
    channelId: activity.channelId,
    reference: { ...TurnContext.getConversationReference(activity) },
    caseNumber,
    reason: kind,
    priority,
    locale,
    status: 'waiting',
    waitingSince: openedAt,
    lastWords,
    customerId,
    agent: null,
    takenAt: null,
    firstTakenAt: null,
    callback: null,
    outcome: null,
    endedAt: null,
  });
  return [put];
}

export const effectOperations =
  (repositories: Repositories, sender: MessageSender) =>
  async (effect: Effect, context: TurnContext): Promise<readonly Operation[]> => {
    switch (effect.kind) {
      case 'audit':
        return [
          repositories.audit.appendOperation({
            ...effect.event,
            inputs: { ...effect.event.inputs },
            decision: { ...effect.event.decision },
          }),
        ];
      case 'saveCase':
        return [
          repositories.cases.putOperation(effect.record),
          ...deskOperations(repositories, effect.record, context),
        ];
      case 'saveArrangement':
        return [repositories.arrangements.putOperation(effect.record)];
      case 'savePromise':
        return [repositories.promises.putOperation(effect.record)];
      case 'saveQuote':
        return [repositories.savedQuotes.putOperation(effect.record)];
      case 'dropQuote':
        return [{ kind: 'remove', collection: 'savedQuotes', id: effect.customerId, expectedVersion: 'any' }];
      case 'saveContactPreference':
        return [await strictest(repositories, effect.record)];
      case 'saveWrongContact':
        return [repositories.wrongContacts.putOperation(effect.record)];
      case 'saveCodeUse':
        return [repositories.codeUses.putOperation(effect.record, effect.expectedVersion)];
      case 'sendMessage':
        return sender.operations(effect.message, answerOf(effect.message.sentAt), context.activity.conversation.id);
    }
  };
