// Messages that we begin: the queue, whether it is paused, and the chats in which a customer was last seen.
import { z } from 'zod';
import { calendarDateSchema } from '../../../domain/calendar/calendar';
import { localeSchema } from '../../../domain/customer/customerTurn';
import { type OutreachRecord, outreachRecordSchema } from '../../../domain/outreach/outreachRecord';
import { type OutreachPause, outreachPauseSchema, running } from '../../../domain/outreach/pause';
import type { DocumentStore, Page, PageRequest, RemoveOperation } from '../../documentStore';
import { type Kept, Repository } from '../repository';

export class Outreach extends Repository<OutreachRecord> {
  constructor(store: DocumentStore) {
    super(store, 'outreach', outreachRecordSchema, ({ key }) => key);
  }

  withStatus(status: OutreachRecord['status'], page: PageRequest): Promise<Page<Kept<OutreachRecord>>> {
    return this.page('status', status, page);
  }

  /** All of one status, page by page; what changes its status meanwhile is not met twice. */
  allWithStatus(status: OutreachRecord['status']): AsyncGenerator<Kept<OutreachRecord>> {
    return this.eachKept('status', status);
  }

  ofCustomer(customerId: string): Promise<readonly OutreachRecord[]> {
    return this.every('customerId', customerId);
  }

  /** The message that a provider calls so; undefined where it is none of ours. */
  async byProvider(providerId: string): Promise<Kept<OutreachRecord> | undefined> {
    const [first] = (await this.page('providerId', providerId, { limit: 1 })).items;
    return first;
  }

  removeOperation(key: string, expectedVersion: number | 'any' = 'any'): RemoveOperation {
    return { kind: 'remove', collection: this.collection, id: key, expectedVersion };
  }
}

/** One record for the whole bank. */
const pauseId = 'pause';
const keptPauseSchema = outreachPauseSchema.extend({ id: z.literal(pauseId) });

export class OutreachPauses extends Repository<z.infer<typeof keptPauseSchema>> {
  constructor(store: DocumentStore) {
    super(store, 'outreachState', keptPauseSchema, ({ id }) => id);
  }

  async now(): Promise<OutreachPause> {
    return (await this.get(pauseId)) ?? running;
  }

  setOperation(pause: OutreachPause) {
    return this.putOperation({ ...pause, id: pauseId });
  }
}

/** Where a verified customer last wrote from. */
export const chatPlaceSchema = z.object({
  customerId: z.string().min(1),
  channelId: z.string(),
  userId: z.string(),
  conversationId: z.string(),
  /** Key under which turns of this conversation are kept. */
  conversation: z.string(),
  /** The Bot Framework reference by which the channel is reached again. */
  reference: z.record(z.string(), z.unknown()),
  locale: localeSchema,
  seenOn: calendarDateSchema,
  seenAt: z.iso.datetime(),
});
export type ChatPlace = z.infer<typeof chatPlaceSchema>;

/** One place a channel and customer: the newest. */
const placeId = ({ customerId, channelId }: Pick<ChatPlace, 'customerId' | 'channelId'>): string =>
  JSON.stringify([customerId, channelId]);

export class ChatPlaces extends Repository<ChatPlace> {
  constructor(store: DocumentStore) {
    super(store, 'chatPlaces', chatPlaceSchema, placeId);
  }

  ofCustomer(customerId: string): Promise<readonly ChatPlace[]> {
    return this.every('customerId', customerId);
  }

  find(customerId: string, channelId: string): Promise<ChatPlace | undefined> {
    return this.get(placeId({ customerId, channelId }));
  }

  removeOperation(place: ChatPlace): RemoveOperation {
    return { kind: 'remove', collection: this.collection, id: placeId(place), expectedVersion: 'any' };
  }
}
