// Gives amounts that no rule explains the use that the model finds likely: "700 is where I tap out", 省下来880，想分期.
import { thresholds } from '../../intents/thresholds';
import type { Bound, Figure, Role } from '../roles';
import type { FigureContext } from './figureFeatures';
import type { FigureUse } from './figureUses';

/** How likely each use of an amount is, 0–1. */
export type ReadFigure = (figure: Figure, context: FigureContext) => Readonly<Record<FigureUse, number>>;

type Uses = ReturnType<ReadFigure>;

const isAmount = ({ quantity }: Figure) => quantity.kind === 'money' || quantity.kind === 'bare';
const regularly = (uses: Uses) => uses.monthly + uses.monthlyAtMost + uses.monthlyAtLeast;

/** In yuan: less is a number of instalments or a day, more is not what a household pays each month without saying so. */
const monthlyRange = { least: 75, most: 1999 };
const isMonthlySize = ({ quantity }: Figure) =>
  'min' in quantity && quantity.max >= monthlyRange.least && quantity.max <= monthlyRange.most;

/** A payment beside a day is one payment, however the customer comes by it. */
const days: ReadonlySet<Role> = new Set(['payDate', 'payDateFromDay', 'payday']);

/** How sure the model must be to overrule what the rules found: little where they found nothing; more than certain where they stand. */
function neededFor(figure: Figure, { figures }: FigureContext, unclaimed: ReadonlySet<number>): number {
  const { role, at } = figure;
  if (!isMonthlySize(figure) || figures.some((other) => days.has(other.role))) return never;
  if (role === 'lumpSum') return thresholds.figureOnce;
  return unclaimed.has(at) ? thresholds.figureUnclaimed : thresholds.figureClaimed;
}

const never = 2;

const isPlain = (figure: Figure, uses: Uses) => isMonthlySize(figure) && regularly(uses) >= thresholds.figurePlain;

function boundOf({ bound }: Figure, uses: Uses): Bound {
  if (bound !== null) return bound;
  const needed = thresholds.figureBound * regularly(uses);
  return uses.monthlyAtMost >= needed ? 'atMost' : uses.monthlyAtLeast >= needed ? 'atLeast' : null;
}

interface Read {
  readonly figure: Figure;
  readonly uses: Uses | null;
}

/**
 * The figures with learned uses. `unclaimed`: places of the figures that no rule gave a role; beside a figure that is offered, one
 * that the model takes for no offer states nothing.
 */
export function withLearnedUses(
  context: FigureContext,
  unclaimed: ReadonlySet<number>,
  readFigure: ReadFigure,
): readonly Figure[] {
  const read = context.figures.map((figure): Read => {
    if (!isAmount(figure) || figure.frequency === 'day') return { figure, uses: null };
    const uses = readFigure(figure, context);
    const isRegular = regularly(uses) >= neededFor(figure, context, unclaimed);
    if (figure.role === 'monthlyAmount') {
      const kept: Figure =
        uses.other >= thresholds.figureClaimed
          ? { ...figure, role: 'open' }
          : { ...figure, bound: boundOf(figure, uses) };
      return { figure: kept, uses };
    }
    if ((figure.role === 'lumpSum' || figure.role === 'amount') && uses.other >= thresholds.figureClaimed)
      return { figure: { ...figure, role: 'open' as const }, uses };
    if (isRegular) {
      const role = 'monthlyAmount' as const;
      return { figure: { ...figure, role, bound: boundOf(figure, uses), offered: isPlain(figure, uses) }, uses };
    }
    const isOnce = unclaimed.has(figure.at) && uses.once >= thresholds.figureUnclaimed;
    return { figure: isOnce ? { ...figure, role: 'lumpSum' as const } : figure, uses };
  });
  const isSure = read.some(
    ({ figure, uses }) => figure.role === 'monthlyAmount' && uses !== null && regularly(uses) >= half,
  );
  const offers = read.some(({ figure: { role } }) => role === 'monthlyAmount' || role === 'lumpSum');
  const isBeside = ({ figure, uses }: Read) =>
    uses !== null &&
    uses.other >= half &&
    ((offers && unclaimed.has(figure.at) && figure.role === 'amount') || (isSure && figure.role === 'monthlyAmount'));
  return read.map((one) => (isBeside(one) ? { ...one.figure, role: 'open' as const } : one.figure));
}

const half = 0.5;
