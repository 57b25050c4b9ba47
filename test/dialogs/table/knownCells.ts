// Cells that are not served as the table says yet, each with what is wrong. The list is to become empty.
import type { Intent, Locale } from '../../../data/domain/customer/customerTurn';
import type { Place } from '../../../dialogs/table';

const knownCells: readonly string[] = [];

export const isKnownCell = (place: Place, intent: Intent, locale: Locale): boolean =>
  knownCells.includes(`${place} ${intent}`) || knownCells.includes(`${place} ${intent} ${locale}`);
