// Every message the assistant can say: its id and the kinds of value it takes. A missing id or value does not compile.
// The words themselves are in zh-CN.json and en-US.json (ICU MessageFormat), authored natively in each language.
import type { Locale } from '../../data/domain/customer/customerTurn';
import english from './en-US.json';
import { messageSpec } from './messageSpec';
import type { ValueKind, ValueKinds } from './valueKinds';
import chinese from './zh-CN.json';

export type MessageId = keyof typeof messageSpec;
type SpecOf<Id extends MessageId> = (typeof messageSpec)[Id];

/** The values that message `Id` must be given. */
export type MessageValues<Id extends MessageId> = {
  [Name in keyof SpecOf<Id>]: SpecOf<Id>[Name] extends ValueKind ? ValueKinds[SpecOf<Id>[Name]] : never;
};

// The annotation is the check: a language that lacks an id does not compile.
// A list of texts holds the wordings of one message in the order in which a conversation hears them.
const texts: Record<Locale, Record<MessageId, string | string[]>> = { 'zh-CN': chinese, 'en-US': english };

/** All wordings of a message in a language, each an ICU text; at least one. */
export function wordingsOf(locale: Locale, id: MessageId): readonly string[] {
  const text = texts[locale][id];
  return typeof text === 'string' ? [text] : text;
}

/** The ICU text of a message when it was said so many times before: its next wording, then the last one. */
export function messageText(locale: Locale, id: MessageId, timesSaidBefore = 0): string {
  const wordings = wordingsOf(locale, id);
  // In turn and round again: the same words never come twice in a row where there are two.
  const text = wordings[timesSaidBefore % wordings.length];
  if (text === undefined) throw new Error(`Message ${id} has no wording in ${locale}.`);
  return text;
}

export const isMessageId = (id: string): id is MessageId => Object.hasOwn(messageSpec, id);

export const messageIds = Object.keys(messageSpec) as MessageId[];

/** The kinds of the values that a message takes, by value name. */
export const valueKindsOf = (id: MessageId): Readonly<Record<string, ValueKind>> => messageSpec[id];
