// The real server with a played WeChat platform beside it, each on a port of its own.
import type { DocumentStore } from '../../../data/store/documentStore';
import { FakePlatform, type PlatformSettings } from '../channels/weChat/platform/platform';
import { type RunningHouse, startHouse } from './runningHouse';

export const weChatAccount = {
  token: 'test-token',
  appId: 'wx1234567890abcdef',
  appSecret: 'a-secret-of-the-account',
  encodingAesKey: 'kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR',
} as const;

export interface WeChatHouse {
  house: RunningHouse;
  readonly platform: FakePlatform;
  /** Ends the house in order and opens another one on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface WeChatHouseSettings extends Partial<Omit<PlatformSettings, 'door' | 'account'>> {
  /** Messages in the clear, without a key. */
  readonly plain?: boolean;
  readonly templateId?: string;
  readonly environment?: Record<string, string>;
  readonly around?: (store: DocumentStore) => DocumentStore;
  /** How long the door waits before it says "taken"; the platform's time unless given. */
  readonly answerMs?: number;
}

/** The environment for an account at this platform. */
export const weChatEnvironmentOf = (platform: FakePlatform, templateId?: string): Record<string, string> => ({
  WECHAT_TOKEN: platform.account.token,
  WECHAT_APP_ID: platform.account.appId,
  WECHAT_APP_SECRET: platform.account.appSecret,
  WECHAT_API_BASE: platform.address,
  ...(platform.account.encodingAesKey === null ? {} : { WECHAT_ENCODING_AES_KEY: platform.account.encodingAesKey }),
  ...(templateId === undefined ? {} : { WECHAT_TEMPLATE_ID: templateId }),
});

/** How the house is reached from this machine, whatever address customers are given. */
export const localAddress = ({ house }: RunningHouse): string => {
  const address = house.server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address.port : 9}`;
};

export async function startWeChatHouse(settings: WeChatHouseSettings = {}): Promise<WeChatHouse> {
  const { plain = false, templateId, environment = {}, around, answerMs, ...played } = settings;
  let house: RunningHouse | null = null;
  const platform = await FakePlatform.start({
    account: { ...weChatAccount, encodingAesKey: plain ? null : weChatAccount.encodingAesKey },
    door: () => `${house === null ? 'http://127.0.0.1:9' : localAddress(house)}/wechat`,
    ...played,
  });
  const open = (dataDir?: string) =>
    startHouse(dataDir, { ...weChatEnvironmentOf(platform, templateId), ...environment }, undefined, {
      around,
      weChatAnswerMs: answerMs,
    });
  house = await open();
  const self: WeChatHouse = {
    house,
    platform,
    async restart() {
      const { dataDir } = self.house;
      await self.house.stop('keepData');
      house = await open(dataDir);
      self.house = house;
    },
    async stop() {
      await self.house.stop();
      await platform.close();
    },
  };
  return self;
}
