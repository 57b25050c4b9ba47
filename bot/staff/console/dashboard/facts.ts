// Everything countable that happened in a period, each with what it can be grouped by. Nothing here is anybody's data.
import type { Fen } from '../../../../data/domain/money/money';
import type { DashboardGroup } from '../../contract/dashboard';

export interface Marks {
  /** Of the customer's language; '' where the record tells none. */
  readonly language: string;
  readonly segment: string;
  readonly policyVersion: string;
}

type Happened =
  /** One message of a customer; null where nothing was to be understood, because a colleague had the conversation. */
  | { readonly kind: 'turn'; readonly understood: boolean | null }
  | { readonly kind: 'offered' }
  | {
      readonly kind: 'agreement';
      readonly standing: 'kept' | 'broken' | 'neither';
      readonly balanceFen: Fen;
      readonly paidFen: Fen;
    }
  | { readonly kind: 'promise'; readonly standing: 'kept' | 'broken' | 'neither' }
  | { readonly kind: 'handover' }
  | { readonly kind: 'waited'; readonly seconds: number }
  | { readonly kind: 'complaint' }
  | { readonly kind: 'guardBlock' | 'held' | 'heldReleased' | 'heldDeclined' };

/** `marks`: what the record itself says; the rest is that of its conversation. */
export type Fact = Happened & {
  readonly day: string;
  readonly conversation: string;
  readonly marks: Partial<Marks>;
};

export interface Facts {
  readonly facts: readonly Fact[];
  readonly conversations: ReadonlyMap<string, Partial<Marks>>;
}

/** Under which key of a group a fact is counted. */
export function keyOf({ conversations }: Facts, fact: Fact, group: DashboardGroup): string {
  if (group === 'day') return fact.day;
  return fact.marks[group] ?? conversations.get(fact.conversation)?.[group] ?? '';
}
