// Whether an answer belongs to the one who asks: nobody who is a year late hears about grace first.
import type { RoleBesideHolder } from '../domain/customer/customerTurn';
import type { Conditions } from './answer';

/** What is known of the one who asks; null where it is not known. */
export interface Circumstances {
  readonly verified: boolean;
  readonly daysPastDue: number | null;
  readonly arrangement: boolean | null;
  readonly role: RoleBesideHolder | null;
}

export const nothingKnown: Circumstances = { verified: false, daysPastDue: null, arrangement: null, role: null };

type Held = 'holds' | 'fails' | 'unknown';

const held = (known: boolean | null): Held => (known === null ? 'unknown' : known ? 'holds' : 'fails');

function daysHeld(range: NonNullable<Conditions['daysPastDue']>, days: number | null): Held {
  if (days === null) return 'unknown';
  return held((range.from === undefined || days >= range.from) && (range.to === undefined || days <= range.to));
}

/** Whether all conditions hold: they fail where one is known not to, and are unknown where one is not known. */
export function conditionsHeld(conditions: Conditions | undefined, who: Circumstances): Held {
  const { daysPastDue, verified, arrangement, roles } = conditions ?? {};
  const parts: Held[] = [];
  if (daysPastDue !== undefined) parts.push(daysHeld(daysPastDue, who.daysPastDue));
  if (verified !== undefined) parts.push(held(verified === who.verified));
  if (arrangement !== undefined) parts.push(held(who.arrangement === null ? null : arrangement === who.arrangement));
  if (roles !== undefined) parts.push(held(who.role === null ? null : roles.includes(who.role)));
  if (parts.includes('fails')) return 'fails';
  return parts.includes('unknown') ? 'unknown' : 'holds';
}
