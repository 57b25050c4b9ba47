// A chat in which others read along, and the mentions by which the assistant is called there.

interface Mention {
  readonly type?: string | undefined;
  readonly text?: unknown;
  readonly mentioned?: unknown;
}

/** What is needed of an incoming activity; a botbuilder Activity is one. */
interface Incoming {
  readonly conversation: { readonly isGroup?: boolean | undefined; readonly conversationType?: string | undefined };
  readonly recipient?: { readonly id: string } | undefined;
  readonly entities?: readonly Mention[] | undefined;
}

/** Kinds of conversation that are one person and the assistant; a channel that names another kind means more people. */
const privateKinds: readonly string[] = ['personal', 'private', 'direct', 'user'];

/** True where somebody else may read along. What a channel does not tell is a talk of two. */
export const isGroupChat = ({ conversation: { isGroup, conversationType } }: Incoming): boolean =>
  isGroup === true || (conversationType !== undefined && !privateKinds.includes(conversationType));

const tags = /<at\b[^>]{0,200}>[\s\S]{0,200}?<\/at>/gi;

const mentionsOf = ({ entities }: Incoming): readonly Mention[] =>
  Array.isArray(entities) ? entities.filter(({ type }: Mention) => type === 'mention') : [];

/** The words without the names of who is called: a mention is an address, and no part of what is said. */
export function withoutMentions(text: string, activity: Incoming): string {
  let rest = text.replace(tags, ' ');
  for (const { text: mention } of mentionsOf(activity))
    if (typeof mention === 'string' && mention !== '') rest = rest.replaceAll(mention, ' ');
  return rest.trim();
}

const idOf = (account: unknown): unknown =>
  typeof account === 'object' && account !== null && 'id' in account ? account.id : undefined;

/** True when the assistant itself is called. */
export const isMentioned = (activity: Incoming): boolean =>
  activity.recipient !== undefined &&
  mentionsOf(activity).some(({ mentioned }) => idOf(mentioned) === activity.recipient?.id);
