// What every part of the engine looks at while it answers one turn.
import type { NegotiableAccount } from '../../account/account';
import type { CalendarDate } from '../../calendar/calendar';
import type { PolicyLimits, Segment } from '../../limits/policyLimits';
import type { Reason } from '../move';
import type { Negotiation } from '../negotiation';

/** The standing of the bank towards one account today, before the customer's words change anything. */
export interface Scene {
  readonly negotiation: Negotiation;
  readonly account: NegotiableAccount;
  readonly limits: PolicyLimits;
  readonly segment: Segment;
  readonly today: CalendarDate;
}

export const withNegotiation = (scene: Scene, change: Partial<Negotiation>): Scene => ({
  ...scene,
  negotiation: { ...scene.negotiation, ...change },
});

export const reason = (rule: string, facts: Reason['facts'] = {}, wouldChangeIf?: string): Reason => ({
  rule,
  facts,
  ...(wouldChangeIf === undefined ? {} : { wouldChangeIf }),
});
