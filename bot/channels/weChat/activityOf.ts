// A message of the platform as the activity that every other channel sends: one person, one conversation, both named by the openid.
import { type Activity, ActivityTypes } from 'botbuilder';
import type { WeChatMessage } from './incoming';
import { weChatChannel } from './weChatAdapter';

export type TalkMessage = Extract<WeChatMessage, { kind: 'words' | 'picture' | 'file' | 'arrival' }>;

/** No address: replies go by the platform's API, which knows the openid. */
const serviceUrl = 'urn:assistant:wechat';

function said(message: TalkMessage): Partial<Activity> {
  switch (message.kind) {
    case 'words':
      return { type: ActivityTypes.Message, text: message.text };
    case 'picture':
      return {
        type: ActivityTypes.Message,
        attachments: [{ contentType: 'image/jpeg' }],
        channelData: { mediaId: message.mediaId },
      };
    case 'file':
      return { type: ActivityTypes.Message, attachments: [{ contentType: message.contentType }] };
    case 'arrival':
      return { type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: message.openId, name: '' }] };
  }
}

export const activityOf = (message: TalkMessage): Partial<Activity> => ({
  ...said(message),
  id: message.id,
  channelId: weChatChannel,
  serviceUrl,
  // The platform does not say which language its menus are read in.
  locale: 'zh-CN',
  conversation: { id: message.openId, isGroup: false, name: '', conversationType: 'personal' },
  from: { id: message.openId, name: '', role: 'user' },
  recipient: { id: message.account, name: '', role: 'bot' },
});
