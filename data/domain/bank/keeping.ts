// Why a record about a customer has to stay, and until when: law and contract give grounds; without one it can go.
import { type Account, owedOn } from '../account/account';
import { addDays, type CalendarDate } from '../calendar/calendar';
import type { CaseKind } from '../case/case';
import type { RetentionRules } from './retention';

export const keepGrounds = ['legalHold', 'caseOpen', 'debtOpen', 'afterDebt', 'caseClosed', 'contactRecord'] as const;
export type KeepGround = (typeof keepGrounds)[number];

/** Why something stays; `until` is its last day, null where nobody can say yet. */
export interface Keeping {
  readonly ground: KeepGround;
  readonly until: CalendarDate | null;
}

export type DebtStanding =
  | { readonly kind: 'open' }
  /** Nothing is owed any more since that day. */
  | { readonly kind: 'settled'; readonly on: CalendarDate };

interface DebtFacts {
  readonly accounts: readonly Account[];
  readonly arrangements: readonly { readonly status: string; readonly signedOn: CalendarDate }[];
}

/** Settled where no account owes anything and no arrangement runs; from the last payment or signature on. */
export function debtStanding({ accounts, arrangements }: DebtFacts, today: CalendarDate): DebtStanding {
  const owes = accounts.some((account) => owedOn(account, today).totalFen > 0);
  if (owes || arrangements.some(({ status }) => status === 'active')) return { kind: 'open' };
  const days = [
    ...accounts.flatMap(({ payments }) => payments.map(({ paidOn }) => paidOn)),
    ...arrangements.map(({ signedOn }) => signedOn),
  ];
  // Without any trace of when it ended the time begins now: rather too long than too short.
  return { kind: 'settled', on: days.sort().at(-1) ?? today };
}

/** What a record is, as far as its keeping goes. */
export type Kept =
  /** Accounts, promises, signed agreements with their documents, and who the customer is. */
  | { readonly kind: 'agreement' }
  | { readonly kind: 'case'; readonly closedOn: CalendarDate | null }
  /** A paper handed in for a case. */
  | { readonly kind: 'evidence'; readonly caseKind: CaseKind; readonly closedOn: CalendarDate | null }
  | { readonly kind: 'contact'; readonly on: CalendarDate }
  /** What was said in a conversation, which recorded the contact and what was agreed in it; `on` is its last day. */
  | { readonly kind: 'recording'; readonly on: CalendarDate };

export interface KeepingFacts {
  readonly today: CalendarDate;
  readonly rules: Pick<RetentionRules, 'settledDebtDays' | 'closedCaseDays'>;
  /** Days for which contacts stay on record, from the contact rules in force. */
  readonly contactDays: number;
  readonly debt: DebtStanding;
  readonly isHeld: boolean;
}

/** The ground that lasts longest; null where nothing keeps the record. */
export function keepingOf(record: Kept, facts: KeepingFacts): Keeping | null {
  const { today, rules, contactDays, debt, isHeld } = facts;
  if (isHeld) return { ground: 'legalHold', until: null };
  const upTo = (ground: KeepGround, until: CalendarDate): Keeping | null => (today <= until ? { ground, until } : null);
  const byDebt = (): Keeping | null =>
    debt.kind === 'open'
      ? { ground: 'debtOpen', until: null }
      : upTo('afterDebt', addDays(debt.on, rules.settledDebtDays));
  const byCase = (closedOn: CalendarDate | null): Keeping | null =>
    closedOn === null
      ? { ground: 'caseOpen', until: null }
      : upTo('caseClosed', addDays(closedOn, rules.closedCaseDays));
  switch (record.kind) {
    case 'agreement':
      return byDebt();
    case 'case':
      return byCase(record.closedOn);
    case 'evidence':
      return longer(byCase(record.closedOn), record.caseKind === 'hardship' ? byDebt() : null);
    case 'contact':
      return upTo('contactRecord', addDays(record.on, contactDays));
    case 'recording':
      return longer(byDebt(), upTo('contactRecord', addDays(record.on, contactDays)));
  }
}

function longer(one: Keeping | null, other: Keeping | null): Keeping | null {
  if (one === null || other === null) return one ?? other;
  if (one.until === null || other.until === null) return one.until === null ? one : other;
  return one.until >= other.until ? one : other;
}
