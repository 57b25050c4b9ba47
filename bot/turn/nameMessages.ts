// On a developer's machine each reply says in its channelData which messages it was made from, with their values: what a .chat file
// asserts can be read off in the Emulator, and `npm run chat` plays such files against a running server. Nowhere else.
import type { Middleware, TurnContext } from 'botbuilder';
import { turnOutcomeOf } from '../../dialogs/talk/turnOutcome';
import type { Spoken } from '../../dialogs/text/formatMessage';
import { turnWorkOf } from './turnWork';

/** A message by its id, with its values as they are shown. */
export type NamedMessage = Pick<Spoken, 'id' | 'values'>;

/** What a reply was made from: what is said, and what can be tapped or stands on its cards. */
export interface NamedMessages {
  readonly said: readonly NamedMessage[];
  readonly taps: readonly NamedMessage[];
}

const named = ({ id, values }: Spoken): NamedMessage => ({ id, values });

export class NameMessages implements Middleware {
  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    await next();
    const work = turnWorkOf(context);
    const made = turnOutcomeOf(context)?.replies ?? [];
    work.replies = work.replies.map((reply) => {
      const approved = made.find(({ text }) => text === reply.text);
      if (approved === undefined) return reply;
      const messages: NamedMessages = { said: approved.spoken.map(named), taps: approved.titles.map(named) };
      return { ...reply, channelData: { ...reply.channelData, messages } };
    });
  }
}
