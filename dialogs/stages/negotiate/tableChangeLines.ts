// What has changed on the table since the customer last looked: said before the move, with the reason.
import { type TableChangeCause, tableChangeCauses } from '../../../data/domain/negotiation/answer/reviseTable';
import type { Move } from '../../../data/domain/negotiation/move';
import type { Turn } from '../../talk/turn';

const causesOf = (move: Move, rule: 'table.remade' | 'table.withdrawn'): ReadonlySet<unknown> =>
  new Set(move.reasons.filter((reason) => reason.rule === rule).map((reason) => reason.facts.cause));

/** One line for each cause, whatever the number of offers: the offers themselves follow. */
export function sayTableChanges(turn: Turn, move: Move): void {
  const remade = causesOf(move, 'table.remade');
  const withdrawn = causesOf(move, 'table.withdrawn');
  const said = (cause: TableChangeCause) => remade.has(cause) || withdrawn.has(cause);
  for (const cause of tableChangeCauses) if (said(cause)) turn.say(`negotiation.table.${cause}`, {});
}
