// Every collection and log of the house with its indexes: the one place to add one. An index is named by its field.

export interface StoreSchema {
  /** Fields to index; a field may hold a string or a list of strings, null and absent are not indexed. */
  readonly collections: Readonly<Record<string, { readonly indexes: readonly string[] }>>;
  readonly logs: Readonly<Record<string, { readonly indexes: readonly string[]; readonly chained: boolean }>>;
}

export const houseSchema = {
  collections: {
    customers: { indexes: [] },
    /** A payment's id leads to the one account that has it, whether it stands or was reversed. */
    accounts: {
      indexes: [
        'customerId',
        'cardTail',
        'agencyId',
        'payments.paymentId',
        'reversals.paymentId',
        'reversals.reversed.paymentId',
      ],
    },
    arrangements: { indexes: ['customerId', 'status'] },
    promises: { indexes: ['customerId', 'status'] },
    savedQuotes: { indexes: [] },
    cases: { indexes: ['status', 'customerId', 'conversationId', 'kind', 'agencyId'] },
    contactPreferences: { indexes: [] },
    contacts: { indexes: ['customerId', 'on'] },
    wrongContacts: { indexes: [] },
    outreach: { indexes: ['customerId', 'status', 'providerId'] },
    outreachState: { indexes: [] },
    chatPlaces: { indexes: ['customerId'] },
    /** Text messages that the provider has not taken yet. */
    smsWaiting: { indexes: [] },
    /** Whose a phone is that a text message went to, by a keyed hash of it: an answer comes from a number alone. */
    smsNumbers: { indexes: ['customerId'] },
    verifyAttempts: { indexes: ['day'] },
    codeUses: { indexes: ['day'] },
    outbox: { indexes: ['customerId', 'conversationId'] },
    agencies: { indexes: [] },
    placements: { indexes: ['accountId', 'agencyId'] },
    policies: { indexes: ['kind', 'status'] },
    conversations: { indexes: [] },
    processedActivities: { indexes: ['conversationId', 'day'] },
    undeliveredReplies: { indexes: ['conversationId'] },
    /** Messages from WeChat whose turn took longer than the platform waits. */
    weChatWaiting: { indexes: [] },
    /** Replies that WeChat would not show, and what became of the word about them. */
    weChatNotices: { indexes: ['templateMessageId', 'day'] },
    /** Cards as pages, for channels that show none. */
    cardPages: { indexes: ['endsOn'] },
    heldConversations: { indexes: ['caseNumber'] },
    agreementDocuments: { indexes: ['agreementNumber'] },
    /** What is known of papers that were handed in; their content lies sealed in files. */
    evidence: { indexes: ['caseNumber', 'customerId'] },
    legalHolds: { indexes: [] },
    /** The key of each conversation, with which its words in the logs are sealed. */
    textKeys: { indexes: [] },
    markers: { indexes: [] },
    staff: { indexes: [] },
    staffSessions: { indexes: ['username', 'endsOn'] },
    /** Nothing writes it any more; folders of earlier versions have it. */
    signInAttempts: { indexes: ['day'] },
    deskConversations: { indexes: ['status'] },
    heldWords: { indexes: ['conversationId', 'status'] },
    bookImports: { indexes: ['status'] },
    bookImportParts: { indexes: ['importId'] },
    dailyRuns: { indexes: ['day'] },
    simulations: { indexes: [] },
  },
  logs: {
    /** Every decision, chained. */
    audit: { indexes: ['conversationId', 'customerId', 'type', 'subjects'], chained: true },
    transcripts: { indexes: ['conversationId'], chained: false },
    directLine: { indexes: ['conversationId'], chained: false },
    deskNotes: { indexes: ['conversationId'], chained: false },
  },
} as const satisfies StoreSchema;
