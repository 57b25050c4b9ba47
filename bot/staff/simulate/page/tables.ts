// The tables of the result page.
import { baselineNames } from '../../../../data/domain/simulation/baselines';
import { gateNames } from '../../../../data/domain/simulation/result/gates';
import type { SimulationResult } from '../../../../data/domain/simulation/result/simulationResult';
import { mean } from '../../../../data/domain/simulation/result/sums';
import type { TwinResult } from '../../../../data/domain/simulation/result/twins';
import type { Share } from './groups';
import { figure, percent, table, yuan } from './html';

export function policiesTable({ surplusCaptured, ahead, reported }: SimulationResult): string {
  const cells = (name: keyof typeof reported, surplus: string, lead: string): string[] => {
    const { agreementRate, kept, affordable, customerCost, totalPaidFen } = reported[name];
    return [
      name,
      surplus,
      lead,
      percent(agreementRate),
      percent(kept),
      percent(affordable),
      percent(customerCost),
      yuan(totalPaidFen),
    ];
  };
  const interval = ({ mean: middle, low, high }: { mean: number; low: number; high: number }) =>
    `${figure(middle)} (${figure(low)} to ${figure(high)})`;
  return table(
    [
      'Policy',
      'Surplus captured',
      'Engine ahead by',
      'Agreed',
      'Plans kept',
      'Instalment ≤ 0.85 of capacity',
      'Cost above balance',
      'Paid in all, yuan',
    ],
    [
      cells('engine', interval(surplusCaptured.engine), ''),
      ...baselineNames.map((name) => cells(name, interval(surplusCaptured.baselines[name]), interval(ahead[name]))),
    ],
  );
}

export const gatesTable = ({ gates }: SimulationResult): string =>
  table(
    ['Gate', 'Value', 'Target', ''],
    gateNames.map((name) => {
      const { value, target, ok } = gates[name];
      return [
        name,
        Number.isInteger(value) ? String(value) : figure(value, 4),
        String(target),
        ok ? { text: 'met', mark: 'ok' } : { text: 'missed', mark: 'missed' },
      ];
    }),
  );

export const groupTable = (shares: readonly Share[], name: string): string =>
  table(
    [
      name,
      'Customers',
      'Part of what could be gained',
      'Captured',
      'Signed',
      'Kept',
      'Instalment over capacity',
      'Months',
      'First payment',
      'Cost',
    ],
    shares.map((share) => [
      share.name,
      String(share.cases),
      percent(share.weight),
      figure(share.captured),
      percent(share.signed),
      percent(share.kept),
      figure(share.burden, 2),
      figure(share.months, 1),
      percent(share.start),
      percent(share.cost),
    ]),
  );

export function twinsTable(twins: readonly TwinResult[]): string {
  const both = twins.flatMap(({ truthful, lowBaller, balanceFen }) =>
    truthful === null || lowBaller === null ? [] : [{ truthful, lowBaller, balanceFen }],
  );
  const cells = (name: 'truthful' | 'lowBaller'): string[] => {
    const plans = both.map((pair) => ({ plan: pair[name], balanceFen: pair.balanceFen }));
    const average = (of: (one: (typeof plans)[number]) => number) => mean(plans.map(of));
    return [
      name,
      `${percent(twins.filter((twin) => twin[name] !== null).length / Math.max(1, twins.length))}`,
      figure(
        average(({ plan }) => plan.burden),
        2,
      ),
      figure(
        average(({ plan }) => plan.instalmentCount),
        1,
      ),
      percent(average(({ plan, balanceFen }) => plan.totalFen / balanceFen)),
      percent(
        average(({ plan }) => plan.reliefShare),
        2,
      ),
    ];
  };
  return table(
    ['Twin', 'Signed', 'Instalment over capacity', 'Months', 'Total over balance', 'Relief over balance'],
    [cells('truthful'), cells('lowBaller')],
  );
}
