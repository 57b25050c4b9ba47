// The WeChat side of the house: the account, its door, and the two ways by which words reach somebody there.
import type { ConversationReference, TurnContext } from 'botbuilder';
import type { Locale } from '../../data/domain/customer/customerTurn';
import { Notices } from '../channels/weChat/notices';
import { OfficialAccount } from '../channels/weChat/officialAccount';
import { PlatformApi } from '../channels/weChat/platformApi';
import { WaitingMessages } from '../channels/weChat/waitingMessages';
import { WeChatAdapter } from '../channels/weChat/weChatAdapter';
import { answerMsOfPlatform, WeChatDoor } from '../channels/weChat/weChatDoor';
import type { WeChatConfig } from '../config/channels/weChatConfig';
import { CardPages } from '../documents/cardPages';
import type { Route } from '../http/route';
import type { HouseParts, Shared } from './sharedParts';

export interface WeChatSide {
  /** The bot is attached to it. */
  readonly adapter: WeChatAdapter;
  /** Reaches somebody outside a turn. */
  reach(reference: Partial<ConversationReference>, send: (context: TurnContext) => Promise<void>): Promise<void>;
  routes(runTurn: (context: TurnContext) => Promise<void>): Route[];
  /** Takes up what was left when the process ended. */
  start(): void;
  stop(): void;
}

export function buildWeChatSide(
  weChat: WeChatConfig,
  { config, store, log, data, weChatAnswerMs }: HouseParts,
  shared: Shared,
  baseUrl: () => string,
): WeChatSide {
  const account = new OfficialAccount(weChat);
  const api = new PlatformApi({ ...weChat, now: Date.now });
  const { clock, inFlight } = shared;
  const notices = new Notices({ store, api, templateId: weChat.templateId, log, clock });
  const { timeZone, documentLinkHours: validHours } = data.bank;
  const pages = new CardPages({ store, validHours, timeZone, baseUrl, clock });
  const adapterParts = {
    account,
    api,
    // An address of this machine alone opens on no customer's phone.
    keepCard: async (card: unknown, locale: Locale) =>
      config.publicUrl === null && !weChat.isPlayed ? null : pages.keep(card, locale),
    pictureBytesMax: data.evidence.fileBytesMax,
    log,
    refused: (openId: string, activityId: string, errcode: number, isAnswer: boolean) =>
      notices.refused(openId, activityId, errcode, !isAnswer),
  };
  const adapter = new WeChatAdapter(adapterParts);
  // Without middleware: what goes this way was guarded and stored before.
  const bare = new WeChatAdapter(adapterParts);
  let waiting: WaitingMessages | null = null;
  return {
    adapter,
    reach: (reference, send) => bare.reach(reference, send),
    routes(runTurn) {
      const kept = new WaitingMessages({
        store,
        log,
        take: (activity) => inFlight.track(adapter.receive(activity, null, runTurn)),
      });
      waiting = kept;
      const answerMs = weChatAnswerMs ?? answerMsOfPlatform;
      const door = new WeChatDoor({ account, adapter, waiting: kept, notices, inFlight, log, answerMs, runTurn });
      return [...door.routes(), ...pages.routes()];
    },
    start: () => waiting?.start(),
    stop: () => waiting?.stop(),
  };
}
