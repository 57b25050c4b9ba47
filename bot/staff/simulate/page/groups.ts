// Who gets what: the cases of a simulation by segment, behaviour or evidence.

import { mean, total } from '../../../../data/domain/simulation/result/sums';
import type { CaseRow } from '../../../../data/domain/simulation/simulateCases';

export interface Share {
  readonly name: string;
  readonly cases: number;
  /** Surplus captured, and this group's part of all that could be captured; null where nothing could. */
  readonly captured: number | null;
  readonly weight: number;
  readonly signed: number;
  readonly kept: number | null;
  /** Means over signed plans: instalment over capacity, months, first payment and cost over the balance. */
  readonly burden: number | null;
  readonly months: number | null;
  readonly start: number | null;
  readonly cost: number | null;
}

const possible = (rows: readonly CaseRow[]): number => total(rows.map((row) => row.oracleFen - row.silentFen));

function shareOfGroup(name: string, rows: readonly CaseRow[], whole: number): Share {
  const could = possible(rows);
  const gained = total(rows.map((row) => (row.outcomes[0]?.worthFen ?? row.silentFen) - row.silentFen));
  const signed = rows.flatMap((row) => {
    const plan = row.outcomes[0]?.plan;
    return plan == null ? [] : [{ plan, balanceFen: row.balanceFen }];
  });
  const average = (of: (one: (typeof signed)[number]) => number) => (signed.length === 0 ? null : mean(signed.map(of)));
  return {
    name,
    cases: rows.length,
    captured: could > 0 ? gained / could : null,
    weight: whole > 0 ? could / whole : 0,
    signed: rows.length === 0 ? 0 : signed.length / rows.length,
    kept: average(({ plan }) => (plan.brokenAt === null ? 1 : 0)),
    burden: average(({ plan }) => plan.burden),
    months: average(({ plan }) => plan.instalmentCount),
    start: average(({ plan, balanceFen }) => plan.downPaymentFen / balanceFen),
    cost: average(({ plan, balanceFen }) => plan.totalFen / balanceFen - 1),
  };
}

/** Groups by a name of each case, the one with most to gain first. */
export function groupsBy(rows: readonly CaseRow[], nameOf: (row: CaseRow) => string): Share[] {
  const whole = possible(rows);
  const groups = new Map<string, CaseRow[]>();
  for (const row of rows) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row]);
  return [...groups]
    .map(([name, members]) => shareOfGroup(name, members, whole))
    .sort((a, b) => b.weight - a.weight || b.cases - a.cases);
}
