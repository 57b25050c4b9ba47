// Who says words, and who hears them.

/** Who says it: the assistant, or a person who types. */
export const speakers = ['bot', 'agent'] as const;
export type Speaker = (typeof speakers)[number];

/** Who hears it: the holder or guarantor, somebody else, or a person whose identity is not known yet. */
export const listeners = ['rightParty', 'thirdParty', 'unverified'] as const;
export type Listener = (typeof listeners)[number];
