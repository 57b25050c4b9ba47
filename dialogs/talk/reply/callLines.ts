// Numbers that help at once can be called at a tap, where the channel can: nobody in danger has to type them.
import { ActionTypes, type CardAction } from 'botbuilder';
import { formatMessage, type Spoken } from '../../text/formatMessage';
import type { MessageId } from '../../text/messages';
import type { Turn } from '../turn';

/** Values of messages that are such a number. */
const lines = ['medical', 'hotline', 'police', 'lifeline', 'assistance'] as const;

/** Besides everything that is said to somebody in danger; a phone that is watched shows no button. */
const alsoFrom: readonly MessageId[] = ['hardship.feel.hunger', 'scam.done', 'fraud.lock'];
const isOfHelp = (id: string): boolean =>
  (id.startsWith('vulnerable.') && id !== 'vulnerable.phoneWatched') || alsoFrom.some((one) => one === id);

export interface CallLine {
  readonly title: Spoken;
  readonly action: CardAction;
}

/** The numbers that a reply names for help, each once. */
export function callLinesOf({ lines: said, state: { locale } }: Turn): readonly CallLine[] {
  const named = said
    .filter(({ id }) => isOfHelp(id))
    .flatMap(({ values }) => lines.flatMap((line) => values[line] ?? []));
  return [...new Set(named)].map((line) => {
    const title = formatMessage(locale, 'button.call', { line });
    return { title, action: { type: ActionTypes.Call, title: title.text, value: `tel:${line}` } };
  });
}
