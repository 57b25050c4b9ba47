// Under which name what an agent has typed is kept.
export const draftKey = (conversationId: string): string => `desk.${conversationId}`;
