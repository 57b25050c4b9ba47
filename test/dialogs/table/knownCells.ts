// Cells that are not served as the table says yet, each with what is wrong. The list is to become empty.
import type { Intent, Locale } from '../../../data/domain/customer/customerTurn';
import type { Place } from '../../../dialogs/table';

const knownCells: readonly string[] = [
  // Goodbye is said, and the check or the question stays open: the next message is taken for its answer.
  'verifying goodbye',
  'describingHardship goodbye',
  'namingCollector goodbye',
  // "Withdraw my dispute" is read as a yes while a code is waited for.
  'signing undo zh-CN',
  // "How long do I have to wait" is taken for hesitation, and the signature is put off.
  'signing ask.queue en-US',
];

export const isKnownCell = (place: Place, intent: Intent, locale: Locale): boolean =>
  knownCells.includes(`${place} ${intent}`) || knownCells.includes(`${place} ${intent} ${locale}`);
