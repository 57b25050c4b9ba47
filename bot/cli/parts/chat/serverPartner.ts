// A server as the partner of a .chat file: what the file sets is set where it can be, and said where it cannot.

import { localeSchema } from '../../../../data/domain/customer/customerTurn';
import { CannotChat, type MessagesClient } from './messagesClient';
import type { SetClock } from './ownAssistant';
import type { ChatPartner } from './playChat';
import { heardOf } from './shownReply';

/** `clock` is null where the server's time is its own. */
export function serverPartner(
  client: MessagesClient,
  clock: SetClock | null,
  notice: (text: string) => void,
): ChatPartner {
  const settings: Readonly<Record<string, (value: string) => void>> = {
    now: (value) => {
      if (clock === null) notice(`now=${value}: this server's clock is its own, so days and sums may differ.`);
      else clock.set(new Date(value).toISOString());
    },
    locale: (value) => {
      client.locale = localeSchema.parse(value);
    },
    channel: (value) => {
      client.channelId = value;
    },
    user: (value) => {
      client.userId = value;
    },
    newConversation: () => client.newConversation(),
    restart: () => notice('restart: left to the tests, which own the process.'),
  };
  return {
    set(name, value) {
      const set = settings[name];
      if (set === undefined) throw new CannotChat(`unknown setting "${name}": ${Object.keys(settings).join(', ')}`);
      set(value);
    },
    async say(text) {
      const code = text.includes('{code}') ? await client.newestCode() : undefined;
      const heard = heardOf(await client.say(text.replaceAll('{code}', code ?? '000000')));
      if (heard === null) throw new CannotChat('This server does not say which messages its replies are made from.');
      return heard;
    },
  };
}
