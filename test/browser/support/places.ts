// Every page of the console, by the name of its picture; what is shown there is made beforehand.
export interface PlaceParts {
  readonly conversation: string;
  readonly agency: string;
  /** A version of the offer limits that is no shipped one. */
  readonly draft: string;
}

export const consolePlaces = ({ conversation, agency, draft }: PlaceParts): Readonly<Record<string, string>> => ({
  dashboard: 'dashboard?from=2026-11-17&to=2026-11-23',
  desk: 'desk',
  deskConversation: `desk/${encodeURIComponent(conversation)}`,
  cases: 'cases',
  outreachDay: 'outreach?day=2026-11-24',
  outreachQueue: 'outreach?tab=queue&status=waiting',
  outreachMonth: 'outreach?tab=month',
  offerLimits: 'policies/offerLimits',
  offerLimitsReading: `policies/offerLimits/${draft}?tab=reading`,
  offerLimitsFields: `policies/offerLimits/${draft}?tab=fields`,
  offerLimitsDifferences: `policies/offerLimits/${draft}?tab=differences`,
  offerLimitsSimulation: `policies/offerLimits/${draft}?tab=simulation`,
  offerLimitsHistory: `policies/offerLimits/${draft}?tab=history`,
  offerLimitsCompare: `policies/offerLimits/compare?from=offers-2026-11&to=${draft}`,
  contactRules: 'policies/contactRules',
  utteranceRules: 'policies/utteranceRules',
  answers: 'policies/answers',
  agencies: 'agencies',
  agency: `agencies/${agency}`,
  book: 'book',
  audit: 'audit',
  auditReplay: `audit/replay/${encodeURIComponent(conversation)}`,
  users: 'users',
});
