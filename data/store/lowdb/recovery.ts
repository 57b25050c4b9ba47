// Brings the data to where the last durable transaction left it, from the journals that a process left behind.
import { existsSync } from 'node:fs';
import type { StoreProblem } from '../documentStore';
import { readImages } from './checkpoint';
import type { DirtyState } from './dirtyState';
import { checkpointPath, journalPath } from './disk/layout';
import { quarantineCopy } from './disk/quarantine';
import type { DiskData } from './diskData';
import { journalNumbers, readJournal } from './journal';

/** The newest checkpoint that was complete: its pages replace the index changes of the journals up to it. */
function newestImages(root: string, journals: readonly number[]): { number: number; images: DirtyState } | null {
  for (const number of journalNumbers(root, '.checkpoint').reverse()) {
    // Without its journal a checkpoint was finished, and its pages may be older than what is on disk.
    if (!journals.includes(number) || !existsSync(checkpointPath(root, number))) continue;
    const images = readImages(root, number);
    if (images) return { number, images };
  }
  return null;
}

/** Replays the journals into `data`; gives the number for the next journal. */
export function recover(root: string, data: DiskData, report: (problem: StoreProblem) => void): number {
  const journals = journalNumbers(root, '.log');
  const checkpoint = newestImages(root, journals);
  if (checkpoint) data.layers.active.takeOver(checkpoint.images);
  const replayed = journals.map((number) => ({ number, ...readJournal(root, number) }));
  for (const { number, records, damaged } of replayed) {
    if (damaged > 0) {
      const detail = `journal ${number}: ${damaged} of ${records.length + damaged} transactions cannot be read`;
      const quarantinedTo = quarantineCopy(root, journalPath(root, number));
      report({ kind: 'damagedJournal', where: 'journal', detail, quarantinedTo });
    }
    for (const record of records) {
      data.applyDocuments(record.documents);
      data.applyLines(record.lines);
      if (!checkpoint || number > checkpoint.number) data.applyIndexChanges(record.indexChanges);
    }
  }
  data.dropUndeclaredIndexes();
  data.buildMissingIndexes();
  return Math.max(0, ...journals, ...journalNumbers(root, '.checkpoint')) + 1;
}
