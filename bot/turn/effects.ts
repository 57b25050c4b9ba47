// What the dialogs decided → operations of the turn's transaction. One line for each kind of effect.
import type { TurnContext } from 'botbuilder';
import type { CaseChange } from '../../data/domain/case/case';
import { afterJoining, type QueueEntry } from '../../data/domain/case/deskConversation';
import type { Paper } from '../../data/domain/case/paper';
import { strictestContact } from '../../data/domain/conduct/contactPreference';
import { type ContactPreference, noLimits } from '../../data/domain/conduct/contactRecords';
import { answerOf, type MessageGround } from '../../data/domain/conduct/messageGround';
import type { OutboundMessage } from '../../data/domain/conduct/outboundMessage';
import type { DocumentStore, Operation } from '../../data/store/documentStore';
import { createRepositories, type Repositories } from '../../data/store/repositories';
import { storeAhead } from '../../data/store/storeAhead';
import type { Effect } from '../../dialogs/talk/services';
import { conversationKey } from './conversationKey';
import { wayBackOf } from './delivery/wayBack';
import { turnWorkOf } from './turnWork';

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

/** What is known better of a case, on what is stored of it now. */
async function changed(repositories: Repositories, caseNumber: string, change: CaseChange): Promise<Operation[]> {
  const kept = await repositories.cases.kept(caseNumber);
  // Closed since it was looked up: nothing more is written into it.
  if (kept === undefined || kept.record.status === 'closed') return [];
  return [repositories.cases.putOperation({ ...kept.record, ...change }, kept.version)];
}

/** The conversation waits from now on, with the way back to the customer; its one place is kept where it has one. */
async function joined(repositories: Repositories, entry: QueueEntry, { activity }: TurnContext): Promise<Operation[]> {
  const { deskConversations } = repositories;
  const { channelId, conversation } = activity;
  const kept = await deskConversations.kept(conversation.id);
  const way = {
    conversationId: conversation.id,
    conversation: conversationKey(channelId, conversation.id),
    channelId,
    reference: { ...wayBackOf(activity) },
  };
  const put = deskConversations.putOperation(afterJoining(kept?.record, way, entry), kept?.version ?? null);
  return [put, ...(await leftElsewhere(repositories, entry, conversation.id))];
}

/** The same matter waits where the customer writes now, and no longer where they wrote before. */
async function leftElsewhere(repositories: Repositories, entry: QueueEntry, here: string): Promise<Operation[]> {
  const { cases, deskConversations } = repositories;
  const matter = await cases.kept(entry.caseNumber);
  if (matter === undefined || matter.record.conversationId === here) return [];
  const moved = { ...matter.record, conversationId: here, status: 'waiting' as const };
  const other = await deskConversations.kept(matter.record.conversationId);
  const isSame = other?.record.status === 'waiting' && other.record.caseNumber === entry.caseNumber;
  const ended = isSame
    ? [
        deskConversations.putOperation(
          { ...other.record, status: 'returned', endedAt: entry.waitingSince, callback: null },
          other.version,
        ),
      ]
    : [];
  return [cases.putOperation(moved, matter.version), ...ended];
}

/** Closed as taken back by the customer, and its place in the queue with it. */
async function withdrawn(
  repositories: Repositories,
  caseNumber: string,
  here: string,
  at: string,
): Promise<Operation[]> {
  const { cases, deskConversations } = repositories;
  const [kept, desk] = await Promise.all([cases.kept(caseNumber), deskConversations.kept(here)]);
  if (kept === undefined || kept.record.status === 'closed') return [];
  const closed = { at, by: 'customer', outcome: 'withdrawn', decision: null };
  const waits = desk?.record.status === 'waiting' && desk.record.caseNumber === caseNumber;
  return [
    cases.putOperation({ ...kept.record, status: 'closed', closed }, kept.version),
    ...(waits
      ? [
          deskConversations.putOperation(
            { ...desk.record, status: 'returned', endedAt: at, callback: null },
            desk.version,
          ),
        ]
      : []),
  ];
}

/** A rest that was asked for, or came with a matter, ends; a rest for another reason stands. */
async function restEnded(
  repositories: Repositories,
  { customerId, reasons, limits }: Extract<Effect, { kind: 'endRest' }>,
): Promise<Operation[]> {
  const kept = await repositories.contactPreferences.kept(customerId);
  if (kept === undefined || !kept.record.ceased || !reasons.includes(kept.record.reason)) return [];
  // Without limits of its own it would stand for a wish that could not be read, and rest everything.
  const record: ContactPreference = {
    ...kept.record,
    ceased: false,
    reason: 'preference',
    until: null,
    limits: limits ?? kept.record.limits ?? noLimits,
  };
  return [repositories.contactPreferences.putOperation(record, kept.version)];
}

/** Only a promise that still stands can be taken back. */
async function promiseWithdrawn({ promises }: Repositories, promiseId: string): Promise<Operation[]> {
  const kept = await promises.kept(promiseId);
  if (kept === undefined || kept.record.status !== 'open') return [];
  return [promises.putOperation({ ...kept.record, status: 'withdrawn' }, kept.version)];
}

async function limitsDropped({ contactPreferences }: Repositories, customerId: string): Promise<Operation[]> {
  const kept = await contactPreferences.kept(customerId);
  if (kept === undefined) return [];
  const { limits: _, ...rest } = kept.record;
  // A record that says nothing any more is not kept as a wish that could not be read.
  return rest.ceased
    ? [contactPreferences.putOperation(rest, kept.version)]
    : [contactPreferences.putOperation({ ...rest, limits: noLimits }, kept.version)];
}

/** Puts the content of a file of this turn where it is kept; the record joins the turn's transaction. */
export type KeepFile = (context: TurnContext, fileId: string) => Promise<void>;

async function papersNamed({ evidence }: Repositories, fileIds: readonly string[], paper: Paper): Promise<Operation[]> {
  const kept = await Promise.all(fileIds.map((fileId) => evidence.kept(fileId)));
  return kept.flatMap((one) =>
    one === undefined ? [] : [evidence.putOperation({ ...one.record, paper }, one.version)],
  );
}

export const effectOperations =
  (store: DocumentStore, sender: MessageSender, keepFile: KeepFile) =>
  async (effect: Effect, context: TurnContext): Promise<readonly Operation[]> => {
    // A message that does two things to one record ("drop the dispute, and stop calling") changes it twice.
    const repositories = createRepositories(storeAhead(store, turnWorkOf(context).operations));
    switch (effect.kind) {
      case 'audit':
        return [
          repositories.audit.appendOperation({
            ...effect.event,
            inputs: { ...effect.event.inputs },
            decision: { ...effect.event.decision },
          }),
        ];
      case 'openCase':
        return [repositories.cases.putOperation(effect.record, null)];
      case 'changeCase':
        return changed(repositories, effect.caseNumber, effect.change);
      case 'keepEvidence':
        await keepFile(context, effect.record.fileId);
        return [repositories.evidence.putOperation(effect.record, null)];
      case 'namePaper':
        return papersNamed(repositories, effect.fileIds, effect.paper);
      case 'withdrawCase':
        return withdrawn(repositories, effect.caseNumber, context.activity.conversation.id, effect.at);
      case 'endRest':
        return restEnded(repositories, effect);
      case 'withdrawPromise':
        return promiseWithdrawn(repositories, effect.promiseId);
      case 'dropContactLimits':
        return limitsDropped(repositories, effect.customerId);
      case 'leaveQueue':
        return withdrawn(repositories, effect.caseNumber, context.activity.conversation.id, effect.at);
      case 'dropWrongContact':
        return [repositories.wrongContacts.removeOperation(effect.channelId, effect.userId)];
      case 'joinQueue':
        return joined(repositories, effect.entry, context);
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
