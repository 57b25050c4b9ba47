// The record of replies that the platform would not show: why, whether the customer was told by a template message that an answer
// waits, and what became of that. Nothing of the reply itself is in it.
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type DocumentStore, VersionConflict } from '../../../data/store/documentStore';
import { errorFacts, type Log } from '../../ops/log';
import type { PlatformApi } from './platformApi';

const collection = 'weChatNotices';

const noticeSchema = z.object({
  conversationId: z.string(),
  at: z.string(),
  day: z.string(),
  /** The platform's number for why. */
  errcode: z.number().int(),
  /** 'asked' for one of which it is not known whether the platform took it. */
  template: z.enum(['none', 'asked', 'sent', 'refused', 'shown', 'notShown']),
  templateMessageId: z.string().nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

export interface NoticeParts {
  readonly store: DocumentStore;
  readonly api: Pick<PlatformApi, 'sendTemplate'>;
  /** Null where the bank has none: then nothing is sent, and the reply waits for the customer's next word. */
  readonly templateId: string | null;
  readonly log: Log;
  clock(): string;
}

export class Notices {
  /** Results that came before the platform's number of their message was on disk. */
  private readonly early = new LRUCache<string, string>({ max: 1000 });

  constructor(private readonly parts: NoticeParts) {}

  /** Once for each reply, however often it is tried. `mayTell`: the customer has not just been writing. */
  async refused(openId: string, activityId: string, errcode: number, mayTell: boolean): Promise<void> {
    const { store, templateId, clock } = this.parts;
    const id = `${openId}/${activityId}`;
    const tells = mayTell && templateId !== null;
    const notice: Notice = {
      conversationId: openId,
      at: clock(),
      day: clock().slice(0, 10),
      errcode,
      template: tells ? 'asked' : 'none',
      templateMessageId: null,
    };
    const known = await store.get(collection, id);
    const before = known === undefined ? undefined : noticeSchema.safeParse(known.value).data;
    if (before !== undefined && (before.template !== 'none' || !tells)) return;
    try {
      await store.put(collection, id, notice, known?.version ?? null);
    } catch (error) {
      if (error instanceof VersionConflict) return;
      throw error;
    }
    if (tells) await this.tell(id, openId, templateId, notice);
  }

  private async tell(id: string, openId: string, templateId: string, notice: Notice): Promise<void> {
    const { api, store, log } = this.parts;
    try {
      const templateMessageId = await api.sendTemplate(openId, templateId);
      await store.put(collection, id, { ...notice, template: 'sent', templateMessageId }, 'any');
      const known = this.early.get(templateMessageId);
      if (known !== undefined) await this.result(templateMessageId, known);
    } catch (error) {
      log.warn(errorFacts(error), 'the template message was not taken');
      await store.put(collection, id, { ...notice, template: 'refused' }, 'any');
    }
  }

  /** The platform tells what became of a template message. */
  async result(messageId: string, status: string): Promise<void> {
    const { store } = this.parts;
    const { items } = await store.query(collection, 'templateMessageId', messageId, { limit: 1 });
    const [found] = items;
    const notice = noticeSchema.safeParse(found?.value);
    if (found === undefined) this.early.set(messageId, status);
    if (found === undefined || !notice.success) return;
    const template = status === 'success' ? 'shown' : 'notShown';
    await store.put(collection, found.id, { ...notice.data, template }, 'any');
  }
}
