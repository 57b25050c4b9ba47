// Transactions that wait to be written, and their plans: one that cannot be planned is refused alone.
import type { Operation } from '../documentStore';
import type { TransactionPlan, TransactionPlanner } from '../transactionPlan';

export interface Waiting {
  readonly operations: readonly Operation[];
  resolve(results: readonly number[]): void;
  reject(error: unknown): void;
}

export interface Planned {
  readonly waiting: Waiting;
  readonly plan: TransactionPlan;
}

export function planAll(planner: TransactionPlanner, batch: readonly Waiting[]): readonly Planned[] {
  const planned: Planned[] = [];
  for (const waiting of batch) {
    try {
      planned.push({ waiting, plan: planner.plan(waiting.operations) });
    } catch (error) {
      waiting.reject(error);
    }
  }
  return planned;
}
