// The activities of Bot Framework's handoff protocol: what we tell a contact centre, and what it may tell us.
import { z } from 'zod';
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import type { TranscriptEntry } from '../../contract/desk';

const bot = { id: 'assistant', name: 'assistant', role: 'bot' } as const;
const customer = { id: 'customer', name: '', role: 'user' } as const;

/** Least data: what the other side needs to answer, nothing that names an account. */
const contextOf = (desk: DeskConversation) => ({
  caseNumber: desk.caseNumber,
  reason: desk.reason,
  priority: desk.priority,
  locale: desk.locale,
  verified: desk.customerId !== null,
  waitingSince: desk.waitingSince,
  lastWords: desk.lastWords,
});

const addressed = (desk: DeskConversation, at: string) => ({
  channelId: desk.channelId,
  conversation: { id: desk.conversationId },
  locale: desk.locale,
  timestamp: at,
});

/** As botbuilder's EventFactory.createHandoffInitiation makes it. */
export const initiation = (desk: DeskConversation, transcript: readonly TranscriptEntry[], id: string, at: string) => ({
  type: 'event',
  name: 'handoff.initiate',
  id,
  ...addressed(desk, at),
  from: bot,
  value: contextOf(desk),
  attachments: [
    {
      name: 'Transcript',
      contentType: 'application/json',
      content: {
        activities: transcript.map((entry) => ({
          type: 'message',
          timestamp: entry.at,
          from: entry.from === 'customer' ? customer : bot,
          text: entry.text,
        })),
      },
    },
  ],
});

/** What the customer says while the other side holds the conversation. */
export const customerWords = (desk: DeskConversation, entry: TranscriptEntry, id: string) => ({
  type: 'message',
  id,
  ...addressed(desk, entry.at),
  from: customer,
  text: entry.text,
});

const conversation = z.looseObject({ id: z.string().min(1).max(1024) });

export const hubActivitySchema = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('event'),
    name: z.literal('handoff.status'),
    conversation,
    value: z.looseObject({ state: z.enum(['accepted', 'failed', 'completed']), message: z.string().optional() }),
  }),
  z.looseObject({
    type: z.literal('message'),
    id: z.string().min(1).max(200),
    conversation,
    text: z.string().trim().min(1).max(2000),
  }),
]);
export type HubActivity = z.infer<typeof hubActivitySchema>;
