// Keeps what was said, masked: no card, identity or phone number, no code, no link that opens a document.
import { ActivityTypes, type Middleware, type TurnContext } from 'botbuilder';
import { maskPersonal } from '../../data/domain/conduct/masking/masking';
import { type TurnOutcome, turnOutcomeOf } from '../../dialogs/talk/turnOutcome';
import { turnWorkOf } from './turnWork';

const signature = /([?&]sig=)[\w-]+/g;

/** A reply without the signature that would open what it links to. */
export const withoutSignatures = (text: string): string => text.replace(signature, '$1…');

/** Messages that say that a turn's meaning was not found, or that there are two. */
const askedAgain = /^(?:outOfScope|clarify|input)\./;

/** What the dashboard counts about a customer's message: its language, and whether it was understood. */
function heardAs(outcome: TurnOutcome | undefined): object {
  if (outcome === undefined) return {};
  const said = outcome.replies.flatMap((reply) => reply.spoken.map(({ id }) => id));
  return { locale: outcome.locale, understood: !said.some((id) => askedAgain.test(id)) };
}

export class LogTranscript implements Middleware {
  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    await next();
    const work = turnWorkOf(context);
    const { conversation, at } = work;
    const add = (from: 'customer' | 'assistant', text: string, more: object = {}) =>
      work.operations.push({
        kind: 'append',
        log: 'transcripts',
        entry: { conversationId: conversation, at, from, text, ...more },
      });
    const { type, text } = context.activity;
    if (type === ActivityTypes.Message) {
      // Masked by the dialogs, which know when digits are a code; by pattern alone where no dialog ran.
      work.maskedText ??= turnOutcomeOf(context)?.maskedText ?? maskPersonal(text ?? '').slice(0, 10_000);
      add('customer', work.maskedText, heardAs(turnOutcomeOf(context)));
    }
    for (const reply of work.replies)
      if (reply.type === ActivityTypes.Message && reply.text) add('assistant', withoutSignatures(reply.text));
  }
}
