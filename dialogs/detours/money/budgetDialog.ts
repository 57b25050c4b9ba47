// Income, rent or other debts told where no review is open: thanked for, and never turned into an instalment (R13). Telling
// them is no plea of hardship; with one, the review hears them.
import { certainTurn, type NumberRange } from '../../../data/domain/customer/customerTurn';
import { yuanToFen } from '../../../data/domain/money/money';
import { openHardshipReview } from '../../stages/hardship/hardshipDialog';
import { startOrGoOn } from '../../stages/negotiate/negotiationDialog';
import type { After, Turn } from '../../talk/turn';

const isInHardship = ({ heard, state }: Turn): boolean =>
  heard.signals.includes('hardship') ||
  state.hardshipReason !== null ||
  (state.timesSaid['hardship.recorded'] ?? 0) > 0;

function sayTold(turn: Turn): void {
  const { income, expenses, otherDebts } = turn.heard.slots;
  if (income === undefined && expenses === undefined && otherDebts === undefined) return;
  const part = (id: `hardship.budget${'Income' | 'Expenses' | 'Debts'}`, said: NumberRange | undefined) => {
    const yuan = said?.max ?? said?.min;
    return yuan === undefined ? '' : turn.words(id, { amount: yuanToFen(yuan) });
  };
  turn.say('budget.noted', {
    income: part('hardship.budgetIncome', income),
    expenses: part('hardship.budgetExpenses', expenses),
    otherDebts: part('hardship.budgetDebts', otherDebts),
  });
}

/** Hears a budget: for the review where there is one, else on the way to a plan, which goes on where it was. */
export async function tellBudget(turn: Turn): Promise<After> {
  if (isInHardship(turn)) return openHardshipReview(turn);
  sayTold(turn);
  if ((turn.state.negotiation?.table.length ?? 0) > 0) return 'resume';
  turn.heard = certainTurn('negotiate.start');
  return startOrGoOn(turn);
}
