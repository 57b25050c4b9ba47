// The adapter behind /wechat: a turn's first words go back in the request that brought the message, all others by the platform's API.
import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type { Locale } from '../../../data/domain/customer/customerTurn';
import type { CardLink } from '../../documents/cardPages';
import { setUploads, type Upload } from '../../documents/evidence/uploads';
import { errorFacts, type Log } from '../../ops/log';
import type { Exchange } from './exchange';
import type { OfficialAccount } from './officialAccount';
import { type PlatformApi, PlatformRefusal } from './platformApi';

export const weChatChannel = 'wechat';

export interface AdapterParts {
  readonly account: OfficialAccount;
  readonly api: Pick<PlatformApi, 'sendText' | 'sendArticle' | 'picture'>;
  /** The largest picture that is taken in. */
  readonly pictureBytesMax: number;
  readonly log: Log;
  /** Keeps a card as a page, where customers can reach one; null elsewhere. */
  keepCard(card: unknown, locale: Locale): Promise<CardLink | null>;
  /** Told of words that the platform would not show now; `isAnswer` while the customer's own message is being answered. */
  refused(openId: string, activityId: string, errcode: number, isAnswer: boolean): Promise<void>;
}

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';
/** Each article is one of the five messages that may follow a customer's. */
const cardsMax = 1;

const pictureSchema = z.object({ mediaId: z.string() });
const exchangeKey = Symbol('exchange');
type Logic = (context: TurnContext) => Promise<void>;

export class WeChatAdapter extends BotAdapter {
  constructor(private readonly parts: AdapterParts) {
    super();
  }

  /** One turn for something that somebody did; `exchange` while the platform waits for an answer, null later. */
  async receive(activity: Partial<Activity>, exchange: Exchange | null, logic: Logic): Promise<void> {
    const context = new TurnContext(this, activity);
    if (exchange !== null) context.turnState.set(exchangeKey, exchange);
    if (activity.type === ActivityTypes.Message) setUploads(context, await this.uploadsOf(activity));
    await this.runMiddleware(context, logic);
  }

  /** The picture of a message; nothing for films, sounds and places, which are told that they cannot be read. */
  private async uploadsOf({ channelData }: Partial<Activity>): Promise<readonly Upload[]> {
    const { api, pictureBytesMax, log } = this.parts;
    const named = pictureSchema.safeParse(channelData);
    if (!named.success) return [];
    try {
      const bytes = await api.picture(named.data.mediaId, pictureBytesMax);
      return [bytes === undefined ? { kind: 'refused', why: 'tooLarge' } : { kind: 'read', name: '', bytes }];
    } catch (error) {
      log.warn(errorFacts(error), 'a picture could not be fetched');
      return [{ kind: 'refused', why: 'unreachable' }];
    }
  }

  /** Reaches somebody outside a turn, with words that were guarded and stored before. */
  async reach(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    const activity = TurnContext.applyConversationReference({ type: ActivityTypes.Event }, reference, true);
    await logic(new TurnContext(this, activity));
  }

  override async sendActivities(
    context: TurnContext,
    activities: readonly Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    // A typing sign has no words, and the platform no place for it.
    for (const activity of activities)
      if (activity.type === ActivityTypes.Message && activity.text) {
        await this.say(context, activity, activity.text);
        await this.showCards(context, activity);
      }
    return activities.map(() => ({ id: '' }));
  }

  /** The text has said it all: an article that is not taken is no reason to say it again. */
  private async showCards(context: TurnContext, { attachments = [], conversation, locale }: Partial<Activity>) {
    const { api, keepCard, log } = this.parts;
    for (const { contentType, content } of attachments.slice(0, cardsMax)) {
      if (contentType !== adaptiveCard) continue;
      try {
        const card = await keepCard(content, locale === 'en-US' ? 'en-US' : 'zh-CN');
        if (card === null) continue;
        const { title, description, url, pictureUrl: picurl } = card;
        await api.sendArticle(conversation?.id ?? context.activity.conversation.id, {
          title,
          description,
          url,
          picurl,
        });
      } catch (error) {
        log.warn(errorFacts(error), 'a card could not be shown as an article');
      }
    }
  }

  private async say(context: TurnContext, activity: Partial<Activity>, text: string): Promise<void> {
    const { account, api, refused } = this.parts;
    const exchange = context.turnState.get<Exchange | undefined>(exchangeKey) ?? null;
    const openId = activity.conversation?.id ?? context.activity.conversation.id;
    if (exchange?.isOpen === true) {
      const from = context.activity.recipient?.id ?? '';
      const seconds = Math.floor(Date.now() / 1000);
      if (await exchange.answer(account.textAnswer({ to: openId, from, text, seconds }))) return;
    }
    try {
      await api.sendText(openId, text);
    } catch (error) {
      if (error instanceof PlatformRefusal && error.isOutsideWindow)
        await refused(openId, activity.replyToId ?? '', error.errcode, context.activity.type !== ActivityTypes.Event);
      throw error;
    }
  }

  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('This channel does not change what was said.'));
  }
  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error('This channel does not take back what was said.'));
  }
  override continueConversation(): Promise<never> {
    return Promise.reject(new Error('Use reach.'));
  }
}
