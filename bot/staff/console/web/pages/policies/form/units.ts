// Values are kept in fen and shares; people read and type yuan and percent.
import type { TextKey } from '../../../app/text';

interface UnitView {
  /** What is shown is the kept value times this. */
  readonly factor: number;
  readonly decimals: number;
  readonly suffix: TextKey | null;
  /** The unit's word after a number, which differs between one and many. */
  readonly counted: TextKey | null;
}

const plain: UnitView = { factor: 1, decimals: 6, suffix: null, counted: null };
const views: Record<string, UnitView> = {
  fen: { factor: 0.01, decimals: 2, suffix: 'unit.yuan', counted: null },
  share: { factor: 100, decimals: 4, suffix: 'unit.percent', counted: null },
  sharePerMonth: { factor: 100, decimals: 4, suffix: 'unit.percentPerMonth', counted: null },
  days: { factor: 1, decimals: 0, suffix: 'unit.days', counted: 'unit.countedDays' },
  months: { factor: 1, decimals: 0, suffix: 'unit.months', counted: 'unit.countedMonths' },
  seconds: { factor: 1, decimals: 0, suffix: 'unit.seconds', counted: 'unit.countedSeconds' },
  count: { factor: 1, decimals: 0, suffix: null, counted: null },
};

export const unitView = (unit: string | null | undefined): UnitView => views[unit ?? ''] ?? plain;

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

export const shown = (kept: number, unit: string | null | undefined): number => {
  const { factor, decimals } = unitView(unit);
  return rounded(kept * factor, decimals);
};

/** Back from what was typed; rounded, so that 0.3 % is 0.003 and not 0.0030000000000000001. */
export const keptFrom = (typed: number, unit: string | null | undefined): number => {
  const { factor } = unitView(unit);
  return unit === 'fen' ? Math.round(typed / factor) : rounded(typed / factor, 8);
};
